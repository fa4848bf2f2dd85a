pages/vision.xml:13: warning: Översättningen (en) är osäker (fuzzy): ”Plan”.
exit 0
