pages/vision.xml:12: error: ”min plan” är inget id: bara a-z, 0-9, - och ., högst 64.
exit 1
