site.xml:21: error: Det finns fler än 16 språk.
exit 1
