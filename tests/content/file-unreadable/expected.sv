po/en.po: error: Filen kan inte läsas: Not a directory.
exit 1
