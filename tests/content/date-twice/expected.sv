today.xml:7: error: Den dagen är redan sagd i site.xml:27.
exit 1
