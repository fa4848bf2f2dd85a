pages/vision.xml:2: error: Rubriken har fler än 200 tecken.
exit 1
