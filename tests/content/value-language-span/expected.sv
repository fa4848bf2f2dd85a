pages/vision.xml:17: error: ”på” är inget värde för xml:lang.
exit 1
