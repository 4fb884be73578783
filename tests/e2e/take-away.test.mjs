// What a visitor takes away: files as the browser saves them, the clipboard, paper; and what is said of it.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { FIGURES, WHOLE_PAGE, located, read, readJson } from "./support/checkout.mjs";
import { launch, problemsOf } from "./support/chromium.mjs";
import { rows } from "./support/csv.mjs";
import { eventually, LIMIT } from "./support/eventually.mjs";
import { Explorer } from "./support/explorer.mjs";
import { element, hostPage } from "./support/host.mjs";
import { paper, pdf } from "./support/pdf.mjs";
import { png } from "./support/png.mjs";
import * as reading from "./support/reading.mjs";
import { scenario } from "./support/scenario.mjs";

const CONFERENCES = "/index.html#kpi?i=icpc-in-time";
/** An indicator with two charts. */
const VACANCIES = "/years.html#kpi?i=vacancy-rate";
const YEARS = hostPage({ body: element("", "/www/data/isle-of-wight-2013-25.kpi.json") });
const ABOUT = "/index.html#kpi?v=about";
const BYTE_ORDER_MARK = "\uFEFF";

const group = (explorer, name) => explorer.element.getByRole("group", { name, exact: true });
const button = (explorer, of, name) => group(explorer, of).getByRole("button", { name, exact: true });

