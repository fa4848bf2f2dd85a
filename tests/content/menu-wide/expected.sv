pages/vision.xml:2: warning: Menu är bredare än 36 kolumner.
exit 0
