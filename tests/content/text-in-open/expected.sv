today.xml:7: error: Text får inte stå här: ”stängt”.
today.xml:7: error: Elementet <menu> får inte stå här.
exit 1
