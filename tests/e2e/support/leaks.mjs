// What is left when a page has been used for a long time: elements made and removed, choices made, again and again.

import assert from "node:assert/strict";
import { FIGURES, read } from "./checkout.mjs";
import { hostPage } from "./host.mjs";

/** Notes the memory of each instance of the program. Runs before any script of the page. */
export function weigh() {
  const { instantiate } = WebAssembly;
  window.weights = () => window.memories.map((memory) => memory.buffer.byteLength);
  window.memories = [];
  WebAssembly.instantiate = async (module, imports) => {
    const instance = await instantiate(module, imports);
    window.memories.push(Object.values(instance.exports).find((found) => found instanceof WebAssembly.Memory));
    return instance;
  };
}

/** Makes an element, waits until it shows the figures, and removes it; so many times. */
const cycle = async ({ times, text }) => {
  window.made ??= [];
  for (let time = 0; time < times; time += 1) {
    const element = document.createElement("kpi-explorer");
    element.data = text;
    const ready = new Promise((resolve) => element.addEventListener("kpi-ready", resolve, { once: true }));
    document.querySelector("main").append(element);
    await ready;
    // Every third is there long enough for what stands beside it.
    if (time % 3 === 0) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    window.made.push(new WeakRef(element));
  }
};

const PERIODS = ["2020-04-01/P3M", "2020-07-01/P3M", "2020-10-01/P3M", "2021-01-01/P3M"];

/** Makes so many choices, of quarters and indicators in turn. */
const change = async ({ times, periods }) => {
  const element = document.querySelector("kpi-explorer");
  for (let time = 0; time < times; time += 1) {
    const changed = new Promise((resolve) => element.addEventListener("kpi-change", resolve, { once: true }));
    const indicator = time % 8 < 4 ? undefined : "icpc-in-time";
    element.state = { indicator, period: periods[time % 4], compare: ["previous"] };
    await changed;
    if (time % 50 === 0) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  }
};

async function weighed(session, page) {
  // What stands beside is put there within a second.
  await page.waitForTimeout(1_500);
  for (let time = 0; time < 3; time += 1) await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const value = (name) => metrics.find((metric) => metric.name === name).value;
  const memory = await page.evaluate(() => window.weights());
  return { nodes: value("Nodes"), listeners: value("JSEventListeners"), heap: value("JSHeapUsedSize"), memory };
}

function same(before, after) {
  const told = JSON.stringify({ before, after });
  assert.equal(after.nodes, before.nodes, told);
  assert.equal(after.listeners, before.listeners, told);
  assert.equal(after.memory.length, 1, told);
  assert.equal(after.memory[0], before.memory[0], told);
  assert(after.heap < before.heap * 1.02, told);
}

async function started({ page, server, context, visit }, body) {
  await page.addInitScript(weigh);
  server.put("/host.html", hostPage({ body }));
  await visit("/host.html");
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  await session.send("HeapProfiler.enable");
  return session;
}

/**
 * Elements that come and go leave nothing.
 *
 * @param warm so many come and go before anything is weighed: what is used often the browser compiles again, and keeps
 * @param times multiples of three both, so that the last one is like the last before
 */
export async function comingAndGoing(given, { warm, times }) {
  const { page } = given;
  const session = await started(given, "<main></main>");
  const text = (await read(FIGURES)).toString();
  await page.waitForFunction(() => customElements.get("kpi-explorer"));
  await page.evaluate(cycle, { times: warm, text });
  await page.evaluate(() => window.made.splice(0));
  const before = await weighed(session, page);
  await page.evaluate(cycle, { times, text });
  await weighed(session, page);
  const kept = await page.evaluate(() => window.made.splice(0).filter((made) => made.deref()).length);
  const after = await weighed(session, page);
  assert.equal(kept, 0, "elements that are kept alive");
  same(before, after);
}

/** Choices leave nothing. `warm` as above; multiples of eight, so that the last one is as before. */
export async function choosing(given, { warm, times }) {
  const { page } = given;
  const session = await started(given, `<kpi-explorer src="${FIGURES}" history="none"></kpi-explorer>`);
  await given.explorer.ready();
  await page.evaluate(change, { times: warm, periods: PERIODS });
  const before = await weighed(session, page);
  await page.evaluate(change, { times, periods: PERIODS });
  same(before, await weighed(session, page));
}
