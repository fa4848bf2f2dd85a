pages/vision.xml:6: error: Det finns inget ord ”Visioner” att se.
exit 1
