pages/vision.xml:17: error: Texten är längre än 8 KiB.
exit 1
