pages/vision.xml:18: error: Text får inte stå här: ”Lösa ord”.
exit 1
