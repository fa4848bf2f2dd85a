pages/vision.xml:3: error: ”december” är inget värde för dated.
exit 1
