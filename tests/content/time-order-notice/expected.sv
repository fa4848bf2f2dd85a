today.xml:3: error: 2026-12-01T08:00 är inte före 2026-12-01T08:00.
exit 1
