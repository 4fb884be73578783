// Every figure of the seed documents is on the page, in its place.

import assert from "node:assert/strict";
import { readJson } from "./support/checkout.mjs";
import * as reading from "./support/reading.mjs";
import { scenario } from "./support/scenario.mjs";

const RECORDS = await readJson("/tests/seed-figures.json");
const INDICATORS = 27;

scenario("every figure stands in its indicator's table", {}, async ({ open }) => {
  const explorer = await open();
  const names = await explorer.indicatorLinks.allTextContents();
  assert.equal(names.length, INDICATORS);
  const pages = [];
  for (const name of names) {
    await explorer.open(name);
    pages.push({
      name: await explorer.heading.textContent(),
      words: [await explorer.sentence.textContent(), ...(await explorer.details.allTextContents())],
      table: await explorer.table.evaluate(reading.table),
    });
    await explorer.backToAll();
  }
  assert.deepEqual(
    pages.map((page) => page.name),
    names,
  );
  const missing = RECORDS.filter((record) => !pages.some((page) => isOn(page, record)));
  assert.deepEqual(missing.map(described), []);
});

scenario("every headline figure stands in the overview of its time", {}, async ({ open }) => {
  const explorer = await open();
  const overviews = new Map();
  for (const quarter of ["Q1 2020/21", "Q2 2020/21", "Q3 2020/21", "Q4 2020/21"]) {
    await explorer.choose(quarter);
    overviews.set(quarter, await explorer.table.evaluate(reading.table));
  }
  const isInOverview = (record) => {
    const { columns, rows } = overviews.get(record.period) ?? overviews.get("Q4 2020/21");
    const column = record.area === "Isle of Wight" ? "Figure" : record.area;
    const at = columns.indexOf(column) - 1;
    return rows.some((row) => isNamed(row.heading, record.indicator) && figure(row.cells[at] ?? "") === record.shown);
  };
  // Tables of parts and earlier years are one step further; a figure that does not stand is in the notes.
  const headlines = RECORDS.filter((record) => record.stands && !record.category && !isEarlierYear(record));
  assert.deepEqual(headlines.filter((record) => !isInOverview(record)).map(described), []);
});

scenario(
  "every figure stands in the plain tables, without any program",
  { context: { javaScriptEnabled: false } },
  async ({ page, visit }) => {
    await visit();
    const pages = [];
    for (const element of await page.getByRole("table").all()) {
      const table = await element.evaluate(reading.table);
      const name = table.caption.replace(/: [^:]*$/, "");
      const notes = await element.locator("xpath=following-sibling::ul[1]").textContent();
      pages.push({ name, words: [notes], table });
    }
    assert.equal(pages.length, INDICATORS);
    const missing = RECORDS.filter((record) => !pages.some((page) => isOn(page, record)));
    assert.deepEqual(missing.map(described), []);
  },
);

/** Of indicators with two years the overview shows the later. */
const isEarlierYear = (record) => record.period === "2019" && !record.indicator.includes("poverty");

const described = ({ indicator, area, period, category, measure, shown }) =>
  [shown, indicator, category, measure, area, period].filter(Boolean).join(", ");

const letters = (text) => text.toLowerCase().replace(/['’]/g, "");

const isNamed = (name, words) => letters(name).includes(letters(words));

/** The figure of a cell: `approximately 27,100` has 27,100, `17.9% 2.5 points higher` has 17.9%. */
const figure = (cell) =>
  cell
    .split(" ")
    .find((word) => /\d/.test(word))
    ?.replace("£", "");

/** Whether a page has a record in the row and the column where it belongs. */
function isOn({ name, words, table }, record) {
  if (!isNamed(name, record.indicator)) return false;
  if (!record.stands) return words.some((text) => text.split(/[\s.;:]+/).includes(record.shown));
  const [kind, ...columns] = table.columns;
  const cell = (row, column) => {
    const at = columns.findIndex(column);
    return table.rows.filter((found) => row(found.heading)).map((found) => figure(found.cells[at] ?? ""))[0];
  };
  if (kind === "Period") {
    const isPeriod = (heading) => heading === record.period;
    return cell(isPeriod, (heading) => heading === record.area) === record.shown;
  }
  if (!record.period.split(" or ").some((period) => table.caption.endsWith(`, ${PERIODS[period] ?? period}`))) {
    return false;
  }
  if (kind === "Area") {
    const isArea = (heading) => heading === record.area;
    return cell(isArea, () => true) === record.shown;
  }
  const isCategory = (heading) => letters(heading) === letters(record.category ?? "");
  const isMeasure = (heading) =>
    record.measure === "%" ? heading.includes("%") : heading.startsWith(`${record.measure}, £`);
  return cell(isCategory, isMeasure) === record.shown;
}

/** How a table's caption says them. */
const PERIODS = { undated: "no date given" };
