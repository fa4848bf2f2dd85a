pages/vision.xml:47: error: Element ligger mer än 32 nivåer djupt.
exit 1
