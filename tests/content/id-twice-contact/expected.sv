site.xml:15: error: Id:t ”huset” finns redan i site.xml:6.
exit 1
