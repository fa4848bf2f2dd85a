pages/vision.xml:17: error: Text får inte stå här: ”Kort text.”.
exit 1
