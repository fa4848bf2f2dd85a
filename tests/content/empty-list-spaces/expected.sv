pages/vision.xml:17: error: <ol> är tomt.
exit 1
