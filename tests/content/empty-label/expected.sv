site.xml:7: error: ”” är inget värde för label.
exit 1
