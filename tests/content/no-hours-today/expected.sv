today.xml:7: error: Det finns inga öppettider ”badet”.
exit 1
