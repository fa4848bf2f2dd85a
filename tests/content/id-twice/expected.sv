pages/vision2.xml:1: error: Id:t ”vision” finns redan i pages/vision.xml:1.
exit 1
