pages/vision.xml:11: error: Det finns ingen sida ”a b<"é%1$s%nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...”.
exit 1
