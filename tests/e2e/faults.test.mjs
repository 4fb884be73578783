// Whatever a server hands out, nobody loses the figures that are there: the plain ones before the program has shown
// any, the program's afterwards. And the message says where, what and how to mend it.

import assert from "node:assert/strict";
import { FIGURES, read } from "./support/checkout.mjs";
import { damaged } from "./support/damage.mjs";
import { eventually, until } from "./support/eventually.mjs";
import { FILES, GOOD, HARMLESS, NETWORK } from "./support/faults.mjs";
import { element, hostPage } from "./support/host.mjs";
import { focus } from "./support/keyboard.mjs";
import * as reading from "./support/reading.mjs";
import { answer, held } from "./support/server.mjs";
import { scenario } from "./support/scenario.mjs";

const FAULTS = { ...NETWORK, ...FILES };
const EVERY = { expected: Object.values(FAULTS).flatMap(({ console = [] }) => console) };
const TABLE = '<p id="plain">Plain figures</p>';

scenario("whatever comes first, the plain figures stay, and trying again mends it", EVERY, async ({ page, server, visit }) => {
  await page.addInitScript(collectErrors);
  await page.addInitScript(reading.collectMarks);
  server.put("/login.html", "<!doctype html><title>Sign in</title>").put("/host.html", hostPage({ body: "<main></main>" }));
  await visit("/host.html");
  await page.waitForFunction(() => customElements.get("kpi-explorer"));
  for (const [what, { file, says, code }] of Object.entries(FAULTS)) {
    server.put("/fault.json", file);
    await page.evaluate((table) => {
      window.codes = [];
      const element = document.createElement("kpi-explorer");
      element.setAttribute("src", "/fault.json");
      element.append(document.createRange().createContextualFragment(table));
      document.querySelector("main").replaceChildren(element);
    }, TABLE);
    await told(page, code, 1, what);
    const alert = page.getByRole("alert");
    if (await alert.count() === 0) {
      // As much of it was whole that there is something to show.
      assert.match(await page.locator("kpi-explorer").evaluate((element) => element.shadowRoot.textContent), says, what);
      continue;
    }
    assert.match(await alert.getByRole("paragraph").first().textContent(), says, what);
    assert(await page.locator("#plain").isVisible(), what);

    const again = page.getByRole("button", { name: "Try again" });
    await again.click();
    await told(page, code, 2, what);
    assert.equal(await alert.count(), 1, `${what}: still one message`);

    server.put("/fault.json", answer(GOOD));
    await again.click();
    await page.getByRole("table").first().waitFor();
    await eventually(() => alert.count(), 0, what);
    assert.equal(await page.locator("#plain").isVisible(), false, what);
  }
});

scenario("figures that are shown stay, whatever comes in their place", EVERY, async ({ page, server, open }) => {
  await page.addInitScript(collectErrors);
  await page.addInitScript(reading.collectMarks);
  server.put("/login.html", "<!doctype html><title>Sign in</title>").put("/host.html", hostPage());
  const explorer = await open("/host.html#kpi?i=icpc-in-time&p=2020-10-01/P3M");
  const before = await explorer.seen();
  for (const [what, { file, says, code }] of Object.entries(FAULTS)) {
    // Of this the whole part is a publication of its own.
    if (what === "gzip that is cut off") continue;
    server.put("/fault.json", file);
    await page.evaluate(() => (window.codes = []));
    await setSource(explorer, `/fault.json?${what}`);
    await told(page, code, 1, what);
    const message = await explorer.alert.getByRole("paragraph").first().textContent();
    assert.match(message, says);
    assert.match(message, /This page still shows what it showed before\./);
    assert(await explorer.alert.getByRole("button", { name: "Try again" }).isVisible(), what);
    assert.deepEqual(await explorer.seen(), before, what);
    server.put("/good.json", GOOD);
    await setSource(explorer, `/good.json?${what}`);
    await explorer.alert.waitFor({ state: "hidden" });
  }
  await explorer.choose("Q2 2020/21");
  assert.match(await explorer.sentence.textContent(), /^90% in Q2 2020\/21/);
});

