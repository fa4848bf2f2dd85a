site.xml:13: error: ”212000-1927” är inget organisationsnummer; kontrollera sista siffran.
exit 1
