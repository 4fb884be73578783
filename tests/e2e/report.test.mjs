// Every indicator that is listed, on paper: what stands in the page for the printer, and when.

import assert from "node:assert/strict";
import { test } from "node:test";
import { FIGURES, PAGE, read, readJson } from "./support/checkout.mjs";
import { eventually, until } from "./support/eventually.mjs";
import { Explorer } from "./support/explorer.mjs";
import { Firefox } from "./support/firefox.mjs";
import { FirefoxExplorer } from "./support/firefox-explorer.mjs";
import { element, hostPage } from "./support/host.mjs";
import { clashes } from "./support/layout.mjs";
import { paper, pdf } from "./support/pdf.mjs";
import { scenario } from "./support/scenario.mjs";
import { Server, answer, held } from "./support/server.mjs";

const TRUST = "/tests/fixtures/trust.kpi.json";
const CONTACTS = "/tests/fixtures/indicators/contacts.json";
const ALL = "Print all indicators listed";

const pressed = (explorer) => explorer.element.getByRole("button", { name: ALL });

/** Puts a printer in the place of the browser's that does nothing, as one that a phone has: it says nothing of when it is done. */
const printer = (page) =>
  page.addInitScript(() => {
    window.printed = 0;
    window.print = () => (window.printed += 1);
  });

const printed = (page, times = 1) => eventually(() => page.evaluate(() => window.printed), times);

/** The pages for the printer: their headings, what the tables say, and how many charts are drawn and how. */
const pages = (explorer) =>
  explorer.element.evaluate((host) =>
    [...host.shadowRoot.querySelectorAll(".report article")].map((article) => ({
      name: article.querySelector("h2").textContent,
      cells: [...article.querySelectorAll("th, td")].map((cell) => cell.textContent),
      drawn: [...article.querySelectorAll(".plot")].map((plot) => plot.querySelectorAll(":scope > svg > *").length),
    })),
  );

const names = async (explorer) => (await pages(explorer)).map(({ name }) => name);

const inPage = (explorer) => explorer.element.evaluate((host) => host.shadowRoot.querySelectorAll(".report, .report *").length);

/** Where the reader is: what has the focus, how far it is scrolled, how long the page is. */
const place = (explorer) =>
  explorer.element.evaluate((host) => [host.shadowRoot.activeElement?.textContent, scrollY, document.documentElement.scrollHeight]);

for (const colorScheme of ["light", "dark"]) {
  scenario(`every indicator is on a page of its own, from a ${colorScheme} page`, { context: { colorScheme } }, async ({ page, open }) => {
    await printer(page);
    const explorer = await open();
    const before = pdf(await page.pdf(paper("report-before")));
    assert.equal(await inPage(explorer), 0, "nothing before it is asked for");
    await pressed(explorer).click();
    await printed(page);
    await eventually(
      () => explorer.status.textContent(),
      "For the printer: this page, then 27 indicators.",
    );
    assert.equal(await explorer.table.count(), 1, "nobody but the printer sees them");

    const { indicators } = await readJson(FIGURES);
    const found = await pages(explorer);
    assert.deepEqual(found.map(({ name }) => name).toSorted(), indicators.map(({ name }) => name).toSorted());
    assert.deepEqual(found.map(({ name }) => name), await explorer.indicatorLinks.allTextContents());
    for (const { name, cells, drawn } of found) {
      assert(cells.length > 3, `${name} has a table`);
      assert(drawn.length > 0 && drawn.every((marks) => marks > 5), `${name} has its charts`);
    }
    await page.emulateMedia({ media: "print" });
    const articles = await explorer.element.locator(".report article").all();
    for (const article of articles) {
      assert.equal(await article.getByRole("heading").isVisible(), true);
      assert.equal(await article.getByRole("table").first().isVisible(), true);
      for (const role of ["button", "radio", "checkbox", "combobox", "link"]) {
        const inside = article.getByRole(role).filter({ hasNotText: /^Public Health England|^Isle of Wight|^https?:/ });
        assert.equal(await inside.count(), 0, `${role} on paper`);
      }
    }
    const [ground, ink] = await explorer.element.evaluate((host) => {
      const rect = host.shadowRoot.querySelector(".report svg rect");
      return [rect.getAttribute("fill"), getComputedStyle(host.shadowRoot.querySelector(".report h2")).color];
    });
    assert.deepEqual([ground, ink], ["rgb(255,255,255)", "rgb(0, 0, 0)"]);
    await page.setViewportSize({ width: 718, height: 1000 });
    assert.deepEqual(await explorer.element.evaluate(clashes), []);
    await page.emulateMedia({ media: null });

    const whole = pdf(await page.pdf(paper(`report-${colorScheme}`)));
    assert.equal(whole.pages, before.pages + indicators.length);
    assert.equal(whole.pictures, 0, "charts are lines and letters");
    // A browser that prints to a file says so, as one with a dialog does.
    await eventually(() => inPage(explorer), 0, "nothing is left when it is printed");
    assert.equal(await page.evaluate(() => window.printed), 1);
  });
}

