pages/vision.xml:11: error: Det finns ingen sida ”karta”.
exit 1
