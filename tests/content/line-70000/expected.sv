pages/vision.xml:70017: error: Elementet <b> får inte stå här.
exit 1
