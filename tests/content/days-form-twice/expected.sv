site.xml:21: error: ”fri fri” är inga dagar: skriv mon-thu, fri eller mon wed.
exit 1
