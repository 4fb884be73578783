// What a file of figures may say: anything. It is shown as text, letter by letter, and does nothing.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { SCRIPT, read, readJson } from "./support/checkout.mjs";
import { eventually, until } from "./support/eventually.mjs";
import { element, hostPage } from "./support/host.mjs";
import { inChromium } from "./support/reopen.mjs";
import { scenario } from "./support/scenario.mjs";

const EVERYTHING = "/crates/kpi-formats/tests/exchange/everything.kpi.json";

let folder;

before(async () => (folder = await mkdtemp(join(tmpdir(), "kpi-explorer-injection-"))));
after(() => rm(folder, { recursive: true }));

/** Each would say `window.hit = 1` if it were anything but text, or would break what is made of text. */
const PAYLOADS = [
  "<script>window.hit=1</script>",
  "</script><script>window.hit=1</script>",
  "</title><img src=x onerror=window.hit=1>",
  "<img src=/asked onerror=window.hit=1>",
  "<svg onload=window.hit=1>",
  "<svg><animate onbegin=window.hit=1 attributeName=x dur=1s>",
  "<math><mtext></table><img src=/asked onerror=window.hit=1>",
  "<iframe srcdoc='<script>parent.hit=1</script>'></iframe>",
  "<link rel=stylesheet href=/asked>",
  "<style>@import '/asked';</style>",
  "<details open ontoggle=window.hit=1>",
  "<!--<script>window.hit=1//-->",
  "<![CDATA[<img src=x onerror=window.hit=1>]]>",
  "<template shadowrootmode=open><img src=/asked></template>",
  "<base href=//elsewhere.example/>",
  "<meta http-equiv=refresh content='0;url=javascript:window.hit=1'>",
  "\" onmouseover=\"window.hit=1",
  "' autofocus onfocus='window.hit=1",
  "`-window.hit=1-`${window.hit=1}",
  "{{constructor.constructor('window.hit=1')()}}",
  "javascript:window.hit=1",
  "&lt;script&gt;window.hit=1&lt;/script&gt; &amp; &#x3c;b&#x3e;",
  "\\u003cimg src=x onerror=window.hit=1\\u003e",
  "%3Cscript%3Ewindow.hit=1%3C/script%3E",
  "\u202eright to left\u202c, \u2066isolated\u2069, \u200fmark",
  "zero\u200bwidth\u200d\ufeff\u2060 and \u00ad soft",
  "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034fa\u0300\u0301l\u0334\u0335go",
  "\u{1f468}\u200d\u{1f469}\u200d\u{1f467} \u{1f1ec}\u{1f1e7} \u{e0001}",
  "=HYPERLINK(\"http://elsewhere.example\",\"click\")",
  "+1+cmd|' /C calc'!A0",
  "@SUM(1)",
  "__proto__",
  "constructor",
  "toString",
  "null",
  "NaN",
];

const LINKS = [
  "javascript:window.hit=1",
  "JaVaScRiPt:window.hit=1",
  "java\tscript:window.hit=1",
  " javascript:window.hit=1",
  "data:text/html,<script>window.hit=1</script>",
  "vbscript:window.hit=1",
  "blob:https://elsewhere.example/1",
  "file:///etc/passwd",
  "//elsewhere.example/x",
  "https://elsewhere.example/\" onclick=\"window.hit=1",
];

/** What people write: everything else has a form that reading checks. */
const TEXTS = new Set(["title", "name", "definition", "licence", "model", "at", "label"]);

/** The publication with other words everywhere, and other addresses. */
function reworded(value, text, url, key) {
  if (Array.isArray(value)) return value.map((one) => (key === "notes" && typeof one === "string" ? text : reworded(one, text, url)));
  if (value && typeof value === "object") {
    const remarked = key === "remarks";
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, remarked ? text : reworded(one, text, url, name)]));
  }
  if (key === "url") return url;
  return TEXTS.has(key) ? text : value;
}

