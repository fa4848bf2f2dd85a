pages/vision.xml:19: error: Tecknet U+202E är inte tillåtet; ta bort det.
exit 1
