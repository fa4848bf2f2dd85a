pages/vision.xml:17: warning: Inte översatt (en): ”Kort ny text.”.
exit 0
