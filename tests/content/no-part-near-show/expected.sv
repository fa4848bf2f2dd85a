pages/start.xml:5: error: Det finns ingen del ”etl”; menade du ”tel”?
exit 1
