// The element as a part of other people's pages: what scripts give it and read of it, its part of the address among others,
// the places it is put into, styles that mean no good, frames, and the package for bundlers.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FIGURES, SCRIPT, located, read, readJson } from "./support/checkout.mjs";
import { eventually, until } from "./support/eventually.mjs";
import { Explorer } from "./support/explorer.mjs";
import { element, hostPage } from "./support/host.mjs";
import { clashes } from "./support/layout.mjs";
import { scenario } from "./support/scenario.mjs";
import { POLICY, Server, held } from "./support/server.mjs";

const CONFERENCES = "Initial child protection conferences within timescales";
const Q3 = "2020-10-01/P3M";

const set = (explorer, name, value) =>
  explorer.element.evaluate((element, [name, value]) => void (element[name] = value), [name, value]);
const renamed = async (title) => ({ ...(await readJson(FIGURES)), title });
const heading = (explorer, name) => explorer.element.getByRole("heading", { name });

/** What the page around has, while an explorer does as it is told. */
scenario("title, focus and history of the page around are its own", {}, async ({ page, server, visit, explorer }) => {
  server.put("/host.html", hostPage({ body: `<button>Mine</button>${element()}` }));
  await visit("/host.html");
  await explorer.ready();
  const title = () => page.title();
  await page.evaluate(() => history.replaceState({ router: 1 }, ""));
  await page.getByRole("button", { name: "Mine" }).focus();
  await set(explorer, "state", { indicator: "icpc-in-time" });
  await eventually(title, `${CONFERENCES}, Q4 2020/21 – Children's services`);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Mine");
  assert.deepEqual(await page.evaluate(() => history.state), { router: 1 });

  // A page that is another one now.
  await page.evaluate(() => (document.title = "Contact us"));
  await explorer.choose("Q3 2020/21");
  await eventually(title, `${CONFERENCES}, Q3 2020/21 – Contact us`);
  await page.evaluate(() => (document.title = "About us"));
  await page.evaluate(() => document.querySelector("kpi-explorer").remove());
  await page.waitForTimeout(50);
  assert.equal(await title(), "About us");
});

scenario("another language leaves what was chosen", {}, async ({ page, server, visit, explorer }) => {
  server.put("/host.html", hostPage({ body: element('history="none"') }));
  await visit("/host.html");
  await explorer.ready();
  await explorer.open(CONFERENCES);
  await explorer.choose("Q3 2020/21");
  const state = await explorer.state();
  await page.evaluate(() => document.querySelector("kpi-explorer").setAttribute("lang", "cy"));
  await explorer.element.getByRole("link", { name: "Pob dangosydd" }).waitFor();
  assert.deepEqual(await explorer.state(), state);
});

/** A page with two elements, the second called `staff`. */
async function two({ page, server, visit }, fragment = "") {
  server.put("/host.html", hostPage({ body: element() + element('id="staff"') }));
  await visit(`/host.html${fragment}`);
  const first = new Explorer(page);
  const second = new Explorer(page, page.locator("#staff"));
  await Promise.all([first.heading.waitFor(), second.heading.waitFor()]);
  return { first, second };
}

scenario("figures that a script gives: as text, as an object, before the program is there, and other ones", {}, async ({ page, server, visit, explorer }) => {
  server.put("/host.html", hostPage({ body: "<main></main>", scripts: "" }));
  await visit("/host.html");
  await page.evaluate(async (data) => {
    const element = document.createElement("kpi-explorer");
    element.data = data;
    element.state = { indicator: "icpc-in-time", period: "2020-10-01/P3M" };
    document.querySelector("main").append(element);
  }, await renamed("Given before"));
  await page.addScriptTag({ url: SCRIPT });
  await heading(explorer, "Given before").waitFor();
  assert.match(await explorer.sentence.textContent(), /^79% in Q3 2020\/21/);
  await set(explorer, "data", JSON.stringify(await renamed("Given as text")));
  await heading(explorer, "Given as text").waitFor();
  await set(explorer, "data", await renamed("Given as an object"));
  await heading(explorer, "Given as an object").waitFor();
  assert.equal(server.count(FIGURES), 0);
  await set(explorer, "data", undefined);
  await explorer.alert.getByText(/No file of figures is named/).waitFor();
  assert(await heading(explorer, "Given as an object").isVisible());
});

