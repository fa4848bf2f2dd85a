site.xml:5: warning: Översättningen po/en.po saknas.
exit 0
