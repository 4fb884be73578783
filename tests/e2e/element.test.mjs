// The element on other people's pages: however its script is included, wherever the element is put, and what remains
// where it cannot work. What it tells the page: marks, events, its state.

import assert from "node:assert/strict";
import { FIGURES, PAGE, SCRIPT, read } from "./support/checkout.mjs";
import { eventually, until } from "./support/eventually.mjs";
import { Explorer } from "./support/explorer.mjs";
import { collectMarks } from "./support/reading.mjs";
import { element, hostPage } from "./support/host.mjs";
import { POLICY, held } from "./support/server.mjs";
import { scenario } from "./support/scenario.mjs";

const CONFERENCES = "Initial child protection conferences within timescales";
const WITHOUT_WASM = POLICY.replace(" 'wasm-unsafe-eval'", "");

const INCLUDED = {
  "with defer in the head": { scripts: `<script src="${SCRIPT}" defer></script>` },
  "without defer in the head": { scripts: `<script src="${SCRIPT}"></script>` },
  "at the end of the body": { scripts: "", body: `${element()}<script src="${SCRIPT}"></script>` },
  "before the element": { scripts: "", body: `<script src="${SCRIPT}"></script>${element()}` },
};
for (const [how, page] of Object.entries(INCLUDED)) {
  scenario(`the script works ${how}`, {}, async ({ open, server }) => {
    server.put("/host.html", hostPage(page));
    const explorer = await open("/host.html");
    assert.equal(await explorer.indicatorLinks.count(), 27);
    assert.equal(await explorer.title.evaluate((title) => title.localName), "h2", "the page has its own first heading");
    assert.equal(await explorer.page.getByText("Plain figures").isVisible(), false);
    assert.deepEqual([server.count(SCRIPT), server.count(FIGURES)], [1, 1]);
  });
}

scenario("the script works when it comes late", {}, async ({ page, visit, explorer, server }) => {
  server.put("/host.html", hostPage({ scripts: "" }));
  await visit("/host.html");
  assert(await page.getByText("Plain figures").isVisible());
  await page.addScriptTag({ url: SCRIPT });
  await explorer.ready();
  assert.equal(await explorer.indicatorLinks.count(), 27);
});

scenario("the script waits for the rest of a page that comes slowly", {}, async ({ page, server, explorer }) => {
  const data = (await read(FIGURES)).toString();
  const inline = `<kpi-explorer><script type="application/json">${data}</script></kpi-explorer>`;
  const [head, rest] = halves(
    hostPage({ scripts: `<script src="${SCRIPT}"></script>`, body: inline }),
    '<script type="app',
  );
  const slow = held(rest);
  server.put("/host.html", (request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).write(head);
    return slow(request, response);
  });
  await page.goto(`${server.origin}/host.html`, { waitUntil: "commit" });
  await page.waitForFunction(() => performance.getEntriesByName("kpi:start").length > 0);
  assert.equal(await page.evaluate(() => customElements.get("kpi-explorer")), undefined);
  slow.release();
  await explorer.ready();
  assert.equal(await explorer.indicatorLinks.count(), 27);
});

scenario("a script that is included twice works once", {}, async ({ page, open, server }) => {
  const scripts = `<script src="${SCRIPT}" defer></script><script src="${SCRIPT}?again" defer></script>`;
  server.put("/host.html", hostPage({ scripts }));
  const explorer = await open("/host.html");
  await explorer.choose("Q3 2020/21");
  assert.equal(await explorer.overview.count(), 1);
  assert.equal(server.count(FIGURES), 1);
  assert.equal(await page.evaluate(() => performance.getEntriesByName("kpi:ready").length), 1);
});

scenario("a page that has the name for something else keeps it", {}, async ({ page, visit, server }) => {
  server.put("/own.js", 'customElements.define("kpi-explorer", class extends HTMLElement {});');
  const scripts = `<script src="/own.js"></script><script src="${SCRIPT}" defer></script>`;
  server.put("/host.html", hostPage({ scripts }));
  await visit("/host.html");
  await page.waitForFunction(() => performance.getEntriesByName("kpi:start").length > 0);
  await eventually(() => page.evaluate(() => document.readyState), "complete");
  assert(await page.getByText("Plain figures").isVisible());
  assert.equal(server.count(FIGURES), 0);
});

