pages/vision.xml:8: error: ”de” är inget värde för xml:lang.
exit 1
