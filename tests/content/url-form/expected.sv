site.xml:9: error: ”www.example.se” är ingen webbadress (https://…).
exit 1
