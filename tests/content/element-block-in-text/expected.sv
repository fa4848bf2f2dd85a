pages/vision.xml:17: error: Elementet <p> får inte stå här.
exit 1
