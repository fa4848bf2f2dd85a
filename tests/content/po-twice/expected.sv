po/en.po:77: error: Den här texten är översatt två gånger; ta bort en.
exit 1
