site.xml:7: warning: Översättningen (en) har ett annat nummer: ”0582-68 50 00”.
exit 0
