today.xml:4: warning: Den korta texten är bredare än 38 kolumner.
exit 0