scenario("a state that is kept can be set again, as a whole or in part", {}, async (given) => {
  const { first, second } = await two(given);
  await first.open(CONFERENCES);
  await first.choose("Q3 2020/21");
  await first.toggle("South East");
  const state = await first.state();
  assert.deepEqual([state.view, state.indicator, state.period], ["indicator", "icpc-in-time", Q3]);
  await set(second, "state", state);
  await eventually(() => second.state(), state);
  const [one, other] = await Promise.all([first.seen(), second.seen()]);
  assert.deepEqual({ ...one, fragment: "" }, { ...other, fragment: "" });

  await set(second, "state", { period: Q3, compare: [] });
  await eventually(async () => {
    const { view, period, compare } = await second.state();
    return { view, period, compare };
  }, { view: "overview", period: Q3, compare: [] });
  await set(second, "state", { indicator: "no such", period: "yesterday", compare: ["nobody"], methods: ["x:y"] });
  await eventually(async () => (await second.state()).view, "overview");
  await set(second, "state", null);
  await eventually(async () => (await second.state()).period, "2021-01-01/P3M");
});

scenario("each element has its own part of the address, and leaves the others'", {}, async (given) => {
  const { page } = given;
  const { first, second } = await two(given);
  const address = () => page.evaluate(() => location.hash);
  await first.choose("Q3 2020/21");
  await eventually(address, `#kpi?p=${Q3}`);
  await second.choose("Q2 2020/21");
  await eventually(address, `#kpi?p=${Q3};kpi-staff?p=2020-07-01/P3M`);
  await second.open(CONFERENCES);
  await eventually(address, `#kpi?p=${Q3};kpi-staff?i=icpc-in-time&p=2020-07-01/P3M`);
  await first.choose("Q4 2020/21");
  await eventually(address, "#kpi-staff?i=icpc-in-time&p=2020-07-01/P3M");
  await page.goBack();
  await eventually(async () => (await first.seen()).quarter, ["Q3 2020/21"]);
  assert.equal((await second.seen()).heading, CONFERENCES);
  await page.goBack();
  await eventually(async () => (await second.seen()).heading, "All indicators, Q2 2020/21");
  assert.deepEqual((await first.seen()).quarter, ["Q3 2020/21"]);

  // Links say the same, for a click that opens another tab.
  const links = await second.indicatorLinks.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  assert(links.every((href) => href.startsWith("#kpi-staff?i=")), links[0]);
});

scenario("a link shows each element what it says of it", {}, async (given) => {
  const { first, second } = await two(given, `#kpi?p=${Q3};kpi-staff?i=icpc-in-time&p=2020-07-01/P3M`);
  assert.equal((await first.seen()).heading, "All indicators, Q3 2020/21");
  assert.match(await second.sentence.textContent(), /^90% in Q2 2020\/21/);
});

const FOREIGN = ["#before", "#/figures?kpi=1", "#kpis", "#!kpi?p=2020", "#kpi-figures"];
scenario("a fragment of the page's own is never changed", {}, async ({ page, server, open }) => {
  server.put("/host.html", hostPage());
  for (const fragment of FOREIGN) {
    await page.goto("about:blank");
    const explorer = await open(`/host.html${fragment}`);
    await explorer.choose("Q3 2020/21");
    await eventually(async () => (await explorer.seen()).quarter, ["Q3 2020/21"]);
    assert.equal(await explorer.fragment(), fragment);
    // And one that comes later changes nothing that is shown.
    await page.evaluate(() => (location.hash = "#after"));
    await page.waitForTimeout(30);
    assert.deepEqual((await explorer.seen()).quarter, ["Q3 2020/21"], fragment);
  }
});