scenario("what is said wrongly of a good file does no harm", {}, async ({ page, server, open }) => {
  await page.addInitScript(reading.collectMarks);
  server.put("/good.json", GOOD).put("/host.html", hostPage());
  const explorer = await open("/host.html");
  const before = await explorer.seen();
  for (const [what, file] of Object.entries(HARMLESS)) {
    server.put("/file.json", file);
    const had = await loaded(page);
    await setSource(explorer, `/file.json?${what}`);
    await eventually(() => loaded(page), had + 1, what);
    await eventually(() => explorer.seen(), before, what);
  }
});

const WAITING = {
  "a server that does not answer": () => {},
  "a server that stops after the headers": (_, response) => response.writeHead(200, { "content-type": "application/json" }).flushHeaders(),
  "a server that stops on the way": (_, response) => response.writeHead(200, { "content-length": GOOD.length }).write(GOOD.slice(0, 9000)),
};

scenario("a server that says nothing for half a minute is given up", {}, async ({ page, server, visit, explorer }) => {
  await page.addInitScript(collectErrors);
  await page.addInitScript(reading.collectMarks);
  await page.clock.install();
  for (const [what, file] of Object.entries(WAITING)) {
    server.put("/figures.json", file).put("/host.html", hostPage({ body: element("", "/figures.json") }));
    const asked = server.count("/figures.json");
    await visit("/host.html");
    await eventually(() => server.count("/figures.json"), asked + 1, what);
    // The time to wait begins anew with what comes, and what has come is seen before time goes on.
    await page.clock.fastForward(500);
    if (what === "a server that stops on the way") await page.getByText(/(9|10) kB \/ \d+ kB/).waitFor();
    await page.clock.fastForward(29_000);
    assert.deepEqual(await codes(page), [], what);
    await page.clock.fastForward(2_000);
    await told(page, "timeout", 1, what);
    assert.match(await page.getByRole("alert").textContent(), /has sent nothing for half a minute \(\/figures\.json\)\..*Try again later/);
    assert(await page.getByText("Plain figures").isVisible());
    server.put("/figures.json", GOOD);
    await page.getByRole("button", { name: "Try again" }).click();
    await explorer.heading.waitFor();
  }
});

scenario("a server that is slow and goes on is waited for", {}, async ({ page, server, visit, explorer }) => {
  await page.addInitScript(collectErrors);
  await page.addInitScript(reading.collectMarks);
  await page.clock.install();
  const pieces = [GOOD.slice(0, 4000), GOOD.slice(4000, 9000), GOOD.slice(9000)];
  let next;
  server.put(FIGURES, (_, response) => {
    response.writeHead(200, { "content-length": Buffer.byteLength(GOOD) });
    next = () => response.write(pieces.shift());
    next();
  });
  await visit();
  // A character may be two bytes.
  for (const had of [/[45] kB \/ \d+ kB/, /(9|10) kB \/ \d+ kB/]) {
    // The time to wait begins anew with what comes, and what has come is seen before time goes on.
    if (pieces.length < 2) await page.getByText(had).waitFor();
    await page.clock.fastForward(20_000);
    await page.getByText(had).waitFor();
    next();
  }
  await explorer.heading.waitFor();
  assert.deepEqual(await codes(page), []);
});

scenario("what takes long shows how much has come, and what does not shows nothing", {}, async ({ page, server, open }) => {
  const half = Math.floor(GOOD.length / 2);
  const filler = " ".repeat(3_000_000);
  let rest;
  server.put("/large.json", (_, response) => {
    response.writeHead(200, { "content-length": Buffer.byteLength(GOOD) + filler.length });
    response.write(filler);
    rest = () => response.end(GOOD);
  });
  server.put("/host.html", hostPage({ body: element("", "/large.json") }));
  await page.addInitScript(collectProgress);
  await page.goto(`${server.origin}/host.html`);
  const bar = page.getByRole("progressbar", { name: "Loading the figures" });
  await bar.waitFor();
  await page.getByText(/^Loading the figures\s+3\.0 MB \/ 3\.0 MB$/).waitFor();
  assert(await bar.evaluate((bar) => bar.value / bar.max) > 0.9);
  const table = page.getByText("Plain figures");
  const top = (await table.boundingBox()).y;
  rest();
  await bar.waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => window.tops.every((y) => y === window.tops[0])), true, "nothing moved");
  assert(top > 0 && half > 0);
  const { began, seen } = await page.evaluate(() => window.bar);
  assert(seen - began >= 290, `nothing new for ${seen - began} ms`);
});

