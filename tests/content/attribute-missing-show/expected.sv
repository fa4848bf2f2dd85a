pages/vision.xml:12: error: <show> behöver attributet contact/hours/state/index/keys.
exit 1
