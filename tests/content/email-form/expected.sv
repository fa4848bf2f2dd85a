site.xml:8: error: ”huset(at)example.se” är ingen e-postadress.
exit 1
