Fel: 30. Varningar: 0. Ingen bok görs.
