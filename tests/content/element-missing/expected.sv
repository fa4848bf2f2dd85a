pages/vision.xml:1: error: <page> behöver elementet <title>.
exit 1
