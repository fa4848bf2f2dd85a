pages/vision.xml:12: error: Taggen <section> stängs inte.
exit 1
