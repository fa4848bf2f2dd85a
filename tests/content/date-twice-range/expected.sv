today.xml:7: error: Den dagen är redan sagd i today.xml:8.
exit 1
