pages/vision.xml:1: error: DOCTYPE är inte tillåtet; ta bort det.
exit 1
