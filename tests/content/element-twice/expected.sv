pages/vision.xml:2: error: <title> får stå här bara en gång.
exit 1
