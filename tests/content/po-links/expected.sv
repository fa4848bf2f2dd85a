pages/vision.xml:11: warning: Översättningen (en) har andra länkar: ”Läs om <a page="help">hjälpen</a>.”.
exit 0