/** Presses a button, and gives the file that the browser saves, and its name. */
async function saved(page, pressed) {
  const [download] = await Promise.all([page.waitForEvent("download"), pressed.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** A figure as a cell of the page has it, in the letters of a file. */
const plain = (cell) => cell.replaceAll("\u2212", "-").replaceAll(/[\u2060,%£]/g, "");

scenario("the figures shown are saved as the table has them", {}, async ({ page, open }) => {
  const explorer = await open(CONFERENCES);
  const { name, bytes } = await saved(page, button(explorer, "The figures shown", "CSV"));
  assert.equal(name, "icpc-in-time-q4-2020-21.csv");
  await eventually(() => explorer.status.textContent(), `Saved: ${name}.`);
  const text = bytes.toString("utf8");
  const found = rows(text);
  const table = await explorer.table.evaluate(reading.table);
  const shown = table.rows.flatMap(({ heading, cells }) =>
    table.columns.slice(1).flatMap((column, at) => {
      const area = found.find((row) => row.area_name === column);
      return area ? [[heading, column, plain(cells[at].replace("(not published)", "").trim())]] : [];
    }),
  );
  assert.equal(shown.length, 16, "four quarters of four areas");
  assert.deepEqual(
    found.map((row) => [row.period_label, row.area_name, row.value || "–"]),
    shown,
  );
  for (const row of found) {
    assert.equal(row.publication, "Children's social care performance, quarters 3 and 4 2020/21");
    assert.equal(row.unit, "per cent");
    assert.match(row.source, /^Isle of Wight Council, “Children's Social Care Performance/);
    assert.equal(row.meaning, row.value ? "" : "not published");
    assert.equal(row.method, row.area_code === "SN" ? "as published" : "");
  }
  // Said a second time it is another text, so that it is heard again.
  await saved(page, button(explorer, "The figures shown", "CSV"));
  await eventually(() => explorer.status.textContent(), `Saved: ${name}.\u00a0`);
  await explorer.choose("Q3 2020/21");
  await eventually(() => explorer.status.textContent().then((said) => said.includes("Saved")), false);
});

scenario("a file for Excel begins with the mark, and is the same behind it", {}, async ({ page, open }) => {
  const explorer = await open(CONFERENCES);
  for (const of of ["The figures shown", "All figures"]) {
    const [without, withMark] = [
      await saved(page, button(explorer, of, "CSV")),
      await saved(page, button(explorer, of, "CSV for Excel")),
    ];
    assert.equal(withMark.bytes.toString("utf8"), BYTE_ORDER_MARK + without.bytes.toString("utf8"));
  }
});

scenario("all figures are saved, every one a row", {}, async ({ page, open }) => {
  const explorer = await open();
  const { name, bytes } = await saved(page, button(explorer, "All figures", "CSV"));
  assert.equal(name, "childrens-social-care-performance-quarters-3-and-4-2020-21.csv");
  const { indicators } = await readJson(FIGURES);
  const values = indicators.flatMap(({ id, periods, series }) =>
    series.flatMap(({ area, values }) =>
      periods.map((period, at) => [id, area, period.id ?? period, Array.isArray(values) ? values[at] : values[period]]),
    ),
  );
  const found = rows(bytes.toString("utf8"));
  assert.equal(found.length, values.length);
  for (const [id, area, period, value] of values) {
    const of = found.filter((row) => row.indicator_id === id && row.area_code === area && row.period === period);
    assert(of.some((row) => row.value === String(value ?? "")), `${id} ${area} ${period} ${value}`);
  }
});

scenario("the overview is saved as it is filtered", {}, async ({ page, open }) => {
  const explorer = await open("/index.html#kpi?c=previous,E92000001");
  await explorer.element.getByRole("searchbox").fill("conferences");
  await eventually(() => explorer.indicatorLinks.count(), 1);
  const { bytes } = await saved(page, button(explorer, "The figures shown", "CSV"));
  const found = rows(bytes.toString("utf8")).map((row) => [row.indicator_id, row.area_code, row.period_label]);
  assert.deepEqual(found, [
    ["icpc-in-time", "E06000046", "Q4 2020/21"],
    ["icpc-in-time", "E06000046", "Q3 2020/21"],
    ["icpc-in-time", "E92000001", "Q4 2020/21"],
  ]);
});

scenario("the publisher's file is theirs byte by byte", {}, async ({ page, open, server, visit, explorer }) => {
  await open();
  const link = group(explorer, "All figures").getByRole("link", { name: "KPI JSON" });
  const file = await saved(page, link);
  assert.equal(file.name, "isle-of-wight-2020-21.kpi.json");
  assert.deepEqual(file.bytes, await read(FIGURES));

  // Where the figures stand in the page: as they stand there, spaces, order and all.
  const text = ` ${(await read(FIGURES)).toString("utf8").replaceAll("</", "<\\/")}\n`;
  const inline = `<kpi-explorer><script type="application/json">${text}</script></kpi-explorer>`;
  server.put("/inline.html", hostPage({ body: inline }));
  await visit("/inline.html");
  await explorer.ready();
  const own = await saved(page, button(explorer, "All figures", "KPI JSON"));
  assert.equal(own.name, "childrens-social-care-performance-quarters-3-and-4-2020-21.kpi.json");
  assert.equal(own.bytes.toString("utf8"), text);
});

for (const colorScheme of ["light", "dark"]) {
  scenario(`charts are saved whole, in light colours: ${colorScheme}`, { context: { colorScheme } }, async ({ page, server, open }) => {
    server.put("/years.html", YEARS.replace('name="color-scheme" content="light"', 'name="color-scheme" content="light dark"'));
    for (const [address, of, name, ...expect] of [
      [CONFERENCES, "Chart: Per cent", "icpc-in-time-q4-2020-21", "Initial child protection conferences", "70% in Q4 2020/21", "Source: Isle of Wight Council"],
      [VACANCIES, "Chart: Per cent", "vacancy-rate-30-september-2025", "Vacancy rate of children", "25% on 30 September 2025", "Source: Department for Education"],
      [VACANCIES, "Chart: Per cent, 30 September 2025", "vacancy-rate-30-september-2025.2", "Vacancy rate of children", "25% on 30 September 2025", "Source: Department for Education"],
    ]) {
      const explorer = await open(address);
      const picture = await saved(page, button(explorer, of, "PNG"));
      assert.equal(picture.name, `${name}.png`);
      const { width, height, lines } = png(picture.bytes);
      assert.equal(width, 1440, "720 CSS pixels, twice as fine");
      assert(height > 600 && height < 3000, `${height} pixels high`);
      assert(lines > 100, `${lines} different lines: there is something on it`);

      const drawing = await saved(page, button(explorer, of, "SVG"));
      assert.equal(drawing.name, `${name}.svg`);
      const svg = drawing.bytes.toString("utf8");
      const [, right, bottom] = /<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg);
      assert.deepEqual([Number(right) * 2, Number(bottom) * 2], [width, height], "the same picture");
      const words = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text).join(" ");
      for (const text of ["Per cent", ...expect]) assert(words.includes(text), `${text} is not in ${words}`);
      // Drawn first, over the whole picture.
      assert.match(svg, new RegExp(`^<svg[^>]*>\\s*<title>.*?</desc>\\s*<rect fill="rgb\\(255,255,255\\)" x="0" y="0"`, "s"));
      const broken = await page.evaluate(
        (svg) => new DOMParser().parseFromString(svg, "image/svg+xml").querySelector("parsererror")?.textContent,
        svg,
      );
      assert.equal(broken, undefined);
    }
  });
}

/** What is on the clipboard, by kind. */
const clipboard = (page) =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const texts = item.types.map(async (type) => [type, await (await item.getType(type)).text()]);
    return Object.fromEntries(await Promise.all(texts));
  });

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

