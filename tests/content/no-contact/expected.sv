pages/vision.xml:14: error: Det finns ingen kontakt ”reception”.
exit 1
