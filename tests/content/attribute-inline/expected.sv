pages/vision.xml:11: error: <a> har inget attribut target.
exit 1
