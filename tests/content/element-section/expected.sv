pages/vision.xml:13: error: Elementet <section> får inte stå här.
exit 1
