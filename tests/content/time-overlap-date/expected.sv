today.xml:7: error: De här tiderna överlappar andra samma dag.
exit 1
