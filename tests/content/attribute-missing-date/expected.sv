today.xml:8: error: <date> behöver attributet until.
exit 1
