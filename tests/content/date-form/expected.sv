site.xml:27: error: ”2199-02-29” är inget datum som finns.
exit 1
