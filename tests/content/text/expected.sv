pages/vision.xml:16: error: Text får inte stå här: ”Lösa ord”.
exit 1
