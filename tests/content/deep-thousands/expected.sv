pages/vision.xml:18: error: Element ligger mer än 32 nivåer djupt.
exit 1
