site.xml: error: Filen saknas.
exit 1
