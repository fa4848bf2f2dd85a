pages/start.xml:5: error: ”tel” är inget värde för part.
exit 1