scenario("an element that leaves the address alone", {}, async ({ page, server, open }) => {
  server.put("/host.html", hostPage({ attributes: 'history="none"' }));
  const explorer = await open(`/host.html#kpi?p=${Q3}`);
  assert.deepEqual((await explorer.seen()).quarter, ["Q4 2020/21"]);
  await explorer.choose("Q2 2020/21");
  assert.equal(await explorer.fragment(), `#kpi?p=${Q3}`);
  assert.equal(await page.evaluate(() => history.length), 2);
});

scenario("src that changes while figures are on the way, again and again", {}, async ({ page, server, visit, explorer }) => {
  const slow = Array.from({ length: 5 }, () => held("{}"));
  slow.forEach((file, at) => server.put(`/slow-${at}.json`, file));
  server.put("/last.json", JSON.stringify(await renamed("The last")));
  server.put("/host.html", hostPage({ body: element("", "/slow-0.json") }));
  await visit("/host.html");
  for (const src of ["/slow-1.json", "/slow-2.json", "/slow-3.json", "/slow-4.json", "/last.json"]) {
    await explorer.element.evaluate((element, src) => element.setAttribute("src", src), src);
  }
  await heading(explorer, "The last").waitFor();
  slow.forEach((file) => file.release());
  await page.waitForTimeout(100);
  assert(await heading(explorer, "The last").isVisible());
  assert.equal(await page.getByRole("alert").count(), 0);
});

scenario("in a shadow root, in a dialog, in a tab that is shown later, in a box that changes", {}, async ({ page, server, visit }) => {
  const body = `<div id="outer"></div><dialog></dialog><section hidden></section><aside></aside>`;
  server.put("/host.html", hostPage({ body }));
  await visit("/host.html");
  await page.waitForFunction(() => customElements.get("kpi-explorer"));
  await page.evaluate((src) => {
    const element = (id) => Object.assign(document.createElement("kpi-explorer"), { id });
    const put = (place, id) => {
      const made = element(id);
      made.setAttribute("src", src);
      made.setAttribute("indicator", "icpc-in-time");
      place.append(made);
    };
    put(document.querySelector("#outer").attachShadow({ mode: "open" }), "shadow");
    put(document.querySelector("dialog"), "dialog");
    put(document.querySelector("section"), "tab");
    document.querySelector("aside").style.width = "900px";
    put(document.querySelector("aside"), "box");
  }, FIGURES);
  const at = (id) => new Explorer(page, page.locator(`#${id}`));
  const drawn = (explorer) =>
    until(() => explorer.pictures(), (all) => assert(all.length === 1 && all[0].drawn > 0.005, JSON.stringify(all)));

  await drawn(at("shadow"));
  await at("shadow").choose("Q3 2020/21");
  assert.match(await at("shadow").sentence.textContent(), /^79% in Q3 2020\/21/);

  await page.evaluate(() => document.querySelector("dialog").showModal());
  await drawn(at("dialog"));
  await at("dialog").choose("Q3 2020/21");
  await page.keyboard.press("Escape");

  await page.evaluate(() => (document.querySelector("section").hidden = false));
  const [shown] = await drawn(at("tab"));
  assert(shown.width > 300, `as wide as its place: ${shown.width}`);

  const [wide] = await drawn(at("box"));
  await page.evaluate(() => (document.querySelector("aside").style.width = "340px"));
  await until(() => at("box").pictures(), ([narrow]) => assert(narrow.width < wide.width && narrow.drawn > 0.005));
  await page.evaluate(() => (document.querySelector("aside").style.width = "900px"));
  await until(() => at("box").pictures(), ([again]) => assert.equal(again.width, wide.width));
});

