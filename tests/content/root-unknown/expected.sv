site.xml:2: error: Filen ska innehålla <site>.
exit 1
