pages/vision.xml:1: error: Taggen <page> stängs inte.
exit 1