scenario("an element that a script makes later works", {}, async ({ page, visit, explorer, server }) => {
  server.put("/host.html", hostPage({ body: "<main></main>" }));
  await visit("/host.html");
  await page.waitForFunction(() => customElements.get("kpi-explorer"));
  await page.evaluate((src) => {
    const element = document.createElement("kpi-explorer");
    element.setAttribute("src", src);
    document.querySelector("main").append(element);
  }, FIGURES);
  await explorer.ready();
  await explorer.open(CONFERENCES);
  assert.equal(await explorer.fragment(), "#kpi?i=icpc-in-time");
});

scenario("an element that is moved goes on as it was", {}, async ({ page, open, server }) => {
  server.put("/host.html", hostPage({ body: `${element()}<aside></aside>` }));
  const explorer = await open("/host.html");
  await explorer.choose("Q3 2020/21");
  await explorer.open(CONFERENCES);
  const before = await explorer.seen();
  await page.evaluate(() => document.querySelector("aside").append(document.querySelector("kpi-explorer")));
  await eventually(() => explorer.seen(), before);
  await explorer.choose("Q2 2020/21");
  assert.match(await explorer.sentence.textContent(), /^90% in Q2 2020\/21/);
  assert.equal(server.count(FIGURES), 1, "the figures were there already");
});

scenario("an element that is taken out and put back works, again and again", {}, async ({ page, open, server }) => {
  server.put("/host.html", hostPage({ body: `<main>${element()}</main>` }));
  const explorer = await open("/host.html#kpi?i=icpc-in-time");
  const host = await explorer.element.elementHandle();
  for (const quarter of ["Q3 2020/21", "Q1 2020/21", "Q2 2020/21"]) {
    await host.evaluate((element) => element.remove());
    // A change that comes when nobody listens any more.
    await page.evaluate(() => dispatchEvent(new PopStateEvent("popstate")));
    await eventually(() => host.evaluate((element) => element.shadowRoot.textContent), "");
    await page.evaluate((element) => document.querySelector("main").append(element), host);
    await explorer.heading.waitFor();
    await explorer.choose(quarter);
    const seen = await explorer.seen();
    assert.deepEqual([seen.heading, seen.quarter], [CONFERENCES, [quarter]]);
    assert(seen.pictures.every((picture) => picture.drawn > 0.005));
  }
});

scenario("an element that leaves while its figures are on the way stays quiet", {}, async ({ page, visit, server }) => {
  const figures = held(await read(FIGURES));
  server.put(FIGURES, figures).put("/host.html", hostPage());
  await visit("/host.html");
  await until(
    () => server.count(FIGURES),
    (count) => assert.equal(count, 1),
  );
  const host = await page.locator("kpi-explorer").elementHandle();
  await host.evaluate((element) => element.remove());
  figures.release();
  await page.evaluate(() => fetch(location.href));
  assert.equal(await host.evaluate((element) => element.shadowRoot), null);
});

scenario("new figures take the place of the old ones when src changes", {}, async ({ open, server }) => {
  server.put("/other.json", await renamed("Other figures")).put("/host.html", hostPage());
  const explorer = await open("/host.html");
  await explorer.choose("Q3 2020/21");
  await setSource(explorer, "/other.json");
  await explorer.element.getByRole("heading", { name: "Other figures" }).waitFor();
  assert.equal(await explorer.overview.count(), 1);
  await explorer.choose("Q2 2020/21");
  assert.equal((await explorer.seen()).heading, "All indicators, Q2 2020/21");
});

