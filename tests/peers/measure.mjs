// What kpi-explorer costs a visitor beside what a council could have built instead: the same figures, filters, charts and
// table, made with a chart library. `node tests/peers/measure.mjs FOLDER`, where FOLDER has the peers' pages as esbuild joined
// them. All are measured by turns, so that whatever else the machine does is everybody's.
// No test: the figures are read, not asserted.

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { brotliCompressSync } from "node:zlib";
import { SCRIPT, located } from "../e2e/support/checkout.mjs";
import { launch } from "../e2e/support/chromium.mjs";
import { Server } from "../e2e/support/server.mjs";
import { median, quartiles } from "../e2e/support/timing.mjs";

const FIGURES = "/www/data/isle-of-wight-2013-25.kpi.json";
const COMPARATORS = "SN,E12000008,E92000001";
const PEERS = { "uPlot": "uplot", "Chart.js": "chartjs", "Observable Plot": "plot", "ECharts": "echarts" };
/** How often each page is opened in each network, in how many of these filters are changed, and how often each. */
const OPENED = 9;
const WORKED = 3;
const CHANGED = 12;
/** 1.6 Mbit/s each way, and 150 ms for every request. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 };

const folder = process.argv[2];
const server = await Server.start({ policy: null });
const compressed = (bytes) => brotliCompressSync(bytes);

/** Served as any web server does it that knows brotli; gives the bytes on the wire. */
function put(path, bytes, type) {
  const body = compressed(bytes);
  const headers = { "content-type": type, "content-encoding": "br", "content-length": body.length };
  server.put(path, (_, response) => response.writeHead(200, headers).end(body));
  return body.length;
}

const figures = await readFile(located(FIGURES));

/** A page in a folder of its own. All ask for the figures before their program is there, as kpi-explorer's guide has it. */
async function host(name, files, body) {
  let bytes = 0;
  let links = "";
  for (const [file, path] of files) {
    const [type, link] = file.endsWith(".css")
      ? ["text/css", `<link rel="stylesheet" href="${file}">`]
      : ["text/javascript", `<script src="${file}" defer></script>`];
    bytes += put(`/${name}/${file}`, await readFile(path), type);
    links += link;
  }
  put(`/${name}/figures.json`, figures, "application/json");
  put(
    `/${name}/`,
    `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Figures</title><link rel="icon" href="data:,">` +
      `<link rel="preload" as="fetch" crossorigin href="figures.json">${links}</head><body><main>${body}</main></body></html>`,
    "text/html",
  );
  return bytes;
}

const subjects = [];
subjects.push({
  name: "kpi-explorer",
  bytes: await host("kpi-explorer", [["kpi-explorer.js", located(SCRIPT)]], '<kpi-explorer src="figures.json"></kpi-explorer>'),
  address: `/kpi-explorer/#kpi?i=rereferrals&p=2024-04-01/P1Y&c=${COMPARATORS}`,
  root: 'document.querySelector("kpi-explorer").shadowRoot',
  year: "fieldset select",
});
for (const [name, file] of Object.entries(PEERS)) {
  const files = [".css", ".js"].map((ending) => [file + ending, `${folder}/${file}${ending}`]);
  subjects.push({
    name,
    bytes: await host(file, files.filter(([, path]) => existsSync(path)), ""),
    address: `/${file}/`,
    root: "document",
    year: "#year",
  });
}

const browser = await launch();

/** Opens a page anew, with an empty cache, and waits until its charts are drawn. */
async function open({ address }, network) {
  const context = await browser.newContext();
  const page = await context.newPage();
  if (network) {
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", network);
  }
  await page.goto(server.origin + address);
  await page.waitForFunction(() => performance.getEntriesByName("kpi:ready").length > 0);
  return page;
}

const opened = async (subject, network) => {
  const page = await open(subject, network);
  const time = await page.evaluate(() => performance.getEntriesByName("kpi:ready")[0].startTime);
  await page.context().close();
  return time;
};

/**
 * One change after another, each begun at a frame: how long the work takes until all its microtasks are done, and how long
 * it is until the frame is styled, laid out and painted. That is without the wait for the screen's next.
 */
const changed = (page, subject) =>
  page.evaluate(
    async ({ root, year, runs }) => {
      const place = new Function(`return ${root}`)();
      const boxes = [...place.querySelectorAll("input[type=checkbox]")];
      const england = boxes.find((box) => box.parentElement.textContent.trim().startsWith("England"));
      const filters = {
        year: (run) => {
          const list = place.querySelector(year);
          list.selectedIndex = 1 + (run % 9);
          list.dispatchEvent(new Event("change", { bubbles: true }));
        },
        comparator: () => england.click(),
      };
      const times = {};
      for (const [name, change] of Object.entries(filters)) {
        const work = (times[`${name}, work`] = []);
        const frame = (times[`${name}, frame`] = []);
        for (let run = 0; run < runs; run += 1) {
          // What is put off until the page is idle belongs to no change.
          await new Promise((resolve) => setTimeout(resolve, 120));
          let start;
          requestAnimationFrame(() => {
            start = performance.now();
            change(run);
          });
          // Called for the same frame, after the microtasks of the one before.
          await new Promise((resolve) => {
            requestAnimationFrame(() => {
              work.push(performance.now() - start);
              // Handled when the frame is made.
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = resolve;
              port2.postMessage(0);
            });
          });
          frame.push(performance.now() - start);
        }
      }
      return times;
    },
    { ...subject, runs: CHANGED },
  );

for (const subject of subjects) subject.times = {};
const keep = ({ times }, name, more) => (times[name] ??= []).push(...more);

for (let run = 0; run < OPENED; run += 1) {
  for (const subject of subjects) {
    keep(subject, "first chart", [await opened(subject)]);
    keep(subject, "first chart, 1.6 Mbit/s", [await opened(subject, SLOW)]);
  }
}
for (let run = 0; run < WORKED; run += 1) {
  for (const subject of subjects) {
    const page = await open(subject);
    for (const [name, times] of Object.entries(await changed(page, subject))) keep(subject, name, times);
    await page.context().close();
  }
}
await browser.close();
await server.close();

const columns = Object.keys(subjects[0].times);
const cell = (numbers) => {
  const [lower, upper] = quartiles(numbers);
  const digits = median(numbers) < 100 ? 1 : 0;
  return `${median(numbers).toFixed(digits)} (${lower.toFixed(digits)} to ${upper.toFixed(digits)})`;
};
const rows = [["", "bytes, brotli", ...columns]];
for (const { name, bytes, times } of subjects) {
  rows.push([name, bytes.toLocaleString("en-GB"), ...columns.map((column) => cell(times[column]))]);
}
console.log("milliseconds, median (quartiles):");
const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
for (const row of rows) console.log(row.map((text, at) => (at ? text.padStart(widths[at]) : text.padEnd(widths[at]))).join("  "));
