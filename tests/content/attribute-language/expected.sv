pages/vision.xml:17: error: <p> har inget attribut xml:lang.
exit 1
