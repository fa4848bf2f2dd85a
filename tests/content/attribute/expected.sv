pages/vision.xml:12: error: <section> har inget attribut class.
exit 1
