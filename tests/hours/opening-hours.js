// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the package opening_hours. A line of standard input is a JSON object:
// {"rules": …, "at": [seconds since 1970, …]}; for each instant a line says
// status, next change, status from then on. Without "at" it lists the public
// holidays of the years it is given: {"holidays": [2026, …]}.
"use strict";
const OpeningHours = require("opening_hours");
const SWEDEN = { address: { country_code: "se", country: "Sverige" } };

function letter(iterator) {
  if (iterator.getUnknown()) return "U";
  return iterator.getState() ? "O" : "C";
}

function answer(hours, seconds) {
  const iterator = hours.getIterator(new Date(seconds * 1000));
  const status = letter(iterator);
  // A change of its own is a change of the comment, too: go on until it is
  // the status that differs.
  while (iterator.advance() && letter(iterator) === status);
  return [status, iterator.getDate().getTime() / 1000, letter(iterator)]
    .join("\t");
}

function holidays(year) {
  const hours = new OpeningHours("PH", SWEDEN);
  const days = [];
  const day = new Date(year, 0, 1, 12);
  while (day.getFullYear() === year) {
    if (hours.getState(day))
      days.push((day.getMonth() + 1) + "-" + day.getDate());
    day.setDate(day.getDate() + 1);
  }
  return year + "\t" + days.join(" ");
}

require("readline").createInterface({ input: process.stdin })
  .on("line", (line) => {
    const asked = JSON.parse(line);
    if (asked.holidays) {
      for (const year of asked.holidays) console.log(holidays(year));
      return;
    }
    const hours = new OpeningHours(asked.rules, SWEDEN);
    console.log(asked.at.map((at) => answer(hours, at)).join("\n"));
  });
