pages/start.xml:4: error: Det finns inga öppettider ”badet”.
exit 1