scenario("an element that is taken away ends its requests", {}, async ({ page, server, visit, explorer }) => {
  const ended = [];
  const hanging = (begin) => (request, response) => {
    response.on("close", () => ended.push(request.url));
    begin(request, response);
  };
  server.put("/host.html", hostPage({ body: element("", "/figures.json") }));
  for (const [what, begin] of Object.entries(WAITING)) {
    ended.length = 0;
    server.put("/figures.json", hanging(begin));
    const asked = server.count("/figures.json");
    await visit("/host.html");
    await eventually(() => server.count("/figures.json"), asked + 1, what);
    await page.locator("kpi-explorer").evaluate((element) => element.remove());
    await eventually(() => ended, ["/figures.json"], what);
  }
  // And of one indicator's figures.
  ended.length = 0;
  const parts = "/tests/fixtures/indicators/contacts.json";
  server.put(parts, hanging(WAITING["a server that stops after the headers"]));
  server.put("/host.html", hostPage({ body: element("", "/tests/fixtures/trust.kpi.json") }));
  await visit("/host.html?parts#kpi?i=contacts");
  await explorer.heading.waitFor();
  await eventually(() => server.count(parts), 1);
  await page.locator("kpi-explorer").evaluate((element) => element.remove());
  await eventually(() => ended, [parts]);
});

const PART = "/tests/fixtures/indicators/contacts.json";
const PARTS = {
  "no file": { file: answer("gone", { status: 404 }), code: "status", says: /There is no file of figures/, console: /404/ },
  "a server that has broken down": { file: answer("", { status: 500 }), code: "status", says: /broken down/, console: /500/ },
  "a login page": { file: answer("<!doctype html>"), code: "file", says: /web page where the file/ },
  "a list": { file: answer("[1]"), code: "file", says: /list/ },
  "another version": { file: answer('{ "kpi": "2.0", "indicator": "contacts", "series": [] }'), code: "file", says: /2\.0/ },
  "another indicator": { file: answer('{ "kpi": "1.0", "indicator": "visits", "series": [] }'), code: "file", says: /visits/ },
  "another format": { file: answer('{ "class": "dataset", "version": "2.0", "id": ["geo"] }'), code: "file", says: /kpi/ },
  "nothing": { file: answer(""), code: "file", says: /empty/ },
  "UTF-16": { file: answer(Buffer.from('{ "kpi": "1.0" }', "utf16le")), code: "file", says: /UTF-16/ },
};
const LACKING = { expected: Object.values(PARTS).flatMap(({ console = [] }) => console) };

scenario("a file of one indicator that is missing or another is told of, and can be tried again", LACKING, async ({ page, server, open }) => {
  await page.addInitScript(collectErrors);
  await page.addInitScript(reading.collectMarks);
  const good = await read(PART);
  server.put("/host.html", hostPage({ body: element("", "/tests/fixtures/trust.kpi.json") }));
  const explorer = await open("/host.html");
  const first = async () => (await explorer.seen()).table.rows.map((row) => row.cells[0]);
  for (const [what, { file, code, says }] of Object.entries(PARTS)) {
    server.put(PART, file);
    await page.evaluate(() => (window.codes = []));
    await explorer.open("Contacts");
    await told(page, code, 1, what);
    assert.match(await explorer.alert.getByRole("paragraph").first().textContent(), says, what);
    assert.deepEqual(await first(), ["1,100", "1,200"], what);
    const again = explorer.alert.getByRole("button", { name: "Try again" });
    await again.click();
    await told(page, code, 2, what);
    await explorer.backToAll();
    assert.equal(await explorer.alert.count(), 0, "what is not looked at is not spoken of");
  }
  server.put(PART, answer("gone", { status: 404 }));
  await explorer.open("Contacts");
  server.put(PART, answer(good));
  await explorer.alert.getByRole("button", { name: "Try again" }).click();
  await eventually(async () => (await explorer.seen()).table.rows.map((row) => row.cells.at(-1)), ["90,000", "91,000"]);
  assert.equal((await focus(page))?.name, "Contacts", "where the button was pressed, reading goes on");
});

