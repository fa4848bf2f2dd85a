site.xml:23: error: ”25-54” är inga veckor: skriv 25-32.
exit 1
