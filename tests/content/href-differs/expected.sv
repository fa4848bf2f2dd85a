site.xml:8: error: ”huset@example.se” är inte dit mailto:annan@example.se leder.
exit 1