scenario("what is printed is what is listed, in its order, and the page stays where it is", {}, async ({ page, open }) => {
  await printer(page);
  const explorer = await open("/index.html#kpi?t=quality&o=worse&p=2020-10-01/P3M");
  const listed = await explorer.indicatorLinks.allTextContents();
  assert.equal(listed.length, 6);
  await pressed(explorer).focus();
  await page.keyboard.press("Enter");
  await printed(page);
  assert.deepEqual(await names(explorer), listed);
  // What it says of that stands where it says of all that is taken away.
  await explorer.text(/^For the printer/).last().waitFor();
  const there = await place(explorer);
  assert.equal(there[0], ALL, "the focus stays");
  // Where no browser says that it has printed, the pages stay: until something else is shown.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  assert.deepEqual(await names(explorer), listed);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await eventually(() => inPage(explorer), 0);
  assert.deepEqual(await place(explorer), there, "nothing moved");

  await page.keyboard.press("Enter");
  await printed(page, 2);
  assert.deepEqual(await names(explorer), listed);
  await explorer.choose("Q4 2020/21");
  await eventually(() => inPage(explorer), 0, "what is shown is another thing");

  // A second time over the first: the same pages, each chart once.
  for (const times of [3, 4]) {
    await pressed(explorer).click();
    await printed(page, times);
  }
  const again = await pages(explorer);
  assert.equal(again.length, 6);
  const charts = await explorer.element.evaluate((host) => [...host.shadowRoot.querySelectorAll(".report .plot")].map((plot) => plot.childElementCount));
  assert(charts.every((count) => count === 1), `${charts}`);
  await explorer.element.getByRole("searchbox").fill("nothing at all");
  await eventually(() => explorer.indicatorLinks.count(), 0).catch(() => {});
  await eventually(() => pressed(explorer).count(), 0, "where nothing is listed there is nothing to print");
});

scenario("of several explorers one has its pages", {}, async ({ page, server, visit }) => {
  await printer(page);
  const two = `${element('id="one"')}<div>${element('id="two"', TRUST)}</div>`;
  server.put("/host.html", hostPage({ body: two }));
  await visit("/host.html");
  const [one, other] = ["#one", "#two"].map((id) => new Explorer(page, page.locator(id)));
  await pressed(other).click();
  await printed(page);
  assert.equal(await inPage(one), 0);
  assert((await names(other)).includes("Children looked after"));
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await eventually(() => inPage(other), 0);
});

/** A page with figures in files of their own. */
async function trust({ page, server, open }, fragment = "") {
  await printer(page);
  server.put("/host.html", hostPage({ body: element("", TRUST) }));
  return open(`/host.html${fragment}`);
}

const contacts = async (explorer) => (await pages(explorer)).find(({ name }) => name === "Contacts").cells.join(" ");

