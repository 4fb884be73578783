// A file from a disk, in a browser that reaches nobody.

import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { launch, problemsOf } from "./chromium.mjs";
import { LIMIT } from "./eventually.mjs";
import { Explorer } from "./explorer.mjs";
import { Firefox } from "./firefox.mjs";
import { FirefoxExplorer } from "./firefox-explorer.mjs";
import { tellReports } from "./reading.mjs";

/** Nobody answers here. */
const DEAD = "127.0.0.1:9";

const elsewhere = (urls) => urls.filter((url) => !/^(file|data|blob|chrome-error):/.test(url));

/** Opens each file in turn, and calls `body` with what stands in it; nothing may be asked for. */
export async function inChromium(files, body) {
  const browser = await launch({ proxy: { server: `http://${DEAD}`, bypass: "<-loopback>" } });
  try {
    for (const file of [files].flat()) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
      context.setDefaultTimeout(LIMIT);
      await context.addInitScript(tellReports);
      const page = await context.newPage();
      const problems = problemsOf(page);
      const requests = [];
      page.on("request", (request) => requests.push(request.url()));
      await page.goto(pathToFileURL(file).href);
      await body({ file, page, problems, explorer: new Explorer(page) }).catch((error) => {
        error.message += `\nIn ${file}, on the console:\n${problems.join("\n")}`;
        throw error;
      });
      assert.deepEqual(elsewhere(requests), [], file);
      await context.close();
    }
  } finally {
    await browser.close();
  }
}

/** The same in Firefox. */
export async function inFirefox(files, body) {
  const firefox = await Firefox.launch({ proxy: DEAD });
  try {
    const page = await firefox.page();
    for (const file of [files].flat()) {
      page.requests.length = page.problems.length = 0;
      await page.visit(pathToFileURL(file).href);
      await body({ file, page, problems: page.problems, explorer: new FirefoxExplorer(page) }).catch((error) => {
        error.message += `\nIn ${file}, on the console:\n${page.problems.join("\n")}`;
        throw error;
      });
      assert.deepEqual(elsewhere(page.requests), [], file);
    }
  } finally {
    await firefox.close();
  }
}

/** Each browser with what opens a file in it. */
export const BROWSERS = { Chromium: inChromium, Firefox: inFirefox };
