// The end of the program: a trap anywhere in it, as a panic is one. What was shown stays readable, it is said, and one click
// brings all of it back; the other elements of the page go on.

import assert from "node:assert/strict";
import { FIGURES, read } from "./support/checkout.mjs";
import { eventually, until } from "./support/eventually.mjs";
import { Explorer } from "./support/explorer.mjs";
import { element, hostPage } from "./support/host.mjs";
import { scenario } from "./support/scenario.mjs";
import { trapdoors } from "./support/trapdoors.mjs";

const DYING = { expected: [/RuntimeError: unreachable/] };
const TRUST = "/tests/fixtures/trust.kpi.json";
const CONTACTS = "/tests/fixtures/indicators/contacts.json";
const SAID = /has stopped\. The figures shown are correct and are those you last chose/;

/** Where each occasion finds the element. */
const BEGIN = { view: "indicator", indicator: "icpc-in-time", period: "2020-07-01/P3M", compare: ["previous", "E92000001"] };

/** Everything by which the program is called: what a reader does, what a page does, what comes by itself. */
const OCCASIONS = {
  "a choice": (first) => first.quarter("Q3 2020/21").click({ noWaitAfter: true }),
  "a comparator": (first) => first.comparator("England").click({ noWaitAfter: true }),
  "a link": (first) => first.back.click(),
  "a way back": (first) => first.page.evaluate(() => history.back()),
  "another width": (first, turn) => first.element.evaluate((host, turn) => (host.style.width = `${600 + turn}px`), turn),
  "an attribute": (first, turn) => first.element.evaluate((host, turn) => host.setAttribute("period", turn), `${2000 + turn}`),
  "other figures": (first, turn) =>
    first.element.evaluate((host, src) => host.setAttribute("src", src), `${FIGURES}?${turn}`),
  "a state that a script sets": (first) => first.element.evaluate((host) => (host.state = { period: "2020-10-01/P3M" })),
};

/** Two elements; the tests put the first to death. */
async function open({ page, server, visit }, src = FIGURES) {
  await page.addInitScript(trapdoors);
  const body = `<main>${element('id="first"', src)}</main>${element('id="second"')}`;
  server.put("/host.html", hostPage({ body }));
  await visit("/host.html");
  const first = new Explorer(page, page.locator("#first"));
  const second = new Explorer(page, page.locator("#second"));
  await first.heading.waitFor();
  await second.choose("Q1 2020/21");
  return { first, second };
}

/** Whether nothing has called the program for a while. */
const turnedBy = async (page) => {
  const calls = () => page.evaluate(() => window.doors.called.length);
  const before = await calls();
  await page.waitForTimeout(300);
  return (await calls()) === before;
};

const set = (explorer, state) => explorer.element.evaluate((element, state) => (element.state = state), state);
const text = (explorer) => explorer.table.innerText();

scenario("whatever the program dies of, nothing is lost", { ...DYING, context: { reducedMotion: "reduce" } }, async (given) => {
  const { page } = given;
  const { first, second } = await open(given);
  const all = new Set();
  const times = [];
  let turn = 0;
  let instances = 1;

  const prepare = async () => {
    await set(first, {});
    await eventually(async () => (await first.state()).view, "overview");
    await set(first, BEGIN);
    await until(() => first.pictures(), (charts) => assert(charts.length === 1 && charts[0].drawn > 0.005));
    await page.waitForTimeout(50);
  };
  /** What the program is called by on an occasion that does it no harm. */
  const calls = async (occur) => {
    await prepare();
    await page.evaluate(() => (window.doors.called = []));
    await occur(first, (turn += 1));
    await page.waitForTimeout(200);
    return { called: new Set(await page.evaluate(() => window.doors.called)), after: await text(first) };
  };

  for (const [what, occur] of Object.entries(OCCASIONS)) {
    const { called, after } = await calls(occur);
    assert(called.size > 0, `${what} does not reach the program`);
    const untried = [...called].filter((name) => !all.has(name));
    for (const name of [true, ...untried]) {
      all.add(name);
      await prepare();
      const before = { text: await text(first), other: await second.seen() };
      await page.evaluate((name) => (window.doors.armed = name), name);
      await occur(first, (turn += 1));
      const where = `${what}, ${name}`;
      const said = first.alert.getByText(SAID);
      await until(
        () => Promise.all([said.count(), page.evaluate(() => window.doors.armed), turnedBy(page)]),
        ([told, armed, calm]) => assert(told === 1 || (armed && calm), where),
      );
      if ((await said.count()) === 0) {
        // What is called by chance on one occasion need not be on the next.
        await page.evaluate(() => (window.doors.armed = undefined));
        all.delete(name);
        continue;
      }
      assert.equal(await page.getByRole("alert").count(), 1, where);
      const left = { text: await text(first), state: await first.state() };
      assert([before.text, after].includes(left.text), `${where}: what was shown stays`);
      const usable = first.element.locator("input:enabled, select:enabled, button:enabled, a[href^='#']");
      assert.equal(await usable.count(), 1, `${where}: one thing can be done`);

      // The other one is at work, in a fresh instance.
      instances += 1;
      assert.equal(await page.evaluate(() => window.doors.instances), instances, where);
      await eventually(() => second.quarters.first().isEnabled(), true, where);
      await eventually(async () => ({ ...(await second.seen()), fragment: "" }), { ...before.other, fragment: "" }, where);

      await page.evaluate(() => performance.clearMarks("kpi:ready"));
      const start = await page.evaluate(() => performance.now());
      await first.alert.getByRole("button", { name: "Try again" }).click();
      await page.waitForFunction(() => performance.getEntriesByName("kpi:ready").length > 0);
      times.push((await page.evaluate(() => performance.getEntriesByName("kpi:ready")[0].startTime)) - start);
      assert.equal(await page.getByRole("alert").count(), 0, where);
      assert.deepEqual(await first.state(), left.state, `${where}: as it was`);
      assert.equal(await page.evaluate(() => window.doors.instances), instances, `${where}: one instance for both`);
    }
  }
  assert(all.size > 10, `${all.size} functions`);
  const median = times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)];
  assert(median < 500, `back after ${median} ms`);
});