scenario("fifty elements on one page are one program and one request each", {}, async ({ page, server, visit }) => {
  server.put("/host.html", hostPage({ body: element().repeat(50) }));
  await page.addInitScript(() => {
    window.instances = 0;
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = (...given) => ((window.instances += 1), instantiate(...given));
  });
  await visit("/host.html");
  await until(() => page.evaluate(() => [...document.querySelectorAll("kpi-explorer")].filter(({ state }) => state).length), (count) => assert.equal(count, 50));
  assert.deepEqual([await page.evaluate(() => window.instances), server.count(FIGURES)], [1, 50]);
});

for (const name of ["hostile", "council"]) {
  scenario(`the ${name} page among the samples leaves the explorer whole`, {}, async ({ open }) => {
    const explorer = await open(`/www/hosts/${name}.html#kpi?i=icpc-in-time`);
    await until(() => explorer.pictures(), (all) => assert(all.every(({ drawn }) => drawn > 0.005)));
    assert.deepEqual(await explorer.element.evaluate(clashes), []);
    const style = await explorer.sentence.evaluate((sentence) => {
      const { letterSpacing, textTransform, textIndent, whiteSpace, fontStyle, visibility, textAlign } = getComputedStyle(sentence);
      return { letterSpacing, textTransform, textIndent, whiteSpace, fontStyle, visibility, textAlign };
    });
    assert.deepEqual(style, {
      letterSpacing: "normal",
      textTransform: "none",
      textIndent: "0px",
      whiteSpace: "normal",
      fontStyle: "normal",
      visibility: "visible",
      textAlign: "start",
    });
    await explorer.choose("Q3 2020/21");
    assert.match(await explorer.sentence.textContent(), /^79% in Q3 2020\/21/);
  });
}

const colour = (explorer) => explorer.indicatorLinks.first().evaluate((link) => getComputedStyle(link).color);
scenario("a page's own colours come in through the custom properties alone", {}, async ({ open }) => {
  assert.equal(await colour(await open("/www/hosts/council.html")), "rgb(0, 84, 106)");
  assert.equal(await colour(await open("/www/hosts/hostile.html")), "rgb(29, 112, 184)");
});

