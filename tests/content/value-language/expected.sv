site.xml:5: error: ”../../x” är inget värde för code.
exit 1