scenario("a link, a citation and a table are copied", { context: CLIPBOARD }, async ({ page, open }) => {
  const explorer = await open(CONFERENCES);
  await explorer.choose("Q3 2020/21");
  const link = button(explorer, "This page", "Copy link");
  await link.click();
  await eventually(() => explorer.status.textContent(), "The link is copied.");
  const { "text/plain": address } = await clipboard(page);
  assert.equal(address, page.url());
  assert.match(address, /#kpi\?i=icpc-in-time&p=2020-10-01\/P3M$/);
  assert.equal(await link.evaluate((node) => node.getRootNode().activeElement === node), true, "the focus is back");

  await button(explorer, "This page", "Copy citation").click();
  await eventually(() => explorer.status.textContent(), "The citation is copied.");
  const { "text/plain": citation } = await clipboard(page);
  assert.equal(
    citation,
    "Isle of Wight Council: Children's social care performance, quarters 3 and 4 2020/21. " +
      "Initial child protection conferences within timescales, Q3 2020/21. Figures: Isle of Wight Council, " +
      `“Children's Social Care Performance Quarter Three and Four 2020/2021” (slides). ${address}`,
  );

  await button(explorer, "The figures shown", "Copy as a table").click();
  await eventually(() => explorer.status.textContent(), "The table is copied.");
  const { "text/plain": text, "text/html": html } = await clipboard(page);
  const lines = text.split(/\r?\n/).map((line) => line.split("\t"));
  assert.deepEqual(lines[1].slice(0, 2), ["Period", "Isle of Wight"]);
  assert.deepEqual(
    lines.slice(2, 6).map((line) => line.slice(0, 2)),
    [
      ["Q1 2020/21", "91%"],
      ["Q2 2020/21", "90%"],
      ["Q3 2020/21", "79%"],
      ["Q4 2020/21", "70%"],
    ],
  );
  const cells = await page.evaluate(
    (html) => [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("tr")].map((row) => [...row.cells].map((cell) => cell.textContent)),
    html,
  );
  assert.deepEqual(cells.slice(0, 6), lines.slice(0, 6), "both kinds say the same");
  assert.equal(await explorer.element.getByRole("textbox").count(), 0, "the field is gone");
  // The opened page has one link that was opened and no more: copying is no step back.
  await explorer.goBack();
  await eventually(() => explorer.fragment(), "#kpi?i=icpc-in-time");
});

scenario("where the clipboard is refused, the text is selected", {}, async ({ page, open }) => {
  await page.addInitScript(() => {
    document.execCommand = () => false;
  });
  const explorer = await open(CONFERENCES);
  await button(explorer, "This page", "Copy citation").click();
  await eventually(
    () => explorer.status.textContent(),
    "The browser does not copy it. The text is selected: press Ctrl and C, or Command and C.",
  );
  const field = explorer.element.getByRole("textbox", { name: "What was to be copied" });
  const selected = () => field.evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd));
  await eventually(() => selected().then((text) => text.startsWith("Isle of Wight Council: Children's")), true);
  assert.equal(await field.evaluate((field) => field.getRootNode().activeElement === field), true);
  await page.keyboard.press("Tab");
  await eventually(() => field.count(), 0);
});

/** A frame that allows no more than it says, on the host's page. */
const framed = (sandbox, source) => hostPage({ scripts: "", body: `<iframe sandbox="${sandbox}" src="${source}" width="1200" height="800"></iframe>` });

/** What Chromium says of a frame that could let itself out. */
const ESCAPE = /can escape its sandboxing/;

