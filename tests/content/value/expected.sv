site.xml:15: error: ”perhaps” är inget värde för holidays.
exit 1
