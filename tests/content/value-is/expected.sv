today.xml:8: error: ”normal” är inget värde för is.
exit 1
