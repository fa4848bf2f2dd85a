pages/vision.xml:14: error: Det finns ingen kontakt ”hust”; menade du ”huset”?
exit 1