scenario("two publications on one page", {}, async ({ page, visit }) => {
  await visit("/www/hosts/several.html");
  const years = new Explorer(page, page.locator("#years"));
  await years.heading.waitFor();
  await years.indicatorLinks.first().click();
  await until(() => page.evaluate(() => location.hash), (hash) => assert.match(hash, /^#kpi-years\?i=/));
});

scenario("a frame is as high as what it shows, and a link to its page names a view", { policy: `${POLICY}; frame-src 'self'` }, async ({ page, visit }) => {
  await visit(`/www/hosts/framed.html#kpi?i=icpc-in-time&p=${Q3}`);
  const explorer = new Explorer(page, page.frameLocator("iframe").locator("kpi-explorer"));
  await explorer.heading.waitFor();
  assert.match(await explorer.sentence.textContent(), /^79% in Q3 2020\/21/);
  const frame = page.locator("iframe");
  const fits = async () => {
    const inner = await frame.evaluate(({ contentDocument }) => contentDocument.body.offsetHeight);
    return Math.abs((await frame.boundingBox()).height - inner);
  };
  await until(fits, (difference) => assert(difference <= 1));
  const high = (await frame.boundingBox()).height;
  await explorer.backToAll();
  await until(async () => (await frame.boundingBox()).height, (height) => assert.notEqual(height, high));
  await until(fits, (difference) => assert(difference <= 1));
  assert.equal(await page.evaluate(() => location.hash), `#kpi?p=${Q3}`);
});

scenario("a frame shows no figures of another site, and its page listens to nobody else", { policy: `${POLICY}; frame-src *` }, async ({ page, server, visit }) => {
  const other = await Server.start();
  try {
    other.put("/evil.json", JSON.stringify(await renamed("Not the council's")));
    server.put("/pkg/kpi.json", JSON.stringify(await renamed("The council's")));
    const sources = [`${other.origin}/evil.json`, "javascript:alert(1)", "data:application/json,{}", "//127.0.0.2/x.json"];
    for (const source of sources) {
      await visit(`/pkg/frame.html?src=${encodeURIComponent(source)}`);
      await page.getByRole("heading", { name: "The council's" }).waitFor();
    }
    assert.equal(other.requests.length, 0);

    server.put("/tall.html", `<!doctype html><script src="/tall.js"></script>`);
    server.put("/tall.js", `parent.postMessage({ kpi: "frame", height: 9999, fragment: "kpi?i=x" }, "*")`);
    const frames = `<iframe data-kpi-frame title="a" src="${server.origin}/pkg/frame.html"></iframe><iframe title="b" src="/tall.html"></iframe>`;
    server.put("/host.html", hostPage({ body: frames, scripts: `<script src="/pkg/frame-host.js" defer></script>` }));
    await visit("/host.html#top");
    await page.frameLocator("iframe").first().getByRole("heading", { name: "The council's" }).waitFor();
    await page.evaluate(() => postMessage({ kpi: "frame", height: 7777, fragment: "kpi?i=x" }, "*"));
    await page.waitForTimeout(100);
    const height = await page.locator("iframe").first().evaluate((frame) => parseFloat(frame.style.height));
    assert(height > 0 && height !== 9999 && height !== 7777);
    assert.equal(await page.evaluate(() => location.hash), "#top", "the page's own fragment stays");
  } finally {
    await other.close();
  }
});

scenario("the lines to paste are a page", {}, async ({ server, open }) => {
  const lines = (await read("/pkg/embed.html")).toString();
  server.put("/pkg/kpi.json", (await read(FIGURES)).toString());
  server.put("/pkg/page.html", `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Page</title><h1>Page</h1>${lines}</html>`);
  const explorer = await open("/pkg/page.html");
  assert.equal(await explorer.indicatorLinks.count(), 27);
  assert.match(lines, /<a href="kpi\.json">The figures as a file<\/a>/);
});

scenario("the published hashes are those of the files, and a page may insist on them", {}, async ({ server, open }) => {
  const hashes = Object.fromEntries((await read("/pkg/SRI.txt")).toString().trim().split("\n").map((line) => line.split(" ")));
  assert.deepEqual(Object.keys(hashes), ["kpi-explorer.js", "frame.js", "frame-host.js"]);
  for (const [name, hash] of Object.entries(hashes)) {
    const bytes = await read(`/pkg/${name}`);
    assert.equal(hash, `sha384-${createHash("sha384").update(bytes).digest("base64")}`, name);
  }
  const script = `<script src="${SCRIPT}" integrity="${hashes["kpi-explorer.js"]}" crossorigin="anonymous" defer></script>`;
  server.put("/host.html", hostPage({ scripts: script }));
  assert.equal(await (await open("/host.html")).indicatorLinks.count(), 27);
});

scenario("the package works with a bundler, and does nothing on a server", {}, async ({ server, open }) => {
  const folder = await mkdtemp(join(tmpdir(), "kpi-explorer-npm-"));
  try {
    await writeFile(join(folder, "app.js"), 'import "kpi-explorer";\n');
    const options = [`--alias:kpi-explorer=${located("/pkg/npm/index.js")}`, "--bundle", "--format=esm", "--minify", "--log-level=error"];
    const bundle = execFileSync("esbuild", ["app.js", ...options], { cwd: folder, maxBuffer: 2 ** 24 });
    server.put("/app.js", bundle).put("/host.html", hostPage({ scripts: '<script type="module" src="/app.js"></script>' }));
    assert.equal(await (await open("/host.html")).indicatorLinks.count(), 27);
    assert.equal(execFileSync("node", [located("/pkg/npm/index.js")]).toString(), "");
  } finally {
    await rm(folder, { recursive: true });
  }
});
