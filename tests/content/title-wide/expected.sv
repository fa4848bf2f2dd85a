pages/vision.xml:2: warning: Rubriken är bredare än 38 kolumner; lägg till menu.
exit 0
