pages/vision.xml:1: error: Filen ska innehålla <page>.
exit 1
