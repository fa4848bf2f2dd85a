pages/start.xml:7: error: ”quit” är inget värde för what.
exit 1
