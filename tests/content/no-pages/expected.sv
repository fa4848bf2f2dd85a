pages: error: Det finns inga sidor i mappen pages.
exit 1
