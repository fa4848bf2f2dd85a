site.xml:15: error: Det finns ingen kontakt ”reception”.
exit 1
