pages/vision.xml:11: warning: Översättningen (en) har trasig märkning: ”Läs om <a page="help">hjälpen</a>.”.
exit 0
