// A page that somebody saves, and opens years later without a network. How browsers save is imitated here; long/saves.test.mjs
// has them do it.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { FIGURES, SCRIPT, read, readJson } from "./support/checkout.mjs";
import { eventually, until } from "./support/eventually.mjs";
import { Explorer } from "./support/explorer.mjs";
import { element, hostPage } from "./support/host.mjs";
import { BROWSERS, inChromium } from "./support/reopen.mjs";
import { scenario } from "./support/scenario.mjs";
import { POLICY } from "./support/server.mjs";
import { walk } from "./support/walk.mjs";

let folder;

before(async () => (folder = await mkdtemp(join(tmpdir(), "kpi-explorer-saved-"))));
after(() => rm(folder, { recursive: true }));

/** What a "complete" save makes of the page: Chromium keeps shadow roots, Firefox does not. No script of another file. */
const IMITATED = {
  Chromium: () => {
    const roots = [...document.querySelectorAll("kpi-explorer")].map((host) => host.shadowRoot).filter(Boolean);
    return document.documentElement.getHTML({ shadowRoots: roots });
  },
  Firefox: () => document.documentElement.innerHTML,
};

const WITHOUT_FILES = /<script [^>]*src=[^>]*><\/script>/g;

async function save(page, browser, name) {
  const html = await page.evaluate(IMITATED[browser]);
  const file = join(folder, name);
  await writeFile(file, `<!doctype html><html lang="en-GB">${html.replaceAll(WITHOUT_FILES, "")}</html>`);
  return { file, html };
}

/** Resolves when everything that a saved page needs stands in it, as it is shown now. */
const kept = (page, heading) =>
  until(
    () => page.evaluate(() => document.querySelector("kpi-explorer > [slot]")?.textContent),
    (text) => assert(text?.includes(heading)),
  );

const CONFERENCES = "Initial child protection conferences within timescales";
const THIRD = "All indicators, Q3 2020/21";

for (const [browser, reopened] of Object.entries(BROWSERS)) {
  scenario(`${browser}: a saved page is live, and shows what it showed`, {}, async ({ page, server, open }) => {
    server.put("/host.html", hostPage());
    const explorer = await open("/host.html");
    await explorer.choose("Q3 2020/21");
    await kept(page, THIRD);
    const { file } = await save(page, browser, `${browser}.html`);
    await reopened(file, async ({ explorer, problems }) => {
      await explorer.ready();
      await until(() => explorer.seen(), ({ heading, quarter }) => assert.deepEqual([heading, quarter], [THIRD, ["Q3 2020/21"]]));
      await explorer.choose("Q4 2020/21");
      await until(() => explorer.seen(), ({ fragment }) => assert.equal(fragment, ""));
      await walk(explorer);
      assert.deepEqual(problems, []);
    });
  });
}

scenario("a page that is saved again and again does not grow", {}, async ({ page, server, open }) => {
  server.put("/host.html", hostPage());
  const explorer = await open("/host.html");
  await explorer.choose("Q3 2020/21");
  await kept(page, THIRD);
  const { file, html } = await save(page, "Chromium", "first.html");
  const counted = () => page.evaluate(counts);
  const first = await counted();
  assert.deepEqual(first, { programs: 1, figures: 1, mirrors: 1, charts: 1, tables: 2 });
  await inChromium(file, async ({ page, explorer }) => {
    await explorer.ready();
    await kept(page, THIRD);
    const again = await save(page, "Chromium", "second.html");
    assert.deepEqual(await page.evaluate(counts), first);
    const text = (html) => html.replaceAll(WITHOUT_FILES, "").length;
    assert(text(again.html) <= text(html) + 10, `${text(html)}, then ${text(again.html)}`);
  });
});

/** In the page. */
function counts() {
  const count = (selector) => document.querySelectorAll(selector).length;
  return {
    programs: count("script[data-kpi]"),
    figures: count("kpi-explorer > script"),
    mirrors: count("kpi-explorer > [slot=kpi-mirror]"),
    charts: count("kpi-explorer > [slot=kpi-charts]"),
    tables: count("kpi-explorer table"),
  };
}

scenario("several explorers on a page share one program, and each keeps its own", {}, async ({ page, server, visit }) => {
  server.put("/host.html", hostPage({ body: `${element('id="first"')}${element('id="second"')}` }));
  await visit("/host.html");
  const second = new Explorer(page, page.locator("#second"));
  await second.choose("Q2 2020/21");
  await eventually(() => page.evaluate(counts), { programs: 1, figures: 2, mirrors: 2, charts: 2, tables: 4 });
  await until(() => page.evaluate(() => document.querySelector("#second > [slot]").textContent), (text) => assert(text.includes("Q2 2020/21")));
  const { file } = await save(page, "Firefox", "several.html");
  await inChromium(file, async ({ page }) => {
    const chosen = (id) => page.locator(`#${id}`).getByRole("group", { name: "Quarter" }).getByRole("radio", { checked: true });
    await eventually(() => chosen("first").evaluate((input) => input.labels[0].textContent.trim()), "Q4 2020/21");
    await eventually(() => chosen("second").evaluate((input) => input.labels[0].textContent.trim()), "Q2 2020/21");
  });
});

