// What a reader chooses, and the address that keeps it: everything on the page follows, together, and comes back.

import assert from "node:assert/strict";
import { PAGE } from "./support/checkout.mjs";
import { eventually, until } from "./support/eventually.mjs";
import { hostPage } from "./support/host.mjs";
import { scenario } from "./support/scenario.mjs";

const CONFERENCES = "Initial child protection conferences within timescales";
const LOOKED_AFTER = "Children looked after";
const OUTTURN = "Budget and outturn by service area";
const ALL = ["The quarter before", "Statistical neighbours", "South East", "England"];

scenario("a quarter changes all indicators, their heading and the address", {}, async ({ open }) => {
  const explorer = await open();
  const before = await explorer.seen();
  assert.deepEqual([before.quarter, before.fragment], [["Q4 2020/21"], ""]);
  assert.deepEqual(figures(before, CONFERENCES).slice(0, 3), ["70%", "", "↓ down 9 points ▼ worse since Q3"]);

  await explorer.choose("Q3 2020/21");
  const after = await explorer.seen();
  assert.deepEqual(after.quarter, ["Q3 2020/21"]);
  assert.equal(after.heading, "All indicators, Q3 2020/21");
  assert.match(after.sentence, /4 got better, 2 got worse and 1 did not change/);
  assert.deepEqual(figures(after, CONFERENCES).slice(0, 3), ["79%", "", "↓ down 11 points ▼ worse since Q2"]);
  assert.equal(after.fragment, "#kpi?p=2020-10-01/P3M");
});

scenario("a quarter changes sentence, marked row, charts and address of an indicator", {}, async ({ open }) => {
  const explorer = await open();
  await explorer.open(CONFERENCES);
  const before = await explorer.seen();
  assert.match(before.sentence, /^70% in Q4 2020\/21, down 9 percentage points since Q3 \(79%\)/);
  assert.deepEqual(marked(before), ["Q4 2020/21"]);

  await explorer.choose("Q1 2020/21");
  const after = await until(
    () => explorer.seen(),
    (seen) => assert(seen.pictures.every((picture, at) => picture.print !== before.pictures[at].print)),
  );
  assert.match(after.sentence, /^91% in Q1 2020\/21\./);
  assert.deepEqual(marked(after), ["Q1 2020/21"]);
  assert.deepEqual(after.quarter, ["Q1 2020/21"]);
  assert.equal(after.heading, CONFERENCES);
  assert.equal(after.fragment, "#kpi?i=icpc-in-time&p=2020-04-01/P3M");
});

scenario("comparators change the columns of all indicators", {}, async ({ open }) => {
  const explorer = await open();
  assert.deepEqual((await explorer.seen()).compare, ALL);
  await explorer.comparator("South East").uncheck();
  await explorer.comparator("The quarter before").uncheck();
  const seen = await explorer.seen();
  const columns = ["Indicator", "Figure", "Trend", "Statistical neighbours", "England"];
  assert.deepEqual(seen.table.columns, columns);
  assert.equal(seen.fragment, "#kpi?c=SN,E92000001");

  await explorer.comparator("The quarter before").check();
  await explorer.comparator("South East").check();
  assert.equal((await explorer.seen()).fragment, "", "the default choices leave no fragment");
});

scenario("comparators change sentence, table, charts and address of an indicator", {}, async ({ open }) => {
  const explorer = await open();
  await explorer.open(LOOKED_AFTER);
  const before = await explorer.seen();
  assert.match(before.sentence, /higher than statistical neighbours \(78\.5\), South East \(53\) and England \(67\)/);
  assert.deepEqual(headings(before), ["Isle of Wight", "Statistical neighbours", "South East", "England"]);

  await explorer.comparator("Statistical neighbours").uncheck();
  const after = await until(
    () => explorer.seen(),
    (seen) => assert.notEqual(seen.pictures.at(-1).print, before.pictures.at(-1).print),
  );
  assert.doesNotMatch(after.sentence, /neighbours/);
  assert.deepEqual(headings(after), ["Isle of Wight", "South East", "England"]);
  assert.equal(after.fragment, "#kpi?i=children-looked-after&c=previous,E12000008,E92000001");
});

