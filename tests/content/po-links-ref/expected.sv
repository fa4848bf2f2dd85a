pages/vision.xml:14: warning: Översättningen (en) har andra länkar: ”Ring <ref contact="huset" part="tel"/>.”.
exit 0