scenario("an explorer that leaves the page takes with it what was put beside it", {}, async ({ page, server, open }) => {
  server.put("/host.html", hostPage());
  await open("/host.html");
  await kept(page, "All indicators");
  await page.evaluate(() => {
    window.kept = document.querySelector("kpi-explorer");
    window.kept.remove();
  });
  await eventually(() => page.evaluate(() => window.kept.querySelectorAll("script, [slot]").length), 0);
  await page.evaluate(() => document.body.append(window.kept));
  await kept(page, "All indicators");
  assert.equal(await page.evaluate(() => document.querySelectorAll("script[data-kpi]").length), 1);
});

/** What a reader sees of a page that runs nothing. */
const asSeen = () => {
  const live = [...document.querySelectorAll("*")].flatMap((one) => (one.shadowRoot ? [one, ...one.shadowRoot.querySelectorAll("*")] : [one]));
  // Heads that sort are buttons, and have the words of their columns.
  const controls = live.filter((one) => one.matches("input, select, canvas, button:not(.sort), summary") && one.checkVisibility());
  const parts = [...document.querySelectorAll("kpi-explorer")].flatMap((one) => [...(one.shadowRoot?.children ?? [])]);
  return { text: [document.body, ...parts].map((part) => part.innerText).join("\n"), controls: controls.map((one) => one.outerHTML.slice(0, 90)) };
};

const EMBEDDED = (await read("/pkg/embed.html")).toString();

/** What every plain table says first of the council. */
const NO_PICTURES = { policy: POLICY.replace("img-src 'self' data: blob:", "img-src 'none'") };

const headlines = (html) =>
  [...html.matchAll(/<caption>(.*?)<\/caption>/g)].map(([, caption]) => caption.replaceAll("&amp;", "&").replaceAll("&#39;", "'"));

for (const view of ["overview", "indicator"]) {
  scenario(`a web archive (MHTML) of the ${view} shows every figure as text, and no control`, {}, async ({ page, server, open, context }) => {
    server.put("/pkg/page.html", hostPage({ body: EMBEDDED.replace(/<script.*<\/script>/, "") }));
    server.put("/pkg/kpi.json", (await read(FIGURES)).toString());
    const explorer = await open("/pkg/page.html");
    await explorer.choose("Q3 2020/21");
    if (view === "indicator") await explorer.open(CONFERENCES);
    await kept(page, view === "indicator" ? "79% in Q3 2020/21" : THIRD);
    const session = await context.newCDPSession(page);
    const { data } = await session.send("Page.captureSnapshot", { format: "mhtml" });
    const file = join(folder, `${view}.mhtml`);
    await writeFile(file, data);
    await inChromium(file, async ({ page }) => {
      const { text, controls } = await page.evaluate(asSeen);
      for (const caption of headlines(EMBEDDED)) assert(text.includes(caption), caption);
      assert.match(text, view === "indicator" ? /Initial child protection conferences within timescales/ : /All indicators, Q3 2020\/21/);
      assert.match(text, /A saved copy: what was chosen when it was saved cannot be changed here/);
      assert.deepEqual(controls, []);
      const pictures = page.getByRole("img", { name: CONFERENCES });
      assert.equal(await pictures.count(), view === "indicator" ? 1 : 0);
      for (const picture of await pictures.all()) assert((await picture.boundingBox()).width > 400);
    });
  });
}

scenario("pictures of charts stand beside the explorer, and a policy that knows none reports nothing", NO_PICTURES, async ({ page, server, open }) => {
  const years = hostPage({ body: element("", "/www/data/isle-of-wight-2013-25.kpi.json") });
  server.put("/host.html", years.replace('<link rel="icon" href="data:,">', "")).put("/favicon.ico", "");
  await open("/host.html#kpi?i=vacancy-rate");
  await kept(page, "25% on 30 September 2025");
  const pictures = await page.evaluate(() => {
    const found = document.querySelectorAll("kpi-explorer > [slot] svg");
    return [...found].map((picture, at) => [picture.outerHTML.replaceAll("\n", ""), document.querySelector("kpi-explorer").toSVG(at).replaceAll("\n", "")]);
  });
  assert.equal(pictures.length, 2);
  const whole = (svg) => svg.replace(/ xmlns="[^"]*"/, "").replaceAll("/>", ">").replaceAll(/<\/(?!text|title|desc)\w+>/g, "");
  for (const [stands, written] of pictures) assert.equal(whole(stands), whole(written));
});

const TRUSTED = { policy: `${POLICY}; require-trusted-types-for 'script'; trusted-types 'none'`, expected: [/require-trusted-types-for/, /TrustedScript/] };
scenario("under trusted types planting alone is reported, and the page can be saved", { ...TRUSTED }, async ({ page, server, open }) => {
  server.put("/host.html", hostPage());
  const reports = [];
  page.on("console", (message) => message.text().startsWith("policy report") && reports.push(message.text()));
  await open("/host.html");
  await kept(page, "All indicators");
  for (const report of reports) assert.match(report, /trusted-types-sink HTMLScriptElement text\|(\(function|\{)/);
  assert.equal(await page.evaluate(() => document.querySelectorAll("script[data-kpi]").length), 1);
  const { file } = await save(page, "Firefox", "trusted.html");
  await inChromium(file, async ({ explorer }) => {
    await explorer.ready();
    await walk(explorer);
  });
});
