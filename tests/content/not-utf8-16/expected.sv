pages/vision.xml:1: error: Texten är inte UTF-8; spara den som UTF-8.
exit 1
