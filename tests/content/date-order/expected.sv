today.xml:8: error: 2199-12-30 är efter 2199-12-28.
exit 1
