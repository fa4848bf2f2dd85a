pages/vision.xml:17: error: Text får inte stå här: ”text”.
exit 1
