pages/vision.xml:11: error: Det finns ingen sida ”hepl”; menade du ”help”?
exit 1
