Skärmar: 5. Texter: 23. Fel: 0. Varningar: 1.
English: 0 av 23 texter översatta.
English saknas för:
site.xml:4: Nära till allt
site.xml:7: Telefon
site.xml:7: 0582-68 50 00
site.xml:8: E-post
site.xml:9: Webbplats
site.xml:10: Adress
site.xml:13: Organisationsnummer
site.xml:16: Öppettider
site.xml:17: Huset
site.xml:24: Sommaröppettider
site.xml:27: julafton
site.xml:28: Begränsat ibland.
today.xml:4: Hissen är trasig.
today.xml:5: Fråga i receptionen.
pages/help.xml:2: Hjälp
pages/index.xml:2: A–Ö
pages/language.xml:2: Språk
pages/start.xml:3: Start
pages/vision.xml:2: Vision
pages/vision.xml:11: Läs om <a page="help">hjälpen</a>.
… och 3 till.
Den äldsta texten är från 2014-12: pages/vision.xml.
