pages/vision.xml:11: warning: Länken säger bara ”Here”; låt orden säga vart.
exit 0
