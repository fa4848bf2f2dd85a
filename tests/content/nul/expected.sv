pages/vision.xml:17: error: Filen innehåller en NUL-byte; spara den som text.
exit 1
