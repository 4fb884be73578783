// How far a figure can be trusted: limits, revisions, targets, groups by method, figures in files of their own.

import assert from "node:assert/strict";
import { read } from "./support/checkout.mjs";
import { eventually, until } from "./support/eventually.mjs";
import { element, hostPage } from "./support/host.mjs";
import { scenario } from "./support/scenario.mjs";
import { answer, held } from "./support/server.mjs";

const FILE = "/tests/fixtures/trust.kpi.json";
const CONTACTS = "/tests/fixtures/indicators/contacts.json";
const METHOD = { name: "Statistical neighbours:" };

/** A page with the fixture on it. */
async function trust({ server, open }, fragment = "") {
  server.put("/host.html", hostPage({ body: element("", FILE) }));
  return open(`/host.html${fragment}`);
}

scenario("a figure is shown with its limits, its target and what it was before", {}, async (given) => {
  const explorer = await trust(given, "#kpi?i=looked-after");
  const { table } = await explorer.seen();
  assert.deepEqual(table.columns.slice(0, 3), ["Period", "Ayton", "Target"]);
  assert.deepEqual(
    table.rows.map((row) => row.cells.slice(0, 2)),
    [
      ["60 55 to 65", "none"],
      ["63 [r] 58 to 68 (revised)", "none"],
      ["65 [p] 60 to 70 (provisional)", "64"],
    ],
  );
  const details = await explorer.indicator.textContent();
  assert.match(details, /31 March 2020, Ayton: 62 per 10,000 until revised \(published on 30 November 2020\)\./);
  assert.match(details, /Statistical neighbours \(Example model, 2021\): Beeton, Ceeton, Deeton, Eeton and Effton\./);
});

scenario("a group's figure follows the method that is chosen, and so does the address", {}, async (given) => {
  const explorer = await trust(given, "#kpi?i=looked-after");
  const group = async () => {
    const { table } = await explorer.seen();
    const at = table.columns.findIndex((column) => column.startsWith("Statistical neighbours")) - 1;
    return [table.columns[at + 1], ...table.rows.map((row) => row.cells[at])];
  };
  // 50 55 60 61 120; then without the confidential one of Eeton.
  assert.deepEqual(await group(), ["Statistical neighbours (median)", "60", "58.5 4 of 5", "59.5 4 of 5"]);
  await explorer.element.getByRole("combobox", METHOD).selectOption("mean");
  await eventually(group, ["Statistical neighbours (mean)", "69.2", "73.3 4 of 5", "75.0 4 of 5"]);
  assert.equal(await explorer.fragment(), "#kpi?i=looked-after&m=SN:mean");
  await explorer.goBack();
  await eventually(group, ["Statistical neighbours (median)", "60", "58.5 4 of 5", "59.5 4 of 5"]);
  const method = explorer.element.getByRole("combobox", METHOD);
  await eventually(() => method.evaluate((select) => select.selectedOptions[0].text), "median");
});

scenario("where the method decides the page says so", {}, async (given) => {
  const explorer = await trust(given, "#kpi?i=looked-after");
  const said = /Whether the figure of statistical neighbours is above or below Exland \(69\) depends on the way it is made: median 59\.5, mean 75\.0\./;
  await until(() => explorer.indicator.textContent(), (text) => assert.match(text, said));
});

scenario("the same quarter a year before can be compared with", {}, async (given) => {
  const explorer = await trust(given, "#kpi?i=visits");
  await explorer.comparator("Same quarter a year before").check();
  const { table, fragment } = await explorer.seen();
  assert.equal(fragment, "#kpi?i=visits&c=previous,year-before,SN,X");
  const at = table.columns.indexOf("Change since a year before") - 1;
  assert.deepEqual(
    table.rows.map((row) => row.cells[at]),
    ["no earlier figure", "↑ up 2 points", ...Array(3).fill("no earlier figure"), "↑ up 6 points"],
  );
});

