// An offline copy: one file that the page makes of itself.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { read, readJson } from "./support/checkout.mjs";
import { eventually, until } from "./support/eventually.mjs";
import { element, hostPage } from "./support/host.mjs";
import { BROWSERS, inChromium } from "./support/reopen.mjs";
import { scenario } from "./support/scenario.mjs";
import { walk } from "./support/walk.mjs";

const TRUST = "/tests/fixtures/trust.kpi.json";
const CONTACTS = "/tests/fixtures/indicators/contacts.json";

let folder;

before(async () => (folder = await mkdtemp(join(tmpdir(), "kpi-explorer-copy-"))));
after(() => rm(folder, { recursive: true }));

/** Has a page make a copy, and waits for the file. */
async function copied(page, name, make) {
  const download = page.waitForEvent("download");
  await make();
  const file = join(folder, name);
  const saved = await download;
  await saved.saveAs(file);
  return { file, suggested: saved.suggestedFilename() };
}

const byMethod = (page, which) => () => page.evaluate((which) => document.querySelector("kpi-explorer").saveCopy(which), which);

scenario("a copy is live in every browser, shows what was shown, and copies itself", {}, async ({ page, server, open }) => {
  server.put("/host.html", hostPage());
  const explorer = await open("/host.html");
  await explorer.choose("Q3 2020/21");
  const button = explorer.element.getByRole("button", { name: "Offline copy" });
  const { file, suggested } = await copied(page, "copy.html", () => button.click());
  assert.equal(suggested, "Children-s-social-care-performance-quarters-3-and-4-2020-21.html");
  const text = (await readFile(file)).toString();
  assert(text.includes(`The copy came from ${server.origin}/host.html`));
  assert.match(text, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-[^']+' 'wasm-unsafe-eval'; style-src 'sha256-/);
  assert.match(text, /Offline copy, saved on \d{1,2} \w+ \d{4}\./);
  assert(text.includes("<caption>Plain figures</caption>"), "the page's own table is in it");
  for (const [browser, reopened] of Object.entries(BROWSERS)) {
    await reopened(file, async ({ explorer, problems }) => {
      await explorer.ready();
      await until(() => explorer.seen(), ({ heading, quarter }) => assert.deepEqual([heading, quarter], ["All indicators, Q3 2020/21", ["Q3 2020/21"]]));
      await explorer.choose("Q4 2020/21");
      await until(() => explorer.seen(), ({ fragment }) => assert.equal(fragment, ""));
      await walk(explorer);
      assert.deepEqual(problems, [], browser);
    });
  }
  const copies = { file };
  await inChromium(file, async ({ page, explorer }) => {
    await explorer.ready();
    copies.second = (await copied(page, "second.html", byMethod(page))).file;
  });
  // On a page of its own the title is the first heading.
  const second = (await readFile(copies.second)).toString().replace(/(<\/?h)1>/g, "$12>");
  assert(second === text, "a copy of a copy is the same");
  await inChromium(copies.second, async ({ explorer }) => {
    await explorer.ready();
    await eventually(async () => (await explorer.seen()).quarter, ["Q3 2020/21"]);
  });
});

scenario("a copy without its program shows what was shown and the plain tables", {}, async ({ page, server, open, context }) => {
  server.put("/host.html", hostPage());
  const explorer = await open("/host.html");
  await explorer.choose("Q3 2020/21");
  const { file } = await copied(page, "silent.html", byMethod(page));
  const silent = await context.browser().newContext({ javaScriptEnabled: false });
  const still = await silent.newPage();
  await still.goto(`file://${file}`);
  assert(await still.getByRole("heading", { name: "All indicators, Q3 2020/21" }).isVisible());
  assert(await still.getByRole("table", { name: "Plain figures" }).isVisible());
  assert.equal(await still.getByRole("button").count(), 0);
  await silent.close();
});

/** Files of figures: of the indicator that is shown, of another of its topic, of one of another topic. */
const PARTS = { contacts: "large", referrals: "large", visitors: "care" };
const path = (id) => `/tests/fixtures/indicators/${id}.json`;

/** A publication with all of these. */
async function parted(server) {
  const trust = await readJson(TRUST);
  const [shown, figures] = [trust.indicators.find(({ id }) => id === "contacts"), await readJson(CONTACTS)];
  for (const [id, topic] of Object.entries(PARTS)) {
    if (id === shown.id) continue;
    trust.indicators.push({ ...shown, id, topic, name: id, data: `indicators/${id}.json` });
    server.put(path(id), JSON.stringify({ ...figures, indicator: id }));
  }
  server.put("/tests/fixtures/parted.json", JSON.stringify(trust));
  server.put("/host.html", hostPage({ body: element("", "/tests/fixtures/parted.json") }));
}

const CHOICES = {
  "those of this indicator": { button: "Those of this indicator (1 more file, 1 kB)", parts: ["contacts"] },
  "those of this topic": { button: "Those of this topic (2 more files, 1 kB)", parts: ["contacts", "referrals"] },
  "all figures": { button: "All figures (3 more files, 1 kB)", parts: ["contacts", "referrals", "visitors"] },
};
for (const [what, { button, parts }] of Object.entries(CHOICES)) {
  scenario(`of a publication with files of figures a copy has what is asked for: ${what}`, { expected: /^all/.test(what) ? [] : [/503/] }, async ({ page, server, open }) => {
    await parted(server);
    // Shown before its figures come, so that they are lacking.
    const explorer = await open("/host.html");
    if (!/^all/.test(what)) {
      server.put(CONTACTS, (_, response) => response.writeHead(503).end());
      await explorer.open("Contacts");
      await explorer.alert.waitFor();
      server.put(CONTACTS, (await read(CONTACTS)).toString());
    }
    const choose = async () => {
      await explorer.element.getByRole("button", { name: "Offline copy" }).click();
      await explorer.element.getByRole("dialog", { name: /^Which figures should the copy include/ }).getByRole("button", { name: button, exact: true }).click();
    };
    const { file } = await copied(page, "parted.html", choose);
    const text = (await readFile(file)).toString();
    const has = Object.keys(PARTS).filter((id) => text.includes(`data-part="indicators/${id}.json"`));
    assert.deepEqual(has, parts);
    await inChromium(file, async ({ explorer }) => {
      await explorer.ready();
      if (/^all/.test(what)) await explorer.open("Contacts");
      await eventually(async () => (await explorer.seen()).table.rows.map((row) => row.cells.at(-1)), ["90,000", "91,000"]);
    });
  });
}
