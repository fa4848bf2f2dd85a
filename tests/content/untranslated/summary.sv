Skärmar: 5. Texter: 23. Fel: 0. Varningar: 1.
English: 22 av 23 texter översatta.
English saknas för:
pages/vision.xml:13: Plan
Den äldsta texten är från 2014-12: pages/vision.xml.
