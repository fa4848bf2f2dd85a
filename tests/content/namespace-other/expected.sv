pages/vision.xml:1: error: <page> hör inte till namnrymden urn:textkiosk:1.
exit 1
