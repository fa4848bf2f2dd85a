site.xml:2: error: ”i dag” är inget datum som finns.
exit 1