scenario("a hundred damaged files, one after another: what is shown is right, or the message says why not", {}, async ({ page, server, open }) => {
  await page.addInitScript(collectErrors);
  await page.addInitScript(reading.collectMarks);
  server.put("/host.html", hostPage());
  const explorer = await open("/host.html");
  const rows = (await figures(explorer)).length;
  const right = published(JSON.parse(GOOD));
  let shown = 0;
  const files = damaged(GOOD, 108);
  assert(files.length >= 100);
  for (const [at, { what, bytes }] of files.entries()) {
    server.put(`/${at}.json`, answer(bytes));
    const had = await outcomes(page);
    await setSource(explorer, `/${at}.json`);
    await until(() => outcomes(page), (now) => assert.equal(now.all, had.all + 1, what));
    assert.deepEqual((await codes(page)).filter((code) => code !== "file"), [], what);
    if ((await outcomes(page)).loaded === had.loaded) {
      assert.match(await explorer.alert.textContent(), /cannot be read.*line \d+, column \d+/i, what);
      continue;
    }
    shown += 1;
    for (const [name, figure] of await figures(explorer)) {
      assert(!/\d/.test(figure) || right.get(name)?.has(figure), `${what}: “${name}” has ${figure}`);
    }
  }
  assert(shown > 20 && shown < files.length, `${shown} of ${files.length} had something whole`);
  await setSource(explorer, FIGURES);
  await eventually(async () => (await figures(explorer)).length, rows);
});

const DOWN = { expected: [/status of 500/] };
const DOWN_FILE = NETWORK["a server that has broken down"].file;
scenario("who tries again with the keys can try once more", DOWN, async ({ page, server, visit, explorer }) => {
  await page.addInitScript(collectErrors);
  await page.addInitScript(reading.collectMarks);
  server.put(FIGURES, DOWN_FILE);
  await visit();
  const again = page.getByRole("button", { name: "Try again" });
  await again.focus();
  for (const tries of [2, 3]) {
    await page.keyboard.press("Enter");
    await eventually(async () => (await codes(page)).length, tries);
    assert.equal((await focus(page))?.name, "Try again", "the focus stays on the button");
  }
  server.put(FIGURES, GOOD);
  await page.keyboard.press("Space");
  await explorer.ready();
});

scenario("who tries again twice is not told that the first try failed", DOWN, async ({ page, server, visit, explorer }) => {
  await page.addInitScript(collectErrors);
  await page.addInitScript(reading.collectMarks);
  server.put(FIGURES, DOWN_FILE);
  await visit();
  const again = page.getByRole("button", { name: "Try again" });
  const slow = held(GOOD);
  server.put(FIGURES, slow);
  await again.click();
  await again.click();
  slow.release();
  await explorer.ready();
  assert.equal((await codes(page)).length, 1, "the first failure alone is told");
});

scenario("a file that is cut off shows what is complete and says so", {}, async ({ server, open }) => {
  server.put(FIGURES, answer(GOOD.slice(0, GOOD.indexOf('"vacancy-rate"') + 30)));
  const explorer = await open();
  const shown = await explorer.indicatorLinks.count();
  assert.equal(shown, 7);
  const notice = explorer.text(/is cut short\. Shown here are the 7 indicators that are complete/);
  assert(await notice.isVisible());
  await explorer.text("What is wrong with the file").click();
  assert(await explorer.text(/^Line \d+, column \d+: The file ends in the middle/i).isVisible());
  await explorer.open("Child protection");
  assert.match(await explorer.sentence.textContent(), /^50\.9 per 10,000 in 2020/);
});

