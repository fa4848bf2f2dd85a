site.xml:21: error: ”fredag” är inga dagar: skriv mon-thu, fri eller mon wed.
exit 1
