site.xml:15: error: <contact> är tomt.
exit 1
