pages/vision.xml:1: warning: Numret 821 kräver fyra tangenter eller fler.
exit 0
