pages/vision.xml: error: Filen är tom.
exit 1
