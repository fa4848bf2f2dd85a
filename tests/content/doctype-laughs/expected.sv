pages/vision.xml:2: error: DOCTYPE är inte tillåtet; ta bort det.
exit 1
