pages/vision.xml:14: error: ”fax” är inget värde för part.
exit 1
