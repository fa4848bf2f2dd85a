pages/vision.xml:11: warning: Länken säger bara ”här”; låt orden säga vart.
exit 0