scenario("the figures of a file of their own come when they are looked at", {}, async (given) => {
  const explorer = await trust(given);
  assert.equal(given.server.count(CONTACTS), 0);
  await explorer.open("Contacts");
  const figures = async () => (await explorer.seen()).table.rows.map((row) => row.cells.at(-1));
  await eventually(figures, ["90,000", "91,000"]);
  assert.equal(given.server.count(CONTACTS), 1);
  await explorer.backToAll();
  await explorer.open("Contacts");
  await eventually(figures, ["90,000", "91,000"]);
  assert.equal(given.server.count(CONTACTS), 1, "what is there is not fetched again");
});

scenario("without the file of their own the first figures stay, and the page says what is missing", {
  expected: [/404/],
}, async (given) => {
  given.server.put(CONTACTS, answer("gone", { status: 404 }));
  const explorer = await trust(given, "#kpi?i=contacts");
  await explorer.alert.getByText(/There is no file of figures \(/).waitFor();
  const { table } = await explorer.seen();
  assert.deepEqual(table.rows.map((row) => row.cells[0]), ["1,100", "1,200"]);
  assert.match(await explorer.indicator.textContent(), /the others are in a file that is not here yet/);
  assert.doesNotMatch(await explorer.sentence.textContent(), /No figure is published/);
  assert.equal(given.server.count(CONTACTS), 1, "a file that is not there is not asked for again and again");
  await explorer.backToAll();
  await eventually(() => explorer.alert.isVisible(), false);
});

scenario("figures of a file of their own are looked for beside the publication that is shown", {}, async (given) => {
  given.server.put("/elsewhere/kpi.json", "{}");
  const explorer = await trust(given);
  await explorer.element.evaluate((element) => element.setAttribute("src", "/elsewhere/kpi.json"));
  await explorer.alert.getByText(/cannot be read/).waitFor();
  await explorer.open("Contacts");
  const figures = async () => (await explorer.seen()).table.rows.map((row) => row.cells.at(-1));
  await eventually(figures, ["90,000", "91,000"]);
  assert.equal(given.server.count("/elsewhere/indicators/contacts.json"), 0);
});

scenario("a file that is under way is waited for, whatever else is chosen meanwhile", {}, async (given) => {
  const file = held(await read(CONTACTS));
  given.server.put(CONTACTS, file);
  const explorer = await trust(given, "#kpi?i=contacts");
  await explorer.toggle("The quarter before");
  await explorer.toggle("Exland");
  await explorer.toggle("Exland");
  file.release();
  const figures = async () => (await explorer.seen()).table.rows.map((row) => row.cells.at(-1));
  await eventually(figures, ["90,000", "91,000"]);
  assert.equal(given.server.count(CONTACTS), 1);
});

scenario("the state that a page can keep has all choices", {}, async (given) => {
  const explorer = await trust(given, "#kpi?i=looked-after");
  await explorer.comparator("Same quarter a year before").check();
  await explorer.element.getByRole("combobox", METHOD).selectOption("mean");
  await eventually(async () => (await explorer.state()).methods, ["SN:mean"]);
  assert.deepEqual((await explorer.state()).compare, ["previous", "year-before", "SN", "X"]);
  await eventually(
    () => explorer.status.textContent(),
    "Children looked after, Q4 2020/21, compared with the period before, a year before, statistical neighbours (mean) and Exland.",
  );
});

scenario("a file of figures with another hash is not used", {
  expected: [/integrity|digest/i],
}, async (given) => {
  const file = JSON.parse(await read(FILE));
  file.indicators[2].hash = `sha256-${"A".repeat(43)}=`;
  given.server.put(FILE, JSON.stringify(file));
  const explorer = await trust(given, "#kpi?i=contacts");
  await explorer.alert.getByText(/could not be reached/).waitFor();
  const { table } = await explorer.seen();
  assert.deepEqual(table.rows.map((row) => row.cells[0]), ["1,100", "1,200"]);
});

scenario("the course of figures has the system's colours where they are forced", {
  context: { forcedColors: "active", colorScheme: "dark" },
}, async (given) => {
  const explorer = await trust(given);
  const colours = await explorer.element.evaluate((element) => {
    const style = (selector) => getComputedStyle(element.shadowRoot.querySelector(selector));
    return [style(".summary").color, style(".trend").stroke, style(".trend circle").fill];
  });
  assert.deepEqual(colours, Array(3).fill(colours[0]));
});
