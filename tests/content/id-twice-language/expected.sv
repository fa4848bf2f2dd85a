site.xml:6: error: Id:t ”en” finns redan i site.xml:5.
exit 1
