// What the page costs a visitor, measured in Chromium on the built files: `node tests/e2e/measure.mjs`.
// No test: the figures are read, not asserted.

import { launch } from "./support/chromium.mjs";
import { Server } from "./support/server.mjs";
import { median, quartiles } from "./support/timing.mjs";

const RUNS = 15;

const show = (what, numbers) => {
  const [lower, upper] = quartiles(numbers).map((time) => time.toFixed(1));
  console.log(`${what.padEnd(58)} median ${median(numbers).toFixed(1)} ms of ${numbers.length}, half of them from ${lower} to ${upper}`);
};

const server = await Server.start();
const browser = await launch();

/** Opens the page anew, with an empty cache, and waits until it is drawn. */
async function open(address) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(server.origin + address);
  await page.waitForFunction(() => performance.getEntriesByName("kpi:ready").length > 0);
  return page;
}

const mark = (page, name) => page.evaluate((name) => performance.getEntriesByName(name).at(-1).startTime, name);

const overview = [];
const chart = [];
for (let run = 0; run < RUNS; run += 1) {
  for (const [address, times] of [["/index.html", overview], ["/index.html#kpi?i=icpc-in-time", chart]]) {
    const page = await open(address);
    times.push(await mark(page, "kpi:ready"));
    await page.context().close();
  }
}
show("navigation to the overview's first frame", overview);
show("navigation to the first chart's frame", chart);

/** Clicks radio buttons by turns and reads how long the work takes, and how long it is until the frame is drawn. */
async function change(address, what) {
  const page = await open(address);
  const times = await page.evaluate(async (runs) => {
    const root = document.querySelector("kpi-explorer").shadowRoot;
    const radios = [...root.querySelectorAll("input[name=kpi-period]")];
    const times = { work: [], frame: [] };
    for (let run = 0; run < 4 * runs; run += 1) {
      performance.clearMarks();
      await new Promise(requestAnimationFrame);
      const start = performance.now();
      // The first is chosen when the page opens.
      radios[(run + 1) % radios.length].click();
      // What the click caused runs in microtasks; a message is handled after all of them.
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(0);
      });
      times.work.push(performance.now() - start);
      while (!performance.getEntriesByName("kpi:drawn").length) await new Promise(requestAnimationFrame);
      times.frame.push(performance.getEntriesByName("kpi:drawn")[0].startTime - start);
    }
    return times;
  }, RUNS);
  show(`another quarter, ${what}: work`, times.work);
  show(`another quarter, ${what}: to the frame`, times.frame);
  await page.context().close();
}

await change("/index.html#kpi?p=2020-04-01/P3M", "overview of 27 indicators");
await change("/index.html#kpi?i=icpc-in-time&p=2020-04-01/P3M", "one indicator with two charts");

await browser.close();
await server.close();
