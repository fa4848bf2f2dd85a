pages/vision.xml:2: error: Filen är tom.
exit 1
