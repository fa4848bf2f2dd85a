site.xml:21: error: <open> behöver attributet from.
exit 1
