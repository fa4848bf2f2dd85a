pages/vision.xml:2: error: Taggen <title> stängs med </titel>.
exit 1
