pages/vision.xml:17: error: Elementet <para> får inte stå här.
pages/vision.xml:18: error: Elementet <para> får inte stå här.
pages/vision.xml:19: error: Elementet <para> får inte stå här.
pages/vision.xml:20: error: Elementet <para> får inte stå här.
pages/vision.xml:21: error: Elementet <para> får inte stå här.
pages/vision.xml:22: error: Elementet <para> får inte stå här.
pages/vision.xml:23: error: Elementet <para> får inte stå här.
pages/vision.xml:24: error: Elementet <para> får inte stå här.
pages/vision.xml:25: error: Elementet <para> får inte stå här.
pages/vision.xml:26: error: Elementet <para> får inte stå här.
pages/vision.xml:27: error: Elementet <para> får inte stå här.
pages/vision.xml:28: error: Elementet <para> får inte stå här.
pages/vision.xml:29: error: Elementet <para> får inte stå här.
pages/vision.xml:30: error: Elementet <para> får inte stå här.
pages/vision.xml:31: error: Elementet <para> får inte stå här.
pages/vision.xml:32: error: Elementet <para> får inte stå här.
pages/vision.xml:33: error: Elementet <para> får inte stå här.
pages/vision.xml:34: error: Elementet <para> får inte stå här.
pages/vision.xml:35: error: Elementet <para> får inte stå här.
pages/vision.xml:36: error: Elementet <para> får inte stå här.
… och 10 till.
exit 1
