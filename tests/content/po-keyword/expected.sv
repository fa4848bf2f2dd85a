po/en.po:77: error: Översättningen kan inte läsas här: keyword "msgidd" unknown.
exit 1
