pages/vision.xml:11: error: <a> har inget attribut page.
exit 1
