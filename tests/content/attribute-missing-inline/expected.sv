pages/vision.xml:11: error: <a> behöver attributet page.
exit 1
