site.xml:23: error: ”02-30” är inget datum som finns.
exit 1
