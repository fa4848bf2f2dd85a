pages/vision.xml:1: error: ”tre” är inget skärmnummer: siffror 1 till 8, högst 6.
exit 1
