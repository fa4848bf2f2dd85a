pages/help.xml:3: error: Kontakten huset har ingen url.
exit 1
