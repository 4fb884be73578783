// The page that carries everything inside it, opened from a disk by a double click, with no network at all.

import assert from "node:assert/strict";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { WHOLE_PAGE, located } from "./support/checkout.mjs";
import { launch, problemsOf } from "./support/chromium.mjs";
import { LIMIT } from "./support/eventually.mjs";
import { Explorer } from "./support/explorer.mjs";
import { Firefox } from "./support/firefox.mjs";
import { FirefoxExplorer } from "./support/firefox-explorer.mjs";
import { walk } from "./support/walk.mjs";

/** Nobody answers here. */
const DEAD = "127.0.0.1:9";

/** A folder with nothing else in it. */
let folder;
let address;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "kpi-explorer-offline-"));
  const page = join(folder, "Figures of the council.html");
  await copyFile(located(WHOLE_PAGE), page);
  address = pathToFileURL(page).href;
});

after(() => rm(folder, { recursive: true }));

test("Chromium: everything works from a file without a network", async () => {
  const browser = await launch({ proxy: { server: `http://${DEAD}` } });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, offline: true });
    context.setDefaultTimeout(LIMIT);
    const page = await context.newPage();
    const problems = problemsOf(page);
    const requests = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(address);
    const explorer = new Explorer(page);
    await explorer.ready();
    await walk(explorer);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      requests.filter((url) => !url.startsWith("data:")),
      [address],
    );
  } finally {
    await browser.close();
  }
});

test("Firefox: everything works from a file without a network", async () => {
  const firefox = await Firefox.launch({ proxy: DEAD });
  try {
    const page = await firefox.page();
    await page.visit(address);
    const explorer = new FirefoxExplorer(page);
    await explorer.ready();
    await walk(explorer);
    assert.deepEqual(page.problems, []);
    assert.deepEqual(
      page.requests.filter((url) => url !== address),
      [],
    );
  } finally {
    await firefox.close();
  }
});
