// The other browser, on the web: the same page under the same policy. The rest is tested in Chromium alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { FIGURES, PAGE, SCRIPT } from "./support/checkout.mjs";
import { Firefox } from "./support/firefox.mjs";
import { FirefoxExplorer } from "./support/firefox-explorer.mjs";
import { Server } from "./support/server.mjs";
import { walk } from "./support/walk.mjs";

test("Firefox: everything works under the strictest policy", async () => {
  const server = await Server.start();
  const firefox = await Firefox.launch();
  try {
    const page = await firefox.page();
    await page.visit(server.origin + PAGE);
    const explorer = new FirefoxExplorer(page);
    await explorer.ready();
    await walk(explorer);
    assert.deepEqual(page.problems, []);
    const asked = [PAGE, SCRIPT, FIGURES, "/www/page.css"].map((path) => server.origin + path);
    assert.deepEqual(page.requests.toSorted(), asked.toSorted());
  } finally {
    await firefox.close();
    await server.close();
  }
});
