site.xml:21: error: ”24:01” är inget klockslag: skriv 08:00.
exit 1
