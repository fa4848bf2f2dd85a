pages/vision.xml:6: error: Det finns inget ord ”Visoin” att se; menade du ”Vision”?
exit 1
