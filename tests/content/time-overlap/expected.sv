site.xml:20: error: De här tiderna överlappar andra samma dag.
exit 1
