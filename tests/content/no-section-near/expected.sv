pages/vision.xml:11: error: Sidan har inget avsnitt ”plna”; menade du ”plan”?
exit 1
