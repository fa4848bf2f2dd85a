pages/start.xml:5: error: Det finns ingen kontakt ”reception”.
exit 1
