today.xml:3: error: ”2026-12-01 08:00” är inget datum som finns.
exit 1
