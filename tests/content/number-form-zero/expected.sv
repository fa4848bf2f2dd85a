pages/vision.xml:1: error: ”30” är inget skärmnummer: siffror 1 till 8, högst 6.
exit 1
