pages/vision.xml:14: error: Det finns ingen del ”tell”; menade du ”tel”?
exit 1
