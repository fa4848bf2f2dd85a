pages/vision.xml:11: error: Sidan help har inget avsnitt ”plan”.
exit 1
