today.xml:7: error: Skriv antingen is="closed" eller när det är öppet.
exit 1
