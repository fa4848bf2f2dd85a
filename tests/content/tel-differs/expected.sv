site.xml:7: error: ”0582-68 50 01” och tel:+46582685000 är inte samma nummer.
exit 1
