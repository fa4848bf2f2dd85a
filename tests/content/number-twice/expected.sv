pages/vision.xml:1: error: Numret 8 finns redan i pages/help.xml:1.
exit 1
