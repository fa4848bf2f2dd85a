po/en.po: error: Det här är ingen vanlig fil; länkar och enheter följs inte.
exit 1
