pages/vision.xml:1: error: ”Vision!” är inget id: bara a-z, 0-9, - och ., högst 64.
exit 1