scenario("figures that are in files of their own come first", {}, async (given) => {
  const file = held(await read(CONTACTS));
  given.server.put(CONTACTS, file);
  const explorer = await trust(given);
  await pressed(explorer).click();
  await explorer.text(/^For the printer: this page, then \d+ indicators/).last().waitFor();
  await explorer.element.getByRole("progressbar").waitFor();
  assert.equal(await inPage(explorer), 0);
  file.release();
  await printed(given.page);
  assert.match(await contacts(explorer), /90,000.*91,000/);
  assert.equal(await explorer.element.getByRole("progressbar").count(), 0);
  assert.doesNotMatch(await explorer.status.textContent(), /Not included/);
  // They are here now: nothing is asked for twice, and the indicator's own page has them.
  await pressed(explorer).click();
  await printed(given.page, 2);
  await explorer.open("Contacts");
  await until(() => explorer.table.first().textContent(), (text) => assert.match(text, /90,000/));
  assert.equal(given.server.count(CONTACTS), 1);
});

scenario("figures of what is not listed stay where they are", {}, async (given) => {
  const explorer = await trust(given, "#kpi?t=care");
  await pressed(explorer).click();
  await printed(given.page);
  assert(!(await names(explorer)).includes("Contacts"));
  assert.equal(given.server.count(CONTACTS), 0);
});

scenario("what cannot be had is said, on the page and on paper", { expected: [/404/] }, async (given) => {
  given.server.put(CONTACTS, answer("gone", { status: 404 }));
  const explorer = await trust(given);
  await pressed(explorer).click();
  await printed(given.page);
  await until(
    () => explorer.status.textContent(),
    (said) => assert.match(said, /^For the printer: .* Not included: figures of one indicator, in a file that is not here yet\.$/),
  );
  const said = await explorer.element.evaluate((host) =>
    [...host.shadowRoot.querySelectorAll(".report .notice")].map((notice) => notice.textContent),
  );
  assert(said.some((words) => /the others are in a file that is not here yet/.test(words)), `${said}`);
  assert.match(await contacts(explorer), /1,100.*1,200/);
  assert.equal(await explorer.alert.count(), 0, "what is shown lacks nothing");
});

scenario("figures that stand in the page are used, as in an offline copy", {}, async ({ page, server, visit, explorer }) => {
  await printer(page);
  const script = (text, data = "") => `<script type="application/json"${data}>${text}</script>`;
  const [figures, part] = await Promise.all([read(TRUST), read(CONTACTS)]);
  const inside = script(figures) + script(part, ' data-part="indicators/contacts.json"');
  server.put("/inline.html", hostPage({ body: `<kpi-explorer>${inside}</kpi-explorer>` }));
  await visit("/inline.html");
  await pressed(explorer).click();
  await printed(page);
  assert.match(await contacts(explorer), /90,000.*91,000/);
  assert.equal(server.requests.filter((path) => path.endsWith("contacts.json")).length, 0);
});

scenario("who leaves meanwhile prints nothing", {}, async (given) => {
  const file = held(await read(CONTACTS));
  given.server.put(CONTACTS, file);
  const explorer = await trust(given);
  const asked = () => eventually(() => given.server.count(CONTACTS) > 0, true);
  // To another view: the figures come, and the pages are not wanted any more.
  await pressed(explorer).click();
  await asked();
  await explorer.open("Children looked after");
  file.release();
  await explorer.backToAll();
  await eventually(() => inPage(explorer), 0);

  // Out of the page.
  given.server.put(CONTACTS, held(""));
  await given.open("/host.html");
  await pressed(explorer).click();
  await asked();
  await explorer.element.evaluate((host) => host.remove());
  await given.page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  assert.equal(await given.page.evaluate(() => window.printed), 0);
});

test("Firefox: every indicator is on a page of its own", async () => {
  const server = await Server.start();
  const firefox = await Firefox.launch();
  try {
    const page = await firefox.page();
    await page.visit(server.origin + PAGE);
    await new FirefoxExplorer(page).ready();
    const before = pdf(await page.pdf()).pages;
    await page.evaluate(() => {
      window.print = () => (window.printed = true);
    });
    await page.click("button", ALL);
    await eventually(() => page.evaluate(() => window.printed ?? false), true);
    assert.equal(pdf(await page.pdf()).pages, before + 27);
    assert.deepEqual(page.problems, []);
  } finally {
    await firefox.close();
    await server.close();
  }
});
