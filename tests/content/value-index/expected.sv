pages/index.xml:3: error: ”words” är inget värde för index.
exit 1
