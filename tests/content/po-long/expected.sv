pages/vision.xml:13: warning: Översättningen (en) är längre än 8 KiB: ”Plan”.
exit 0
