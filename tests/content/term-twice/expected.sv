pages/vision.xml:6: error: Ordet ”Vision” finns redan i pages/vision.xml:5.
exit 1