/** Everything that a page makes of the words: the explorer, what stands beside it, and what it could do. In the page. */
const looked = () => {
  const host = document.querySelector("kpi-explorer");
  const parts = [...host.shadowRoot.querySelectorAll("*")];
  const kinds = {};
  for (const { localName } of parts) kinds[localName] = (kinds[localName] ?? 0) + 1;
  const attributes = [...parts, ...host.querySelectorAll("*")].flatMap((part) => part.getAttributeNames());
  const links = parts.filter((part) => part.localName === "a").map((link) => link.getAttribute("href"));
  return {
    kinds,
    // Sizes are set by the script, and the same whatever the words are.
    handlers: attributes.filter((name) => /^on|^srcdoc$/.test(name)),
    links: links.filter((href) => href !== null && !/^(https?:\/\/|#)/.test(href)),
    text: host.shadowRoot.textContent,
    title: host.shadowRoot.querySelector("h2, h1").textContent,
    hit: window.hit,
  };
};

const VIEWS = [
  {},
  { view: "indicator", indicator: "symbols", period: "2021-01-01/P3M", compare: ["previous", "B", "SN"] },
  { view: "indicator", indicator: "money" },
  { view: "indicator", indicator: "ages" },
  { view: "about" },
];

scenario("whatever the words are, they are shown as they are and nothing else comes of them", {}, async ({ page, server, visit }) => {
  const publication = await readJson(EVERYTHING);
  server.put("/host.html", hostPage({ body: "<kpi-explorer></kpi-explorer>" }));
  await visit("/host.html");
  await page.waitForFunction(() => customElements.get("kpi-explorer"));
  const show = async (text, url) => {
    const shown = () => page.evaluate(() => performance.getEntriesByName("kpi:ready")[0]?.startTime);
    const before = await shown();
    await page.evaluate((data) => (document.querySelector("kpi-explorer").data = data), JSON.stringify(reworded(publication, text, url)));
    await until(shown, (now) => assert.notEqual(now, before));
    await until(() => page.evaluate(() => document.querySelector("kpi-explorer").shadowRoot?.querySelector("h1, h2")?.textContent), (title) => assert.equal(title, text));
    const seen = [];
    for (const state of VIEWS) {
      await page.evaluate((state) => (document.querySelector("kpi-explorer").state = state), state);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
      seen.push(await page.evaluate(looked));
    }
    return seen;
  };
  const usual = await show("Words", "https://ayton.example/");
  const asked = server.requests.length;
  const all = [...PAYLOADS.map((text) => [text, "https://ayton.example/"]), ...LINKS.map((url) => ["Words", url])];
  for (const [text, url] of all) {
    const seen = await show(text, url);
    seen.forEach((view, at) => {
      const where = `${JSON.stringify(text)}, ${JSON.stringify(url)}, view ${at}`;
      assert.deepEqual([view.handlers, view.links, view.hit], [usual[at].handlers, [], undefined], where);
      if (text === "Words") return;
      assert.equal(view.title, text, where);
      assert.deepEqual(view.kinds, usual[at].kinds, where);
    });
  }
  assert.equal(server.requests.length, asked, "requests");
  assert.equal(await page.evaluate(() => ({}).hit), undefined);
});

for (const text of ["</script><script>window.hit=1</script>", "<!--<script>", "</title><img src=x onerror=window.hit=1>"]) {
  scenario(`a copy of a publication that says ${text}`, {}, async ({ page, server, open }) => {
    const publication = reworded(await readJson(EVERYTHING), text, "javascript:window.hit=1");
    server.put("/kpi.json", JSON.stringify(publication)).put("/host.html", hostPage({ body: element("", "/kpi.json") }));
    await open("/host.html");
    const download = page.waitForEvent("download");
    await page.evaluate(() => void document.querySelector("kpi-explorer").saveCopy("none"));
    const file = join(folder, "copy.html");
    await (await download).saveAs(file);
    await inChromium(file, async ({ page, explorer, problems }) => {
      await explorer.ready();
      const { title, hit, handlers, links } = await page.evaluate(looked);
      assert.deepEqual({ title, hit, handlers, links, problems }, { title: text, hit: undefined, handlers: [], links: [], problems: [] });
      assert.equal(await page.title(), text);
    });
    assert((await readFile(file)).toString().includes("\\u003c"));
  });
}

scenario("names that mean something to JavaScript are names", {}, async ({ page, server, open, explorer }) => {
  const text = (await read(EVERYTHING)).toString();
  const named = text.replaceAll('"symbols"', '"__proto__"').replaceAll('"A"', '"constructor"').replace('"kpi"', '"__proto__": { "hit": 1 }, "kpi"');
  server.put("/kpi.json", named).put("/host.html", hostPage({ body: element("", "/kpi.json") }));
  await open("/host.html");
  await page.evaluate(() => (document.querySelector("kpi-explorer").state = { view: "indicator", indicator: "__proto__" }));
  await eventually(() => explorer.heading.textContent(), "Symbols and marks");
  assert.match(await explorer.table.first().innerText(), /70\.0%/);
  assert.equal(await page.evaluate(() => ({}).hit), undefined);
});

/**
 * What libraries of twenty years have done to a page, before anything else runs; and what a reader then does and sees, told
 * to the server, because nothing of a test works on such a page either. In the page.
 */
function patched() {
  const tell = (what) => fetch("/told", { method: "POST", body: what });
  let turn = 0;
  const look = ({ target }) => {
    setTimeout(() => {
      const root = target.shadowRoot;
      tell(root.querySelector("h2[tabindex]").textContent + "|" + root.querySelector("table").textContent);
      turn += 1;
      if (turn === 1) target.state = { period: "2020-10-01/P3M" };
      if (turn === 2) target.state = { view: "indicator", indicator: "icpc-in-time", period: "2020-10-01/P3M" };
    }, 100);
  };
  document.addEventListener("kpi-ready", look);
  document.addEventListener("kpi-change", look);
  // Prototype.js, MooTools, and their plugins.
  Object.prototype.each = function () {};
  Array.prototype.toJSON = function () {
    return "an array";
  };
  String.prototype.toJSON = function () {
    return "a text";
  };
  Array.prototype.remove = function () {};
  Array.from = (items) => Array.prototype.slice.call(items);
  Array.prototype.flat = Array.prototype.flatten = () => [];
  Array.prototype.find = Array.prototype.detect = function () {
    return this[0];
  };
  const parse = JSON.parse;
  JSON.parse = (text) => parse(text, (_, value) => (typeof value === "number" ? value + 1 : value));
  JSON.stringify = () => '"nothing"';
  Function.prototype.bind = function () {
    return this;
  };
  Element.prototype.remove = function () {
    this.parentNode?.removeChild(this);
  };
}

scenario("a page that has changed what everything is made of shows the right figures", {}, async ({ server, visit }) => {
  const told = [];
  server.put("/told", (request, response) => {
    let body = "";
    request.on("data", (part) => (body += part)).on("end", () => told.push(body) && response.end());
  });
  server.put("/patched.js", `(${patched})()`);
  server.put("/host.html", hostPage({ scripts: `<script src="/patched.js"></script><script src="${SCRIPT}" defer></script>` }));
  await visit("/host.html");
  await until(() => told.length, (length) => assert.equal(length, 3));
  assert.match(told[0], /^All indicators, Q4 2020\/21\|.*timescales70%/s);
  assert.match(told[1], /^All indicators, Q3 2020\/21\|.*timescales79%/s);
  assert.match(told[2], /^Initial child protection conferences within timescales\|.*Q3 2020\/2179%/s);
});
