Skärmar: 5. Texter: 23. Fel: 0. Varningar: 0.
English: 23 av 23 texter översatta.
Den äldsta texten är från 2014-12: pages/vision.xml.
