po/en.po:5: error: En annan kodning än UTF-8 anges; skriv UTF-8.
exit 1
