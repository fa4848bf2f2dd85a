pages/vision.xml:17: error: <p> hör inte till namnrymden urn:textkiosk:1.
exit 1
