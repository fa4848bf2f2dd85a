pages/vision.xml:11: error: Elementet <a> får inte stå här.
exit 1
