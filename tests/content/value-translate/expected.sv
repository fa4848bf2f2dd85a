pages/vision.xml:17: error: ”maybe” är inget värde för translate.
exit 1
