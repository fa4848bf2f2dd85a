pages/vision.xml:1: error: <page> behöver attributet id.
exit 1
