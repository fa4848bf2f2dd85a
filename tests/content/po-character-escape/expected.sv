pages/vision.xml:13: warning: Översättningen (en) har ett otillåtet tecken: ”Plan”.
exit 0
