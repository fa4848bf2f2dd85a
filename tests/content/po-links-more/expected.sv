pages/vision.xml:13: warning: Översättningen (en) har andra länkar: ”Plan”.
exit 0