for (const [sandbox, known] of [
  ["allow-scripts", []],
  ["allow-scripts allow-same-origin", [ESCAPE]],
]) {
  scenario(
    `in a sandbox that allows no files a plain sentence says so: ${sandbox}`,
    { policy: null, expected: [/Download is disallowed/, /Ignored call to 'print\(\)'/, ...known] },
    async ({ page, server, visit }) => {
      const inline = `<kpi-explorer><script type="application/json">${(await read(FIGURES)).toString("utf8")}</script></kpi-explorer>`;
      server.put("/inside.html", hostPage({ body: inline }));
      server.put("/host.html", framed(sandbox, "/inside.html"));
      await visit("/host.html");
      const frame = page.frameLocator("iframe");
      const explorer = new Explorer(frame, frame.locator("kpi-explorer"));
      await button(explorer, "All figures", "CSV").click();
      const status = explorer.status;
      await eventually(() => status.textContent().then((said) => /If nothing happened, the page around/.test(said)), true);
      await button(explorer, "This page", "Print").click();
      await eventually(() => status.textContent().then((said) => said.startsWith("If nothing happened")), true);
      await button(explorer, "This page", "Print all indicators listed").click();
      await eventually(() => status.textContent().then((said) => /^For the printer: .*\. If nothing happened/.test(said)), true);
    },
  );
}

test("from a file without a network everything is taken away", async () => {
  const folder = await mkdtemp(join(tmpdir(), "kpi-explorer-take-"));
  const browser = await launch();
  try {
    await copyFile(located(WHOLE_PAGE), join(folder, "page.html"));
    const context = await browser.newContext({ offline: true, permissions: ["clipboard-read", "clipboard-write"] });
    context.setDefaultTimeout(LIMIT);
    const page = await context.newPage();
    const problems = problemsOf(page);
    await page.goto(pathToFileURL(join(folder, "page.html")).href);
    const explorer = new Explorer(page);
    await explorer.ready();
    assert(rows((await saved(page, button(explorer, "All figures", "CSV"))).bytes.toString("utf8")).length > 50);
    JSON.parse((await saved(page, button(explorer, "All figures", "KPI JSON"))).bytes.toString("utf8"));
    await explorer.open("Initial child protection conferences within timescales");
    assert.equal(png((await saved(page, button(explorer, "Chart: Per cent", "PNG"))).bytes).width, 1440);
    await button(explorer, "This page", "Copy citation").click();
    await eventually(() => explorer.status.textContent(), "The citation is copied.");
    const { "text/plain": citation } = await clipboard(page);
    assert(citation.endsWith(" https://www.iwight.com"), `${citation}: no address of a disk`);
    assert.deepEqual(problems, []);
  } finally {
    await browser.close();
    await rm(folder, { recursive: true });
  }
});

scenario("a thumb finds everything on a phone", { context: { viewport: { width: 320, height: 640 } } }, async ({ open }) => {
  const explorer = await open(CONFERENCES);
  const section = explorer.element.getByRole("region", { name: "Take away" });
  const targets = [...(await section.getByRole("button").all()), ...(await section.getByRole("link").all())];
  assert.equal(targets.length, 12);
  for (const target of targets) {
    const { x, width, height } = await target.boundingBox();
    assert(width >= 44 && height >= 44 && x >= 0 && x + width <= 320, `${await target.textContent()}: ${width} by ${height}`);
  }
});

scenario("the element hands out what its page shows", {}, async ({ page, server, open }) => {
  // Before there are figures there is nothing.
  server.put("/years.html", YEARS);
  const explorer = await open(VACANCIES);
  const early = await page.evaluate(async () => {
    const element = document.createElement("kpi-explorer");
    return [element.toCSV(), element.toSVG(), await element.toPNG()];
  });
  assert.deepEqual(early, [undefined, undefined, null]);
  const csv = await explorer.element.evaluate((element) => element.toCSV());
  assert.equal(csv, (await saved(page, button(explorer, "The figures shown", "CSV"))).bytes.toString("utf8"));
  const all = await explorer.element.evaluate((element) => element.toCSV("all"));
  assert.equal(all, (await saved(page, button(explorer, "All figures", "CSV"))).bytes.toString("utf8"));
  for (const [at, of] of ["Chart: Per cent", "Chart: Per cent, 30 September 2025"].entries()) {
    const svg = await explorer.element.evaluate((element, at) => element.toSVG(at), at);
    assert.equal(svg, (await saved(page, button(explorer, of, "SVG"))).bytes.toString("utf8"));
    const bytes = await explorer.element.evaluate(async (element, at) => {
      const blob = await element.toPNG(at);
      return [blob.type, [...new Uint8Array(await blob.arrayBuffer())]];
    }, at);
    assert.equal(bytes[0], "image/png");
    assert.equal(png(Buffer.from(bytes[1])).width, 1440);
  }
  const none = await explorer.element.evaluate(async (element) => [element.toSVG(7), await element.toPNG(7)]);
  assert.deepEqual(none, [undefined, null]);
});