scenario("one indicator that cannot be read takes no other with it", {}, async ({ server, open }) => {
  const figures = JSON.parse(GOOD);
  figures.indicators.find((indicator) => indicator.id === "child-protection").periods = "last year";
  server.put(FIGURES, JSON.stringify(figures));
  const explorer = await open();
  assert.equal(await explorer.indicatorLinks.count(), 26);
  const notice = explorer.text("One indicator cannot be read and is not shown: Child protection.");
  assert(await notice.isVisible());
  await explorer.text("What is wrong with the file").click();
  assert(await explorer.text(/indicators\[5\]\.periods/).isVisible());
});

scenario("one figure that cannot be read leaves the others of its indicator", {}, async ({ server, open }) => {
  const figures = JSON.parse(GOOD);
  figures.indicators.find((indicator) => indicator.id === "icpc-in-time").series[0].values[1] = "lots";
  server.put(FIGURES, JSON.stringify(figures));
  const explorer = await open();
  assert(await explorer.text("Some figures in the file cannot be read and are not shown.").isVisible());
  await explorer.open("Initial child protection conferences within timescales");
  const { rows } = (await explorer.seen()).table;
  assert.deepEqual(
    rows.map((row) => row.cells[0]),
    ["91%", "? (cannot be read from the file)", "79%", "70%"],
  );
});

scenario("an element without any source says so", {}, async ({ page, server, visit }) => {
  server.put("/host.html", hostPage({ body: "<kpi-explorer><p>Plain figures</p></kpi-explorer>" }));
  await visit("/host.html");
  await page.getByRole("alert").waitFor();
  assert.match(await page.getByRole("alert").textContent(), /No file of figures is named/);
  assert(await page.getByText("Plain figures").isVisible());
});

/** Notes when the bar is there, and where the plain figures stand. Runs before any script of the page. */
function collectProgress() {
  window.tops = [];
  window.bar = { began: performance.now() };
  const look = () => {
    const table = document.querySelector("kpi-explorer table");
    if (table?.checkVisibility()) window.tops.push(table.getBoundingClientRect().y);
    if (document.querySelector("progress")) window.bar.seen ??= performance.now();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Keeps the code of every error that the element tells. Runs before any script of the page. */
function collectErrors() {
  window.codes = [];
  document.addEventListener("kpi-error", ({ detail }) => window.codes.push(detail.code));
}

const codes = (page) => page.evaluate(() => window.codes);

/** Waits for so many errors, all of one code; where figures were shown instead, for those. */
async function told(page, code, count, what) {
  const matches = (found) => (code instanceof RegExp ? code.test(found) : found === code);
  await until(
    () => codes(page),
    (found) => {
      if (code instanceof RegExp && code.test("shown") && found.length === 0) return;
      assert.equal(found.length, count, what);
      assert(found.every(matches), `${what}: ${found}`);
    },
  );
}

/** How often figures came. */
const loaded = (page) => page.evaluate(() => window.marks.filter((name) => name === "kpi:data").length);

async function outcomes(page) {
  const [had, failed] = [await loaded(page), (await codes(page)).length];
  return { loaded: had, all: had + failed };
}

/** The figures of the overview with their indicators' names; the first cell has one, and may have its period. */
const figures = async (explorer) =>
  (await explorer.table.evaluate(reading.table)).rows.map(({ heading, cells }) => [heading, plain(cells[0])]);

/** All that a publication has of each indicator. */
const published = ({ indicators }) =>
  new Map(indicators.map(({ name, series }) => [name, new Set(series.flatMap(({ values }) => Object.values(values)).map(plain))]));

/** A number without its unit and its period; what was published in thousands is shown in millions. */
const plain = (figure) => String(figure).replace(/^\D*([\d,.]+).*$/s, "$1").replace(/^(\d+)\.(\d{3})$/, "$1$2").replaceAll(",", "");

const setSource = (explorer, src) => explorer.element.evaluate((element, src) => element.setAttribute("src", src), src);
