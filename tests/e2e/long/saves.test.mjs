// Pages that browsers save by Ctrl and S, in windows, with nothing but keys; opened again in both browsers without a network.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { FIGURES, SCRIPT, read } from "../support/checkout.mjs";
import { Desk, Window, textOf } from "../support/desk.mjs";
import { until } from "../support/eventually.mjs";
import { hostPage } from "../support/host.mjs";
import { BROWSERS, inChromium } from "../support/reopen.mjs";
import { POLICY, Server } from "../support/server.mjs";
import { walk } from "../support/walk.mjs";

let desk;

before(async () => (desk = await Desk.start()));
after(() => desk.close());

/** Milliseconds of a browser's start and end, on a processor that others use. */
const LONG = 300_000;

const PLAIN = (await read("/pkg/embed.html")).toString().replace(/<script.*<\/script>/, "");
const integrity = (await read("/pkg/SRI.txt")).toString().match(/^kpi-explorer\.js (\S+)/m)[1];

/** Does on the page what a reader does, and tells the server when it is shown. Not in a page that was saved. */
function reader() {
  if (location.protocol === "file:") return;
  const tell = (what) => fetch(`/told/${what}`);
  addEventListener("DOMContentLoaded", () => tell("here"));
  document.addEventListener("kpi-ready", ({ target }) => {
    const third = [...target.shadowRoot.querySelectorAll("label")].find((label) => label.textContent.trim() === "Q3 2020/21");
    third.click();
    const look = setInterval(() => {
      if (!target.querySelector("[slot]")?.textContent.includes("All indicators, Q3 2020/21")) return;
      clearInterval(look);
      tell("shown");
    }, 50);
  }, { once: true });
}

const READER = '<script src="/reader.js"></script>';
const page = (scripts) => hostPage({ scripts: READER + scripts, body: PLAIN });
const SCRIPTS = `<script src="${SCRIPT}" defer></script>`;

/** What is saved. */
const HOSTS = {
  "a usual page": { html: page(SCRIPTS) },
  "a page with a strict policy": { html: page(SCRIPTS), policy: POLICY },
  "a page with a module and integrity": {
    html: page(`<script type="module" src="${SCRIPT}" crossorigin integrity="${integrity}"></script>`),
  },
  "a page with a frame": {
    html: hostPage({ scripts: "", body: '<iframe title="Figures" src="/pkg/frame.html" width="900" height="700"></iframe>' }),
    inner: page(SCRIPTS),
  },
};

async function serve({ html, policy = "", inner }) {
  const server = await Server.start({ policy });
  server.put("/pkg/host.html", html).put("/reader.js", `(${reader})()`);
  server.put("/pkg/kpi.json", (await read(FIGURES)).toString());
  if (inner) server.put("/pkg/frame.html", inner);
  for (const told of ["here", "shown"]) server.put(`/told/${told}`, "");
  return server;
}

/** Resolves when the page has told something. */
const told = async (server, what) => {
  for (let tries = 1; server.count(`/told/${what}`) === 0; tries += 1) {
    assert(tries < 600, `the page is ${what}`);
    await pause(100);
  }
};

/** Saves as often as there are names; gives the files to `body`. */
async function saved(browser, kind, host, names, body, what = "shown") {
  const server = await serve(host);
  try {
    const window = await Window.open(desk, browser, kind, `${server.origin}/pkg/host.html`);
    try {
      await told(server, what);
      const files = [];
      for (const name of names) files.push(await window.save(name));
      await body(files);
    } finally {
      await window.close();
    }
  } finally {
    await server.close();
  }
}

/** The file that the explorer is in. */
async function holding(file, { inner }) {
  if (!inner) return file;
  const folder = file.replace(/\.html$/, "_files");
  for (const name of await readdir(folder)) {
    const candidate = `${folder}/${name}`;
    if (/\.html$/.test(name) && (await textOf(candidate)).includes("<kpi-explorer")) return candidate;
  }
  return assert.fail(`no page with an explorer is in ${folder}`);
}

/** It shows what it showed, and everything works. */
async function isLive({ page, explorer }) {
  await explorer.ready();
  await until(() => explorer.seen(), ({ heading, quarter }) => assert.deepEqual([heading, quarter], ["All indicators, Q3 2020/21", ["Q3 2020/21"]]));
  const [hosts, csv] = await page.evaluate(() => {
    const hosts = document.querySelectorAll("kpi-explorer");
    return [hosts.length, hosts[0].toCSV().length];
  });
  assert.equal(hosts, 1);
  assert(csv > 1_000, `${csv} characters of CSV`);
  await explorer.choose("Q4 2020/21");
  await until(() => explorer.seen(), ({ fragment }) => assert.equal(fragment, ""));
  await walk(explorer);
}

for (const browser of Object.keys(BROWSERS)) {
  for (const [what, host] of Object.entries(HOSTS)) {
    test(`${browser}: ${what}, saved complete twice, is live in both browsers`, { timeout: LONG }, () =>
      saved(browser, "complete", host, ["first.html", "second.html"], async (files) => {
        const [first, second] = await Promise.all(files.map((file) => holding(file, host)));
        const [before, after] = await Promise.all([first, second].map(async (file) => (await textOf(file)).length));
        assert(Math.abs(after - before) < 300, `${before} characters, then ${after}`);
        for (const reopened of Object.values(BROWSERS)) await reopened(second, isLive);
      }));
  }

  test(`${browser}: a page that is saved while the figures are on their way has the plain ones`, { timeout: LONG }, () => {
    const host = { ...HOSTS["a usual page"], html: page(SCRIPTS).replace("kpi.json", "never.json") };
    return saved(browser, "complete", host, ["early.html"], async ([file]) => {
      const text = await textOf(file);
      for (const caption of PLAIN.match(/<caption>.*?<\/caption>/g)) assert(text.includes(caption), caption);
    }, "here");
  });
}

const CAPTIONS = [...PLAIN.matchAll(/<caption>(.*?)<\/caption>/g)].map(([, caption]) => caption.replaceAll("&amp;", "&").replaceAll("&#39;", "'"));

/** Every plain table is there to be read. */
const readable = async ({ page }) => {
  const text = await page.evaluate(() => {
    const parts = [document.body, ...(document.querySelector("kpi-explorer").shadowRoot?.children ?? [])];
    return parts.map((part) => part.innerText).join("\n");
  });
  for (const caption of CAPTIONS) assert(text.includes(caption), caption);
};

test("Chromium: a web archive (MHTML) has every figure as text", { timeout: LONG }, () =>
  saved("Chromium", "mhtml", HOSTS["a usual page"], ["page.mhtml"], ([file]) => inChromium(file, readable)));

for (const browser of Object.keys(BROWSERS)) {
  test(`${browser}: "HTML only" has every figure as text`, { timeout: LONG }, () =>
    saved(browser, "html only", HOSTS["a usual page"], ["page.html"], async ([file]) => {
      const text = await textOf(file);
      for (const caption of PLAIN.match(/<caption>.*?<\/caption>/g)) assert(text.includes(caption), caption);
    }));
}
