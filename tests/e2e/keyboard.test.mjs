// The whole way with the keys alone, and what is said to those who do not see a change.

import assert from "node:assert/strict";
import { FIGURES, readJson } from "./support/checkout.mjs";
import { eventually, until } from "./support/eventually.mjs";
import { element, hostPage } from "./support/host.mjs";
import { focus, tabThrough } from "./support/keyboard.mjs";
import { scenario } from "./support/scenario.mjs";

const CONFERENCES = "Initial child protection conferences within timescales";
const COMPARATORS = ["The quarter before", "Statistical neighbours", "South East", "England"];
const TITLE = ["Isle of Wight Council", "About these figures"];
const LISTING = ["Topic", "Show", "Order", "Find"];
/** What got worse and what got better, before the list of all. */
const MOVERS = [
  "Assessments completed within timescales",
  "Initial child protection conferences within timescales",
  "Audits: ethnicity and culture considered",
  "Audits: circumstances and outcomes improved",
  "Audits: analysis influencing decisions",
  "Audits: multi-agency involvement",
  "Audits: plan was SMART",
];
/** What is taken away: the figures shown, all figures, the page; between them each chart. */
const SHOWN = ["CSV", "CSV for Excel", "Copy as a table"];
const CHART = ["PNG", "SVG"];
const WHOLE = ["CSV", "CSV for Excel", "KPI JSON", "Offline copy", "Print", "Copy link", "Copy citation"];
const WITH_LIST = WHOLE.toSpliced(WHOLE.indexOf("Print") + 1, 0, "Print all indicators listed");

scenario("tab goes through all indicators in the order in which they are read", {}, async ({ page, server, open }) => {
  server.put("/host.html", hostPage());
  const explorer = await open("/host.html");
  const indicators = (await readJson(FIGURES)).indicators.map((indicator) => indicator.name);
  const expected = ["Before", ...TITLE, "Q4 2020/21", ...COMPARATORS, ...LISTING, ...MOVERS, ...indicators, ...SHOWN, ...WITH_LIST, "After"];

  const there = await tabThrough(page, "Tab", expected.length);
  assert.deepEqual(names(there), expected);
  assertReadingOrder(there);
  assertVisible(there);
  const back = await tabThrough(page, "Shift+Tab", expected.length - 1);
  assert.deepEqual(names(back), expected.slice(0, -1).reverse(), "and nothing holds the focus on the way back");
  assert.equal(await explorer.fragment(), "", "going through changes nothing");
});

scenario("tab goes through an indicator in the order in which it is read", {}, async ({ page, server, open }) => {
  server.put("/host.html", hostPage());
  const explorer = await open("/host.html#kpi?i=outturn");
  const caption = await explorer.table.getByRole("caption").textContent();
  const columns = (await explorer.seen()).table.columns;
  const expected = [
    "Before",
    ...TITLE,
    "Q4 2020/21",
    ...COMPARATORS,
    "‹ All indicators",
    "Budget and Forecast, £ thousand",
    "Service area",
    "Chart: Budget and outturn by service area, £ thousand, 2020/21",
    caption,
    ...columns,
    "Show differences",
    ...SHOWN,
    ...CHART,
    ...WHOLE,
    "After",
  ];
  const stops = await tabThrough(page, "Tab", expected.length);
  assert.deepEqual(names(stops), expected);
  assertReadingOrder(stops);
  assertVisible(stops);
});

scenario("the focus can be seen in dark and in forced colours", {}, async ({ page, open }) => {
  const explorer = await open();
  const stops = [explorer.quarter("Q4 2020/21"), explorer.comparator("England"), explorer.indicatorLinks.first()];
  for (const media of [{}, { colorScheme: "dark" }, { forcedColors: "active" }]) {
    await page.emulateMedia(media);
    for (const stop of stops) {
      const look = () => stop.locator("xpath=..").screenshot({ animations: "disabled" });
      await stop.blur();
      const before = await look();
      // A script's focus is shown only after a key, and a key is what this is about.
      await page.keyboard.press("Shift");
      await stop.focus();
      const after = await look();
      assert(!before.equals(after), `${JSON.stringify(media)}: ${await stop.evaluate((element) => element.outerHTML)}`);
    }
  }
});

