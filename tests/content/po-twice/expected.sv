po/en.po:77: error: Översättningen kan inte läsas här: duplicate message definition.
exit 1
