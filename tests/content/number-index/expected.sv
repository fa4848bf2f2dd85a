pages/vision.xml:1: error: Numret 71 ligger under sökningen, vars siffror är bokstäver.
exit 1