scenario("the whole way: quarter, comparators, an indicator, and back", {}, async ({ page, open }) => {
  const explorer = await open();
  const press = (...keys) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  await explorer.quarter("Q4 2020/21").focus();

  await press("ArrowLeft");
  assert.deepEqual((await explorer.seen()).quarter, ["Q3 2020/21"]);
  await press("ArrowUp");
  assert.deepEqual((await explorer.seen()).quarter, ["Q2 2020/21"]);
  await press("ArrowRight");
  assert.equal((await focus(page)).name, "Q3 2020/21", "the focus stays where the reader is");

  await press("Tab", "Tab", "Tab", "Space");
  assert.deepEqual((await explorer.seen()).compare, ["The quarter before", "Statistical neighbours", "England"]);
  assert.equal((await focus(page)).name, "South East");

  await explorer.indicatorLink(CONFERENCES).focus();
  await press("Enter");
  await eventually(async () => (await focus(page))?.name, CONFERENCES);
  assert.equal((await focus(page)).tag, "h2", "the focus is where reading goes on");
  assert.match(await explorer.sentence.textContent(), /^79% in Q3 2020\/21/);

  await press("Tab");
  assert.equal((await focus(page)).name, `Chart: ${CONFERENCES}, Per cent, Q1 2020/21 to Q4 2020/21`, "the next stop is after the heading");
  await press("Shift+Tab");
  const back = await focus(page);
  assert.equal(back.name, "‹ All indicators");
  await press("Enter");
  const link = { tag: "a", name: "Initial child protection conferences within timescales" };
  await eventually(async () => {
    const { tag, name } = (await focus(page)) ?? {};
    return { tag, name };
  }, link);
  assert.equal(await explorer.fragment(), "#kpi?p=2020-10-01/P3M&c=previous,SN,E92000001");
});

scenario("the page that opens takes no focus, going back gives it to the link that was followed", {}, async ({ page, open }) => {
  const explorer = await open();
  assert.equal(await focus(page), null);
  await explorer.open(CONFERENCES);
  await page.goBack();
  const link = { tag: "a", name: "Initial child protection conferences within timescales" };
  await eventually(async () => {
    const { tag, name } = (await focus(page)) ?? {};
    return { tag, name };
  }, link);
});

scenario("the link to what has to be known leads there", {}, async ({ page, open }) => {
  const explorer = await open();
  await explorer.element.getByRole("link", { name: "About these figures" }).focus();
  await page.keyboard.press("Enter");
  await eventually(async () => (await focus(page))?.name, "About these figures");
  assert.equal(await explorer.fragment(), "#kpi?v=about");
  await page.goBack();
  await eventually(async () => (await focus(page))?.name, "All indicators, Q4 2020/21");
});

scenario("a table that is wider than the page scrolls with the keys", {}, async ({ page, open }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const explorer = await open("/index.html#kpi?i=outturn");
  const region = explorer.indicator.getByRole("region", { name: "Budget and outturn by service area" });
  await region.focus();
  await page.keyboard.press("ArrowRight");
  await until(
    () => region.evaluate((element) => element.scrollLeft),
    (left) => assert(left > 0),
  );
});

scenario("a chart says how many values it has before it is read", {}, async ({ server, open }) => {
  server.put("/years.html", hostPage({ body: element("", "/www/data/isle-of-wight-2013-25.kpi.json") }));
  const explorer = await open("/years.html#kpi?i=vacancy-rate");
  const [lines, bars] = await explorer.indicator.getByRole("slider").all();
  await eventually(() => lines.getAttribute("aria-valuemax"), "36");
  await eventually(() => bars.getAttribute("aria-valuemax"), "4");
});

