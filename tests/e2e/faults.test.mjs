// Whatever a server hands out, nobody loses the figures that are there: the plain ones before the program has shown
// any, the program's afterwards. And the message says where, what and how to mend it.

import assert from "node:assert/strict";
import { FIGURES, read } from "./support/checkout.mjs";
import { eventually, until } from "./support/eventually.mjs";
import { element, hostPage } from "./support/host.mjs";
import { focus } from "./support/keyboard.mjs";
import { answer, broken, held } from "./support/server.mjs";
import { scenario } from "./support/scenario.mjs";

const GOOD = (await read(FIGURES)).toString();
const LOGIN = "<!doctype html><title>Sign in</title><form><input name=user></form>";

/** What may come instead of figures, what the reader is told, and what the page around is. */
const FAULTS = {
  "no file": {
    file: answer("There is no such file.", { status: 404, type: "text/plain" }),
    says: /^There is no file of figures at \/figures\.json\..*tell the people who publish this page/,
    code: "status",
    console: [/status of 404/],
  },
  "a server that has broken down": {
    file: answer("Something went wrong.", { status: 503, type: "text/html" }),
    says: /at \/figures\.json \(status 503\).*Try again later/,
    code: "status",
    console: [/status of 503/],
  },
  "a connection that breaks off": {
    file: broken,
    says: /could not be reached \(\/figures\.json\).*Check the connection and try again/,
    code: "unreachable",
    console: [/ERR_EMPTY_RESPONSE/],
  },
  "text that is not JSON": {
    file: answer("Quarter 4: 70 per cent"),
    says: /Line 1, column 1: .*not JSON.*begins with \{/i,
    code: "file",
  },
  "a login page": {
    file: answer(LOGIN, { type: "text/html" }),
    says: /line 1, column 1: There is a web page where the file of figures should be\. .*login/i,
    code: "file",
  },
  "JSON that is something else": {
    file: answer('{ "temperatures": [12, 14] }'),
    says: /line 1, column 1.*no "kpi" field/i,
    code: "file",
  },
  "a list": { file: answer("[1, 2, 3]"), says: /line 1, column 1.*seems to be a list/i, code: "file" },
  "a file cut off before its first figure": {
    file: answer(GOOD.slice(0, GOOD.indexOf('"indicators"') + 40)),
    says: /line \d+, column \d+.*ends in the middle/i,
    code: "file",
  },
  "an empty file": { file: answer(""), says: /line 1, column 1.*empty.*Publish the file again/i, code: "file" },
  "UTF-16": {
    file: answer(Buffer.from(`\ufeff${GOOD}`, "utf16le")),
    says: /line 1, column 1.*seems to be UTF-16.*UTF-8/i,
    code: "file",
  },
  "nested a hundred thousand times": {
    file: answer('{"a":'.repeat(100_000)),
    says: /line \d+, column \d+/i,
    code: "file",
  },
};

for (const [what, { file, says, code, console = [] }] of Object.entries(FAULTS)) {
  const options = { expected: console };
  scenario(
    `${what}: the plain figures stay, and trying again mends it`,
    options,
    async ({ page, server, visit, explorer }) => {
      await page.addInitScript(collectErrors);
      server.put("/figures.json", file).put("/host.html", hostPage({ body: element("", "/figures.json") }));
      await visit("/host.html");
      const alert = page.getByRole("alert");
      await alert.waitFor();
      assert.match(await alert.getByRole("paragraph").textContent(), says);
      assert(await page.getByText("Plain figures").isVisible());
      assert.deepEqual(await codes(page), [code]);

      const again = page.getByRole("button", { name: "Try again" });
      const asked = server.count("/figures.json");
      await again.click();
      await eventually(() => server.count("/figures.json"), asked + 1);
      await eventually(() => codes(page), [code, code]);
      assert.equal(await alert.count(), 1, "still one message");

      server.put("/figures.json", answer(GOOD));
      await again.click();
      await explorer.ready();
      assert.equal(await explorer.indicatorLinks.count(), 27);
      assert.equal(await page.getByRole("alert").filter({ hasText: /./ }).count(), 0);
    },
  );
}

const EVERY = { expected: Object.values(FAULTS).flatMap(({ console = [] }) => console) };
scenario("figures that are shown stay, whatever comes in their place", EVERY, async ({ page, server, open }) => {
  await page.addInitScript(collectErrors);
  server.put("/host.html", hostPage());
  const explorer = await open("/host.html#kpi?i=icpc-in-time&p=2020-10-01/P3M");
  const before = await explorer.seen();
  const told = [];
  for (const [what, { file, says, code }] of Object.entries(FAULTS)) {
    server.put("/figures.json", file);
    await setSource(explorer, "/figures.json");
    told.push(code);
    await eventually(() => codes(page), told, what);
    assert.match(await explorer.alert.textContent(), says);
    assert.deepEqual(await explorer.seen(), before, what);
    server.put("/good.json", GOOD);
    await setSource(explorer, "/good.json");
    await explorer.alert.waitFor({ state: "hidden" });
  }
  await explorer.choose("Q2 2020/21");
  assert.match(await explorer.sentence.textContent(), /^90% in Q2 2020\/21/);
});

const DOWN = { expected: [/status of 503/] };
scenario("who tries again with the keys can try once more", DOWN, async ({ page, server, visit, explorer }) => {
  await page.addInitScript(collectErrors);
  server.put(FIGURES, FAULTS["a server that has broken down"].file);
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
  server.put(FIGURES, FAULTS["a server that has broken down"].file);
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
  assert.equal(shown, 16);
  const notice = explorer.element.getByText(/ends in the middle\. Shown here are the 16 indicators that are complete/);
  assert(await notice.isVisible());
  await explorer.element.getByText("What is wrong with the file").click();
  assert(await explorer.element.getByText(/^Line \d+, column \d+: The file ends in the middle/i).isVisible());
  await explorer.open("Child protection");
  assert.match(await explorer.sentence.textContent(), /^50\.9 per 10,000 in 2020/);
});

scenario("one indicator that cannot be read takes no other with it", {}, async ({ server, open }) => {
  const figures = JSON.parse(GOOD);
  figures.indicators.find((indicator) => indicator.id === "child-protection").periods = "last year";
  server.put(FIGURES, JSON.stringify(figures));
  const explorer = await open();
  assert.equal(await explorer.indicatorLinks.count(), 26);
  const notice = explorer.element.getByText("One indicator cannot be read and is not shown: Child protection.");
  assert(await notice.isVisible());
  await explorer.element.getByText("What is wrong with the file").click();
  assert(await explorer.element.getByText(/indicators\[12\]\.periods/).isVisible());
});

scenario("one figure that cannot be read leaves the others of its indicator", {}, async ({ server, open }) => {
  const figures = JSON.parse(GOOD);
  figures.indicators.find((indicator) => indicator.id === "icpc-in-time").series[0].values[1] = "lots";
  server.put(FIGURES, JSON.stringify(figures));
  const explorer = await open();
  assert(await explorer.element.getByText("Some figures in the file cannot be read and are not shown.").isVisible());
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

/** Keeps the code of every error that the element tells. Runs before any script of the page. */
function collectErrors() {
  window.codes = [];
  document.addEventListener("kpi-error", ({ detail }) => window.codes.push(detail.code));
}

const codes = (page) => page.evaluate(() => window.codes);

const setSource = (explorer, src) => explorer.element.evaluate((element, src) => element.setAttribute("src", src), src);
