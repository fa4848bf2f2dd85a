pages/vision.xml:7: error: ”Mål” är själv en se-hänvisning.
exit 1