scenario("without anything to compare with there is still the figure", {}, async ({ open }) => {
  const explorer = await open();
  for (const name of ALL) await explorer.comparator(name).uncheck();
  assert.deepEqual((await explorer.seen()).table.columns, ["Indicator", "Figure", "Trend"]);
  await explorer.open(LOOKED_AFTER);
  const seen = await explorer.seen();
  assert.match(seen.sentence, /^107 per 10,000 in 2020\./);
  assert.deepEqual(headings(seen), ["Isle of Wight"]);
});

scenario("the measure of an indicator with several changes the chart and the address", {}, async ({ open }) => {
  const explorer = await open();
  await explorer.open(OUTTURN);
  const before = await explorer.pictures();
  await explorer.measure("Variance, £ thousand").check();
  await until(
    () => explorer.pictures(),
    (after) => assert.notEqual(after[0].print, before[0].print),
  );
  assert.equal(await explorer.fragment(), "#kpi?i=outturn&s=variance");
  await explorer.measure("Budget and Forecast, £ thousand").check();
  await eventually(() => explorer.pictures(), before);
});

scenario("back, forward and reload bring each state back", {}, async ({ open, page }) => {
  const explorer = await open();
  const states = [await explorer.seen()];
  const steps = [
    () => explorer.choose("Q3 2020/21"),
    () => explorer.open(CONFERENCES),
    () => explorer.comparator("England").uncheck(),
    () => explorer.backToAll(),
  ];
  for (const step of steps) {
    await step();
    states.push(await explorer.seen());
  }
  for (const state of states.slice(0, -1).reverse()) {
    await page.goBack();
    await eventually(() => explorer.seen(), state);
  }
  for (const state of states.slice(1)) {
    await page.goForward();
    await eventually(() => explorer.seen(), state);
  }
  await page.goBack();
  await eventually(() => explorer.seen(), states[3]);
  await page.reload();
  await explorer.ready();
  await eventually(() => explorer.seen(), states[3]);
});

scenario("a link opens what it was taken from", {}, async ({ open }) => {
  const explorer = await open(`${PAGE}#kpi?i=icpc-in-time&p=2020-10-01/P3M&c=previous,SN`);
  const seen = await explorer.seen();
  assert.equal(seen.heading, CONFERENCES);
  assert.deepEqual([seen.quarter, seen.compare], [["Q3 2020/21"], ["The quarter before", "Statistical neighbours"]]);
  assert.match(seen.sentence, /^79% in Q3 2020\/21/);
  assert.equal(seen.fragment, "#kpi?i=icpc-in-time&p=2020-10-01/P3M&c=previous,SN");
});

scenario("a link that is followed on the page opens what it names", {}, async ({ open, page }) => {
  const explorer = await open();
  await page.evaluate(() => (location.hash = "#kpi?i=outturn&s=variance-percent"));
  await explorer.indicator.waitFor();
  assert.equal(await explorer.heading.textContent(), OUTTURN);
  assert(await explorer.measure("Variance, %").isChecked());
});

scenario("unknown, old and broken fragments do not break the page", {}, async ({ open, visit, page }) => {
  const explorer = await open();
  const usual = await explorer.seen();
  const strange = [
    "#kpi?i=no-such-thing",
    "#kpi?i=outturn&s=no-such-measure&v=no-such-view",
    "#kpi?p=2020",
    "#kpi?p=yesterday",
    "#kpi?zoom=3&&=&i",
    "#kpi?p=%E0%A4%A&zz=%",
    "#kpi",
    "#kpi?",
  ];
  for (const fragment of strange) {
    const expected = fragment.includes("outturn") ? OUTTURN : usual.heading;
    await visit(PAGE + fragment);
    await eventually(() => explorer.heading.textContent(), expected, `changed to ${fragment}`);
    await page.reload();
    await explorer.ready();
    assert.equal(await explorer.heading.textContent(), expected, `opened with ${fragment}`);
    assert.deepEqual((await explorer.seen()).quarter, usual.quarter, fragment);
  }
  await explorer.choose("Q3 2020/21");
  assert.equal(await explorer.fragment(), "#kpi?p=2020-10-01/P3M", "the next choice tidies up");
});

