pages/vision.xml:17: error: Elementet <b> får inte stå här.
exit 1
