site.xml:10: error: <adr> är tomt.
exit 1
