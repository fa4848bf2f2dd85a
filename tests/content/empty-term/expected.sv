pages/vision.xml:5: error: <term> är tomt.
exit 1
