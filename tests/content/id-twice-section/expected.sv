pages/vision.xml:16: error: Id:t ”plan” finns redan i pages/vision.xml:12.
exit 1
