pages/start.xml:4: error: Det finns inga öppettider ”huse”; menade du ”huset”?
exit 1
