Skärmar: 5. Texter: 23. Fel: 0. Varningar: 1.
English: 23 av 23 texter översatta.
Dagar som har varit: 1. De kan tas bort:
today.xml:7: 2020-10-30
Den äldsta texten är från 2014-12: pages/vision.xml.