scenario("of two sources the later stays, whichever comes first", {}, async ({ open, page, server }) => {
  const slow = held(await renamed("Slow figures"));
  server
    .put("/slow.json", slow)
    .put("/fast.json", await renamed("Fast figures"))
    .put("/host.html", hostPage());
  const explorer = await open("/host.html");
  await setSource(explorer, "/slow.json");
  await setSource(explorer, "/fast.json");
  await explorer.element.getByRole("heading", { name: "Fast figures" }).waitFor();
  slow.release();
  await page.evaluate(() => fetch("/slow.json"));
  assert.equal(await explorer.element.getByRole("heading", { name: "Slow figures" }).count(), 0);
});

scenario("figures inside the element need no request", {}, async ({ open, server }) => {
  const data = (await read(FIGURES)).toString().replaceAll("<", "\\u003c");
  const inline = `<kpi-explorer><script type="application/json">${data}</script></kpi-explorer>`;
  server.put("/host.html", hostPage({ body: inline }));
  const explorer = await open("/host.html");
  await explorer.open(CONFERENCES);
  assert.match(await explorer.sentence.textContent(), /^70% in Q4 2020\/21/);
  assert.equal(server.count(FIGURES), 0);
});

scenario("two elements on one page do not mind each other", {}, async ({ open, page, server }) => {
  server.put("/other.json", await renamed("Other figures"));
  server.put("/host.html", hostPage({ body: element() + element("", "/other.json") }));
  const first = await open("/host.html");
  const second = new Explorer(page, page.locator("kpi-explorer").nth(1));
  await second.heading.waitFor();

  await second.choose("Q2 2020/21");
  await second.open(CONFERENCES);
  assert.deepEqual((await first.seen()).heading, "All indicators, Q4 2020/21");
  assert.equal(await first.fragment(), "", "the address is the first one's");

  await first.choose("Q1 2020/21");
  const seen = await second.seen();
  assert.deepEqual([seen.heading, seen.quarter], [CONFERENCES, ["Q2 2020/21"]]);
  assert.equal(await first.fragment(), "#kpi?p=2020-04-01/P3M");
  await page.goBack();
  await eventually(async () => (await first.seen()).quarter, ["Q4 2020/21"]);
  assert.deepEqual((await second.seen()).quarter, ["Q2 2020/21"]);
});

const TRUSTED = {
  policy: `${POLICY}; require-trusted-types-for 'script'; trusted-types 'none'`,
  // saved.test.mjs says what may be reported.
  expected: [/require-trusted-types-for|TrustedScript/],
};
scenario("the program works where only trusted types are let in", TRUSTED, async ({ open }) => {
  const explorer = await open();
  await explorer.open(CONFERENCES);
  await explorer.choose("Q3 2020/21");
  assert.match(await explorer.sentence.textContent(), /^79% in Q3 2020\/21/);
});

scenario("the program works in a frame without an address of its own", {}, async ({ page, visit, server }) => {
  const inner = `<script src="${SCRIPT}" defer></script>${element()}`.replaceAll('"', "&quot;");
  server.put("/host.html", hostPage({ body: `<iframe title="Figures" width="1000" srcdoc="${inner}"></iframe>` }));
  await visit("/host.html");
  const explorer = new Explorer(page, page.frameLocator("iframe").locator("kpi-explorer"));
  await explorer.choose("Q3 2020/21");
  await explorer.open(CONFERENCES);
  assert.match(await explorer.sentence.textContent(), /^79% in Q3 2020\/21/);
  assert.equal(await explorer.fragment(), "", "the address of the page around stays");
});

scenario("the plain figures stay until the program's are there", {}, async ({ page, visit, explorer, server }) => {
  const figures = held(await read(FIGURES));
  server.put(FIGURES, figures);
  await visit();
  await until(
    () => server.count(FIGURES),
    (count) => assert(count > 0),
  );
  const plain = page.getByRole("table", { name: /^Child protection: rate per 10,000/ });
  assert(await plain.isVisible());
  assert.equal(await page.getByRole("table").count(), 27);
  figures.release();
  await explorer.ready();
  assert.equal(await plain.count(), 0);
});