scenario("comparators that nobody knows compare with nothing, and the rest holds", {}, async ({ open }) => {
  const explorer = await open(`${PAGE}#kpi?c=Atlantis&p=2020-10-01/P3M`);
  const seen = await explorer.seen();
  assert.deepEqual([seen.compare, seen.quarter], [[], ["Q3 2020/21"]]);
});

scenario("a fragment of the page around is left alone", {}, async ({ open, page }) => {
  const explorer = await open(`${PAGE}#main`);
  const seen = await explorer.seen();
  assert.deepEqual([seen.heading, seen.fragment], ["All indicators, Q4 2020/21", "#main"]);
  await explorer.choose("Q3 2020/21");
  await eventually(async () => (await explorer.seen()).heading, "All indicators, Q3 2020/21");
  assert.equal(await explorer.fragment(), "#main", "it is not ours to change");
  await page.evaluate(() => (location.hash = ""));
  await explorer.choose("Q2 2020/21");
  await eventually(() => explorer.fragment(), "#kpi?p=2020-07-01/P3M");
  await page.evaluate(() => (location.hash = "#main"));
  await eventually(() => explorer.fragment(), "#main");
  assert.deepEqual((await explorer.seen()).quarter, ["Q2 2020/21"], "what is shown stays too");
});

scenario("a click with a key held on an indicator is the browser's", {}, async ({ open, context, page }) => {
  const explorer = await open();
  const opened = context.waitForEvent("page");
  await explorer.indicatorLink(CONFERENCES).click({ modifiers: ["Control"] });
  const tab = await opened;
  await tab.waitForLoadState();
  assert.match(tab.url(), /#kpi\?i=icpc-in-time$/);
  assert.equal(await tab.getByRole("article").getByRole("heading").first().textContent(), CONFERENCES);
  assert.equal(new URL(page.url()).hash, "");
  assert(await explorer.overview.isVisible());
});

scenario('with history="none" the address is the page\'s alone', {}, async ({ open, page, server }) => {
  server.put("/host.html", hostPage({ attributes: 'history="none"' }));
  const explorer = await open("/host.html#kpi?i=icpc-in-time");
  const entries = () => page.evaluate(() => history.length);
  const before = await entries();
  assert(await explorer.overview.isVisible());
  await explorer.choose("Q3 2020/21");
  await explorer.open(CONFERENCES);
  await eventually(async () => (await explorer.seen()).quarter, ["Q3 2020/21"]);
  assert.deepEqual([await explorer.fragment(), await entries()], ["#kpi?i=icpc-in-time", before]);
});

scenario("attributes set what is shown at first, and what the address leaves out", {}, async ({ open, server }) => {
  const attributes = 'indicator="icpc-in-time" period="2020-10-01/P3M" compare="E92000001"';
  server.put("/host.html", hostPage({ attributes }));
  const explorer = await open("/host.html");
  const seen = await explorer.seen();
  assert.deepEqual(
    [seen.heading, seen.quarter, seen.compare, seen.fragment],
    [CONFERENCES, ["Q3 2020/21"], ["England"], ""],
  );
  await explorer.backToAll();
  assert.equal(await explorer.fragment(), "#kpi?v=overview");
  await explorer.open(CONFERENCES);
  assert.equal(await explorer.fragment(), "");
});

const figures = (seen, name) => seen.table.rows.find((row) => row.heading === name).cells;

const headings = (seen) => seen.table.rows.map((row) => row.heading);

const marked = (seen) => seen.table.rows.filter((row) => row.marked).map((row) => row.heading);
