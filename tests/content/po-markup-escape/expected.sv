pages/vision.xml:13: warning: Översättningen (en) har trasig märkning: ”Plan”.
exit 0
