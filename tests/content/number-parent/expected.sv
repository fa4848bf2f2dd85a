pages/vision.xml:1: error: Numret 31 har ingen skärm 3 ovanför sig.
exit 1
