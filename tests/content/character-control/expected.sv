pages/vision.xml:17: error: Tecknet U+001B är inte tillåtet; ta bort det.
exit 1
