// Tables: sorted by any column, with differences where they are asked for, and thousands of rows that are all there.

import assert from "node:assert/strict";
import { PAGE } from "./support/checkout.mjs";
import { eventually, until } from "./support/eventually.mjs";
import { element, hostPage } from "./support/host.mjs";
import { scenario } from "./support/scenario.mjs";

const ROWS = 3000;
/** Behind the areas stand the quartiles and the median. */
const LINES = ROWS + 3;
/** The figure of each area: no two alike, and in no order. */
const value = (at) => (at * 7919) % 10007;
const MOST = Array.from({ length: ROWS }, (_, at) => at).reduce((most, at) => (value(at) > value(most) ? at : most));

/** A publication of so many areas of one kind. */
function many() {
  const areas = Array.from({ length: ROWS }, (_, at) => ({ id: `E06${String(at).padStart(6, "0")}`, name: `Area ${at}` }));
  areas[0].role = "focus";
  const series = areas.map(({ id }, at) => ({ area: id, values: [value(at)] }));
  return JSON.stringify({
    kpi: "1.0",
    title: "Many areas",
    publisher: { name: "Made for a test" },
    areas,
    indicators: [{ id: "many", name: "Many", unit: { kind: "count", total: false }, periods: ["2020"], series }],
  });
}

scenario("a head sorts its column, and the other way when it is pressed again", {}, async ({ open }) => {
  const explorer = await open(`${PAGE}#kpi?i=outturn`);
  const head = (name) => explorer.table.getByRole("columnheader", { name });
  const first = async () => (await explorer.seen()).table.rows[0].heading;
  await head(/^Forecast/).getByRole("button").click();
  await eventually(first, "Strategic Development");
  assert.equal(await head(/^Forecast/).getAttribute("aria-sort"), "ascending");
  await head(/^Forecast/).getByRole("button").press("Enter");
  await eventually(first, "Children's Services (non-schools)");
  assert.equal(await head(/^Forecast/).getAttribute("aria-sort"), "descending");
  assert.equal(await head(/^Budget/).getAttribute("aria-sort"), null);
  assert.equal(await explorer.fragment(), "#kpi?i=outturn&r=-0,figure,E06000046,forecast");
  await explorer.goBack();
  await eventually(first, "Strategic Development");
});

scenario("differences stand beside each comparator on demand", {}, async ({ open }) => {
  const explorer = await open(`${PAGE}#kpi?i=icpc-in-time&c=E92000001`);
  const columns = async () => (await explorer.seen()).table.columns;
  assert.deepEqual(await columns(), ["Period", "Isle of Wight", "England"]);
  await explorer.indicator.getByRole("checkbox", { name: "Show differences" }).check();
  await until(columns, (found) => assert.deepEqual(found.slice(2), ["England", "Difference from England"]));
});

scenario("three thousand rows are all there, in line, and laid out where they are looked at", {}, async (given) => {
  const { page, server, open } = given;
  server.put("/many.json", many()).put("/host.html", hostPage({ body: element("", "/many.json") }));
  const explorer = await open("/host.html#kpi?i=many");
  assert.equal(await explorer.comparators.count(), 5, "so many areas have no box each");
  await explorer.element.getByRole("combobox", { name: "Another area" }).selectOption("Area 77");
  await eventually(() => explorer.comparator("Area 77").isChecked(), true);
  const table = explorer.indicator.getByRole("table").last();
  const shape = () =>
    table.evaluate((table) => {
      const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
      const left = (row) => [...row.cells].map((cell) => Math.round(cell.getBoundingClientRect().left));
      return {
        rows: rows.length,
        first: rows[0].cells[0].textContent,
        last: rows.at(-1).cells[0].textContent,
        lazy: [...table.tBodies].every((body) => getComputedStyle(body).contentVisibility === "auto"),
        inLine: JSON.stringify(left(rows.at(-1))) === JSON.stringify(left(table.tHead.rows[0])),
      };
    });
  await table.getByRole("row").last().scrollIntoViewIfNeeded();
  const before = await shape();
  assert.deepEqual([before.rows, before.lazy, before.inLine], [LINES, true, true]);
  assert.equal(before.first, "Area 0");
  assert.equal(await table.getByRole("row").count(), LINES + 1, "also for those who do not see them");

  await table.getByRole("columnheader", { name: "Rank" }).getByRole("button").click();
  await eventually(async () => (await shape()).first, `Area ${MOST}`);
});
