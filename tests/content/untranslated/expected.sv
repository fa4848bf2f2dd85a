pages/vision.xml:13: warning: Inte översatt (en): ”Plan”.
exit 0
