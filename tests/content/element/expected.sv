pages/vision.xml:17: error: Elementet <para> får inte stå här.
exit 1
