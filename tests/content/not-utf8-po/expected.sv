po/en.po:8: error: Texten är inte UTF-8; spara den som UTF-8.
exit 1
