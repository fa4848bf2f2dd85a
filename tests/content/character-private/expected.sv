pages/vision.xml:17: error: Tecknet U+E000 är inte tillåtet; ta bort det.
exit 1
