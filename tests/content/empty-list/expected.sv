pages/vision.xml:17: error: <ul> är tomt.
exit 1
