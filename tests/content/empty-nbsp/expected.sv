pages/vision.xml:2: error: <title> är tomt.
exit 1
