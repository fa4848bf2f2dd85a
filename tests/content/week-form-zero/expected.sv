site.xml:23: error: ”0” är inga veckor: skriv 25-32.
exit 1