scenario("whoever goes to what moved comes back to it", {}, async ({ page, open }) => {
  const explorer = await open();
  const mover = explorer.overview.getByRole("list").getByRole("link", { name: CONFERENCES });
  await mover.focus();
  await page.keyboard.press("Enter");
  await eventually(async () => (await focus(page))?.name, CONFERENCES);
  await explorer.back.focus();
  await page.keyboard.press("Enter");
  const has = (link) => link.evaluate((link) => link === link.getRootNode().activeElement);
  await until(() => has(mover), (found) => assert(found, "the mover has the focus"));

  // Without the quarter before nothing has moved: the row is what is left.
  await page.keyboard.press("Enter");
  await eventually(async () => (await focus(page))?.name, CONFERENCES);
  await explorer.toggle("The quarter before");
  await explorer.back.focus();
  await page.keyboard.press("Enter");
  await until(() => has(explorer.indicatorLink(CONFERENCES)), (found) => assert(found, "the row has the focus"));
});

scenario("home and end go into a chart at its ends", {}, async ({ page, open }) => {
  const explorer = await open("/index.html#kpi?i=icpc-in-time&p=2020-07-01/P3M");
  const chart = explorer.indicator.getByRole("slider");
  await eventually(() => chart.getAttribute("aria-valuemax"), "4");
  for (const [key, at] of [["Home", "1"], ["End", "4"], ["Enter", "2"]]) {
    await chart.focus();
    await page.keyboard.press(key);
    await eventually(() => chart.getAttribute("aria-valuenow"), at, key);
    await page.keyboard.press("Escape");
    await eventually(() => chart.getAttribute("aria-valuenow"), "0", key);
  }
});

scenario("every change is said, in one place that stays", {}, async ({ page, open }) => {
  const explorer = await open();
  const region = await explorer.status.elementHandle();
  const changes = [
    [
      () => explorer.choose("Q3 2020/21"),
      /^All indicators, Q3 2020\/21, compared with the period before, statistical /,
    ],
    [() => explorer.comparator("England").uncheck(), /^All indicators, Q3 2020\/21, .* and South East\.$/],
    [() => explorer.open(CONFERENCES), /^Initial child protection conferences within timescales, Q3 2020\/21, /],
    [() => explorer.choose("Q2 2020/21"), /^Initial .*, Q2 2020\/21, /],
    [() => page.goBack(), /^Initial .*, Q3 2020\/21, /],
    [() => explorer.backToAll(), /^All indicators, Q3 2020\/21, /],
  ];
  assert.equal(await region.textContent(), "", "the page that opens is no news");
  for (const [change, said] of changes) {
    const before = await region.textContent();
    await change();
    await until(
      () => region.textContent(),
      (now) => {
        assert.match(now, said);
        assert.notEqual(now, before);
      },
    );
    assert.equal(await explorer.status.count(), 1);
    assert(await region.evaluate((element) => element.isConnected), "it is the element that was there at first");
  }
});

const names = (stops) => stops.map((stop) => stop.name);

/** Never to a line above but in the next column, and on one line never to the left. */
function assertReadingOrder(stops) {
  stops.slice(1).forEach((stop, at) => {
    const before = stops[at].box;
    const { box } = stop;
    const below = box.top >= before.bottom - 2;
    const beside = box.bottom > before.top && box.left >= before.left;
    const inNextColumn = box.left >= before.right;
    assert(below || beside || inNextColumn, `${stop.name} is read before ${stops[at].name}`);
  });
}

function assertVisible(stops) {
  const hidden = stops.filter((stop) => stop.insideExplorer && !stop.visible).map((stop) => stop.name);
  assert.deepEqual(hidden, [], "with the focus on them these look as they do without");
}