scenario("a program that dies at its first sight of the figures leaves the plain ones", DYING, async ({ page, server, visit, explorer }) => {
  await page.addInitScript(trapdoors);
  await page.addInitScript(() => {
    // The first function but those that start the program and read the figures.
    addEventListener("DOMContentLoaded", () => setTimeout(() => (window.doors.armed = true)), { once: true });
  });
  server.put("/host.html", hostPage());
  await visit("/host.html");
  const alert = page.getByRole("alert");
  await alert.getByText(SAID).waitFor();
  assert(await page.getByText("Plain figures").isVisible());
  await alert.getByRole("button", { name: "Try again" }).click();
  await explorer.heading.waitFor();
  assert.equal(await explorer.indicatorLinks.count(), 27);
});

scenario("a program that dies of the figures of one indicator", DYING, async (given) => {
  const { page, server } = given;
  const { first } = await open(given, TRUST);
  server.put(CONTACTS, async (_, response) => {
    await page.evaluate(() => (window.doors.armed = true));
    response.end(await read(CONTACTS));
  });
  await first.open("Contacts");
  await first.alert.getByText(SAID).waitFor();
  server.put(CONTACTS, (await read(CONTACTS)).toString());
  await first.alert.getByRole("button", { name: "Try again" }).click();
  await eventually(() => first.alert.count(), 0);
  await eventually(async () => (await first.seen()).table.rows.map((row) => row.cells.at(-1)), ["90,000", "91,000"]);
});

scenario("a program that dies when an element leaves takes no other with it", DYING, async (given) => {
  const { page } = given;
  const { second } = await open(given);
  await page.evaluate(() => {
    window.doors.armed = true;
    document.querySelector("#first").remove();
  });
  await eventually(() => page.evaluate(() => window.doors.instances), 2);
  await eventually(async () => (await second.seen()).quarter, ["Q1 2020/21"]);
  await second.choose("Q3 2020/21");
  assert.equal(await page.getByRole("alert").count(), 0);
});

scenario("a program that dies again and again can be tried again and again", DYING, async (given) => {
  const { page } = given;
  const { first, second } = await open(given);
  for (let time = 0; time < 5; time += 1) {
    // What is put beside an element is asked of the program too, when the browser has time.
    await eventually(() => page.evaluate(() => document.querySelectorAll("kpi-explorer > [slot=kpi-charts]").length), 2);
    await eventually(() => page.evaluate(() => document.querySelector("#second > [slot]")?.textContent.includes("Q1 2020/21")), true);
    await eventually(() => turnedBy(page), true);
    await page.evaluate(() => (window.doors.armed = true));
    await (time === 0 ? first.choose("Q2 2020/21").catch(() => {}) : first.alert.getByRole("button").click());
    await eventually(() => page.evaluate(() => window.doors.armed), undefined);
    await first.alert.getByText(SAID).waitFor();
    await eventually(() => second.quarters.first().isEnabled(), true);
  }
  await first.alert.getByRole("button").click();
  await eventually(() => first.alert.count(), 0);
  await first.choose("Q2 2020/21");
});
