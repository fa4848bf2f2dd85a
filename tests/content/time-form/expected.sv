site.xml:19: error: ”8” är inget klockslag: skriv 08:00.
exit 1
