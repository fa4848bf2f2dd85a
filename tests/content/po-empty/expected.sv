pages/help.xml:2: warning: Inte översatt (en): ”Hjälp”.
pages/index.xml:2: warning: Inte översatt (en): ”A–Ö”.
pages/language.xml:2: warning: Inte översatt (en): ”Språk”.
pages/start.xml:3: warning: Inte översatt (en): ”Start”.
pages/vision.xml:2: warning: Inte översatt (en): ”Vision”.
pages/vision.xml:11: warning: Inte översatt (en): ”Läs om <a page="help">hjälpen</a>.”.
pages/vision.xml:13: warning: Inte översatt (en): ”Plan”.
pages/vision.xml:14: warning: Inte översatt (en): ”Ring <ref contact="huset" part="tel"/>.”.
pages/vision.xml:17: warning: Inte översatt (en): ”Kort text.”.
site.xml:4: warning: Inte översatt (en): ”Nära till allt”.
site.xml:7: warning: Inte översatt (en): ”Telefon”.
site.xml:7: warning: Inte översatt (en): ”0582-68 50 00”.
site.xml:8: warning: Inte översatt (en): ”E-post”.
site.xml:9: warning: Inte översatt (en): ”Webbplats”.
site.xml:10: warning: Inte översatt (en): ”Adress”.
site.xml:13: warning: Inte översatt (en): ”Organisationsnummer”.
site.xml:16: warning: Inte översatt (en): ”Öppettider”.
site.xml:17: warning: Inte översatt (en): ”Huset”.
site.xml:24: warning: Inte översatt (en): ”Sommaröppettider”.
site.xml:27: warning: Inte översatt (en): ”julafton”.
… och 3 till.
exit 0
