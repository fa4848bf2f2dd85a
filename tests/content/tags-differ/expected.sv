pages/vision.xml:17: error: Taggen <p> stängs med </q>.
exit 1
