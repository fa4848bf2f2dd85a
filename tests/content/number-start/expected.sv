pages/start.xml:1: error: Sidan start har inget nummer.
exit 1
