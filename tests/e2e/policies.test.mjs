// What a site may forbid. Under the policies that a careful site sets, everything works and nothing is reported; where
// something is forbidden that the program needs, the figures stay readable, one sentence says what is missing, and the file
// itself is a link away.

import assert from "node:assert/strict";
import { FIGURES, SCRIPT, read } from "./support/checkout.mjs";
import { eventually } from "./support/eventually.mjs";
import { element, hostPage } from "./support/host.mjs";
import { scenario } from "./support/scenario.mjs";
import { POLICY } from "./support/server.mjs";
import { walk } from "./support/walk.mjs";

/** Milliseconds after which a reader has to know. */
const SOON = 1_000;

const NONCE = "default-src 'none'; base-uri 'none'; script-src 'nonce-4f2a' 'strict-dynamic' 'wasm-unsafe-eval'; img-src data: blob:; connect-src 'self'";
const WORKING = {
  "the smallest policy": { policy: POLICY },
  "a nonce and strict-dynamic": { policy: NONCE, scripts: `<script nonce="4f2a" src="${SCRIPT}" defer></script>` },
  "trusted types": {
    policy: `${POLICY}; require-trusted-types-for 'script'; trusted-types 'none'`,
    // What is put into the page for those who save it: saved.test.mjs says what may be reported.
    expected: [/require-trusted-types-for|TrustedScript/],
  },
  "no pictures": { policy: POLICY.replace("img-src 'self' data: blob:", "img-src 'none'"), icon: false },
  "no styles of the page": { policy: POLICY.replace("style-src 'self'", "style-src 'none'") },
  "no attributes that do something": { policy: `${POLICY}; script-src-attr 'none'; style-src-attr 'none'` },
  "no forms, no frames, no plugins": { policy: `${POLICY}; form-action 'none'; frame-ancestors 'none'; object-src 'none'` },
};
for (const [what, { policy, scripts, icon = true, expected }] of Object.entries(WORKING)) {
  scenario(`${what}: everything works, and nothing is reported`, { policy, expected }, async ({ server, open, page }) => {
    const host = hostPage({ scripts });
    server.put("/host.html", icon ? host : host.replace('<link rel="icon" href="data:,">', ""));
    // A browser asks for it by itself where a page names none, and the policy is not asked.
    server.put("/favicon.ico", "");
    await walk(await open("/host.html"));
    assert.equal(await page.evaluate(() => document.cookie), "");
  });
}

const TABLE = { name: "Plain figures" };
const LACKING = {
  "no WebAssembly": {
    policy: POLICY.replace(" 'wasm-unsafe-eval'", ""),
    says: /^The charts cannot be shown here\. The figures below are complete\.$/,
    code: "program",
    expected: [/wasm-eval/],
  },
  "no requests": {
    policy: POLICY.replace("connect-src 'self'", "connect-src 'none'"),
    says: /^The file of figures could not be reached/,
    code: "unreachable",
    expected: [/policy report: connect-src/, /Content Security Policy/],
  },
};
for (const [what, { policy, says, code, expected }] of Object.entries(LACKING)) {
  scenario(`${what}: the plain figures stay, with one sentence and the file`, { policy, expected }, async ({ page, server, visit }) => {
    await page.addInitScript(noteWhenTold);
    server.put("/host.html", hostPage());
    await visit("/host.html");
    const alert = page.getByRole("alert");
    await alert.waitFor();
    assert.match(await alert.getByRole("paragraph").first().textContent(), says);
    assert.equal(await alert.getByRole("link", { name: "The figures as a file" }).getAttribute("href"), FIGURES);
    assert(await page.getByRole("table", TABLE).isVisible());
    const [told] = await page.evaluate(() => window.told);
    assert.equal(told.code, code);
    assert(told.after < SOON, `told after ${told.after} ms`);
  });
}

const SILENT = { policy: POLICY.replace("script-src 'self' 'wasm-unsafe-eval'", "script-src 'none'"), expected: [/script-src/] };
scenario("no scripts: the lines to paste say it themselves", SILENT, async ({ page, server, visit }) => {
  const lines = (await read("/pkg/embed.html")).toString();
  server.put("/pkg/page.html", `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Page</title><h1>Page</h1>${lines}</html>`);
  await visit("/pkg/page.html");
  assert.equal(await page.getByRole("table").count(), 27);
  assert(await page.getByText("Charts and choices take the place of these tables where the page may run its program.").isVisible());
  assert.equal(await page.getByRole("link", { name: "The figures as a file" }).getAttribute("href"), "kpi.json");
});

const SANDBOX = { policy: `${POLICY}; frame-src 'self'`, expected: [/CORS|Access-Control|ERR_FAILED|connect-src/] };
scenario("a frame that may run scripts and nothing else: the plain figures stay, with one sentence and the file", SANDBOX, async ({ page, server, visit }) => {
  server.put("/inner.html", hostPage());
  server.put("/host.html", hostPage({ scripts: "", body: '<iframe title="Figures" sandbox="allow-scripts" src="/inner.html" width="900" height="600"></iframe>' }));
  await visit("/host.html");
  const frame = page.frameLocator("iframe");
  await frame.getByRole("alert").waitFor();
  assert.match(await frame.getByRole("alert").getByRole("paragraph").first().textContent(), /could not be reached/);
  assert(await frame.getByRole("alert").getByRole("link", { name: "The figures as a file" }).isVisible());
  assert(await frame.getByRole("table", TABLE).isVisible());
});

scenario("a frame that may run scripts and nothing else, with the figures inside: everything works", { policy: `${POLICY}; frame-src 'self'` }, async ({ page, server, visit }) => {
  const data = (await read(FIGURES)).toString().replaceAll("<", "\\u003c");
  server.put("/inner.html", hostPage({ body: `<kpi-explorer><script type="application/json">${data}</script></kpi-explorer>` }));
  server.put("/host.html", hostPage({ scripts: "", body: '<iframe title="Figures" sandbox="allow-scripts" src="/inner.html" width="900" height="600"></iframe>' }));
  await visit("/host.html");
  const frame = page.frameLocator("iframe");
  await frame.getByRole("radio", { name: "Q3 2020/21" }).check();
  await frame.getByRole("heading", { name: "All indicators, Q3 2020/21" }).waitFor();
});

scenario("nothing is stored, and a browser that forbids storing is none the worse", {}, async ({ context, page, open }) => {
  await page.addInitScript(() => {
    window.asked = [];
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"]) {
      Object.defineProperty(window, name, {
        get() {
          window.asked.push(name);
          throw new DOMException("Storage is forbidden", "SecurityError");
        },
      });
    }
    Object.defineProperty(Document.prototype, "cookie", {
      get: () => (window.asked.push("cookie"), ""),
      set: () => window.asked.push("cookie"),
    });
  });
  const explorer = await open();
  await explorer.choose("Q3 2020/21");
  await eventually(async () => (await explorer.seen()).quarter, ["Q3 2020/21"]);
  assert.deepEqual(await page.evaluate(() => window.asked), []);
  assert.deepEqual(await context.cookies(), []);
});

/** Notes when an error is told, in milliseconds from the navigation. Runs before any script of the page. */
function noteWhenTold() {
  window.told = [];
  document.addEventListener("kpi-error", ({ detail }) => window.told.push({ code: detail.code, after: performance.now() }));
}