const OFF = { context: { javaScriptEnabled: false } };
scenario("without JavaScript the plain figures are there", OFF, async ({ page, visit }) => {
  await visit();
  assert.equal(await page.getByRole("table").count(), 27);
  assert(await page.getByRole("heading", { name: /^Children's social care performance/ }).isVisible());
});

const BLOCKED = { policy: WITHOUT_WASM, expected: [/policy report: script-src wasm-eval/] };
scenario("where a policy forbids WebAssembly the plain figures stay", BLOCKED, async ({ page, visit }) => {
  await page.addInitScript(collectEvents);
  await visit();
  await page.getByRole("alert").waitFor();
  assert.match(await page.getByRole("alert").textContent(), /charts cannot be shown here.*figures below are complete/);
  assert.equal(await page.getByRole("table").count(), 27);
  const [event] = await page.evaluate(() => window.told);
  assert.deepEqual([event.type, event.detail.code], ["kpi-error", "program"]);
});

scenario("marks on the timeline: start, data, ready, and drawn for every change", {}, async ({ open, page }) => {
  await page.addInitScript(collectMarks);
  const explorer = await open();
  const marks = () => page.evaluate(() => window.marks);
  await eventually(marks, ["kpi:start", "kpi:data", "kpi:ready"]);
  const changes = [
    () => explorer.choose("Q3 2020/21"),
    () => explorer.open(CONFERENCES),
    () => explorer.comparator("England").uncheck(),
    () => page.goBack(),
  ];
  for (const [at, change] of changes.entries()) {
    await change();
    await eventually(marks, ["kpi:start", "kpi:data", "kpi:ready", ...Array(at + 1).fill("kpi:drawn")]);
  }
  const kept = () => page.evaluate(() => performance.getEntriesByType("mark").filter(({ name }) => name.startsWith("kpi:")).length);
  assert.equal(await kept(), 4, "marks that are kept");
});

scenario("events and state tell the page what is shown", {}, async ({ open, page }) => {
  await page.addInitScript(collectEvents);
  const explorer = await open();
  const compare = ["previous", "SN", "E12000008", "E92000001"];
  const first = { view: "overview", indicator: undefined, period: "2021-01-01/P3M", compare, methods: [], fragment: "" };
  const told = () => page.evaluate(() => window.told);
  await eventually(told, [{ type: "kpi-ready", detail: first }]);
  assert.deepEqual(await explorer.state(), first);

  await explorer.choose("Q3 2020/21");
  await explorer.open(CONFERENCES);
  const second = { ...first, period: "2020-10-01/P3M", fragment: "kpi?p=2020-10-01/P3M" };
  const fragment = "kpi?i=icpc-in-time&p=2020-10-01/P3M";
  const third = { ...second, view: "indicator", indicator: "icpc-in-time", fragment };
  await eventually(told, [
    { type: "kpi-ready", detail: first },
    { type: "kpi-change", detail: second },
    { type: "kpi-change", detail: third },
  ]);
  assert.deepEqual(await explorer.state(), third);
});

scenario("the page of its own asks for its four files and nothing else", {}, async ({ open, server }) => {
  const explorer = await open();
  await explorer.open(CONFERENCES);
  await explorer.choose("Q3 2020/21");
  assert.deepEqual(server.requests.toSorted(), [PAGE, SCRIPT, FIGURES, "/www/page.css"].toSorted());
});

const halves = (text, at) => [text.slice(0, text.indexOf(at)), text.slice(text.indexOf(at))];

/** Keeps every event of the element. Runs before any script of the page. */
function collectEvents() {
  window.told = [];
  for (const type of ["kpi-ready", "kpi-change", "kpi-error"]) {
    document.addEventListener(type, ({ detail }) => window.told.push({ type, detail }));
  }
}

async function renamed(title) {
  return JSON.stringify({ ...JSON.parse(await read(FIGURES)), title });
}

const setSource = (explorer, src) => explorer.element.evaluate((element, src) => element.setAttribute("src", src), src);
