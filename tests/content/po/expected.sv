po/en.po:78: error: Översättningen kan inte läsas här: end-of-line within string.
exit 1
