pages/vision.xml:11: error: <a> är tomt.
exit 1
