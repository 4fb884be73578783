// Chromium, as the system has it, and one page in it.

import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const FLAGS = [
  // The tests may run as root and without a screen.
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  // What a browser does by itself would count as a request of the page.
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-sync",
  "--no-first-run",
];

export function launch(options = {}) {
  const executablePath = process.env.KPI_CHROMIUM;
  assert(executablePath, "KPI_CHROMIUM has to name the browser; `cargo xtask test` does that");
  return chromium.launch({ executablePath, args: FLAGS, ...options });
}

/** Everything that a page must not do unless a test expects it: errors, warnings, reports of its policy. */
export function problemsOf(page) {
  const problems = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error}`));
  page.on("crash", () => problems.push("the page crashed"));
  return problems;
}
