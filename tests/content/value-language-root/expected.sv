pages/vision.xml:1: error: ”en” är inget värde för xml:lang.
exit 1
