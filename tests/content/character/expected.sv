pages/vision.xml:17: error: Tecknet U+202E är inte tillåtet; ta bort det.
exit 1
