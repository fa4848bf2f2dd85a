pages/vision.xml:17: error: <h:p> hör inte till namnrymden urn:textkiosk:1.
exit 1
