site.xml:7: error: ”0582685000” är ingen telefonadress (tel:+46…).
exit 1
