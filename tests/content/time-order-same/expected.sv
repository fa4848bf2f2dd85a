site.xml:19: error: 08:00 är inte före 08:00.
exit 1