scenario("the page about the figures has the file's day and sum", {}, async ({ page, open, server, explorer, visit }) => {
  const bytes = await read(FIGURES);
  server.put(FIGURES, (_, response) =>
    response
      .writeHead(200, { "content-type": "application/json", "last-modified": "Wed, 07 Apr 2021 22:15:00 GMT" })
      .end(bytes),
  );
  const about = explorer.element.getByRole("article", { name: "About these figures" });
  await visit(ABOUT);
  await about.waitFor();
  const sum = createHash("sha256").update(bytes).digest("hex");
  const file = about.getByRole("definition").filter({ hasText: "SHA-256" });
  await eventually(
    () => file.textContent(),
    `It last changed on its server on 7 April 2021. Its SHA-256 is ${sum}.`,
  );
  // Every indicator leads to its page, and the title leads back here.
  assert.equal(await about.getByRole("heading", { level: 4 }).getByRole("link").count(), 27);
  await about.getByRole("link", { name: "Initial child protection conferences within timescales" }).click();
  await eventually(() => explorer.indicator.getByRole("heading").first().textContent(), "Initial child protection conferences within timescales");
  await explorer.element.getByRole("link", { name: "About these figures" }).click();
  await about.waitFor();
  assert.equal(await explorer.fragment(), "#kpi?v=about");
  assert.equal(await page.evaluate(reading.focused).then((node) => node !== null), true);
});

scenario(
  "without a secure connection the page says that there is no sum",
  {},
  async ({ page, visit, explorer }) => {
    await page.addInitScript(() => Object.defineProperty(crypto, "subtle", { value: undefined }));
    await visit(ABOUT);
    await eventually(
      () => explorer.element.getByRole("definition").filter({ hasText: "SHA-256" }).textContent(),
      "Its SHA-256 cannot be computed here, because this page did not come over a secure connection.",
    );
  },
);

for (const [name, address, pages] of [
  ["indicator", CONFERENCES, 1],
  ["areas", "/index.html#kpi?i=children-looked-after", 1],
  ["money", "/index.html#kpi?i=outturn", 1],
]) {
  for (const colorScheme of ["light", "dark"]) {
    scenario(`on paper: ${name}, on A4, from a ${colorScheme} page`, { context: { colorScheme } }, async ({ page, open }) => {
      const explorer = await open(address);
      await eventually(() => explorer.pictures().then((all) => all.every(({ drawn }) => drawn > 0)), true);
      const before = await explorer.pictures();
      const printed = pdf(await page.pdf(paper(`${name}-${colorScheme}`)));
      assert.equal(printed.pages, pages);
      // A chart that is drawn for paper is lines and letters there. One that is not is pixels of the screen, enlarged.
      assert.equal(printed.pictures, 0);
      await eventually(() => explorer.pictures(), before, "the charts of the page are as they were");
    });
  }
}

scenario("on paper: the overview, with nothing cut, and what to know of the figures", {}, async ({ page, open, visit, explorer }) => {
  await open();
  const overview = pdf(await page.pdf(paper("overview")));
  assert(overview.pages >= 1 && overview.pages <= 3, `${overview.pages} pages`);
  await page.setViewportSize({ width: 375, height: 800 });
  assert.deepEqual(pdf(await page.pdf(paper("overview-phone"))), overview, "the same from a phone");
  await visit(ABOUT);
  await explorer.element.getByRole("article", { name: "About these figures" }).waitFor();
  assert(pdf(await page.pdf(paper("about"))).pages > 2);
});
