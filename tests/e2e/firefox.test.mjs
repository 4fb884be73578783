// The other browser, on the web: the same page under the same policy. The rest is tested in Chromium alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { FIGURES, PAGE, SCRIPT } from "./support/checkout.mjs";
import { Firefox } from "./support/firefox.mjs";
import { FirefoxExplorer } from "./support/firefox-explorer.mjs";
import { Server } from "./support/server.mjs";
import { FILES, GOOD, NETWORK } from "./support/faults.mjs";
import { hostPage } from "./support/host.mjs";
import { until } from "./support/eventually.mjs";
import { trapdoors } from "./support/trapdoors.mjs";
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

test("Firefox: a table is copied, and pictures are drawn", async () => {
  const server = await Server.start();
  const firefox = await Firefox.launch();
  try {
    const page = await firefox.page();
    await page.visit(`${server.origin}${PAGE}#kpi?i=icpc-in-time`);
    await new FirefoxExplorer(page).ready();
    // Its clipboard cannot be read here; what it was given can.
    await page.evaluate(() => {
      document.addEventListener("copy", ({ clipboardData }) => {
        window.copied = ["text/plain", "text/html"].map((type) => clipboardData.getData(type).split("Q4 2020/21").length);
      });
    });
    await page.click("button", "Copy as a table");
    const said = () => page.evaluate(() => document.querySelector("kpi-explorer").shadowRoot.querySelector("[role=status]").textContent);
    await until(said, (text) => assert.equal(text, "The table is copied."));
    assert.deepEqual(await page.evaluate(() => window.copied), [2, 2]);
    const size = await page.evaluate(async () => {
      const picture = await createImageBitmap(await document.querySelector("kpi-explorer").toPNG());
      return picture.width;
    });
    assert.equal(size, 1440);
    assert.deepEqual(page.problems, []);
  } finally {
    await firefox.close();
    await server.close();
  }
});

/** Firefox and one page in it, on a server of their own, with a page that has a place for elements. */
async function withFirefox(body) {
  const server = await Server.start();
  const firefox = await Firefox.launch();
  try {
    const page = await firefox.page();
    server.put("/login.html", "<!doctype html><title>Sign in</title>").put("/host.html", hostPage({ body: "<main></main>" }));
    await page.visit(`${server.origin}/host.html`);
    await until(() => page.evaluate(() => Boolean(customElements.get("kpi-explorer"))), assert);
    await body({ page, server });
  } finally {
    await firefox.close();
    await server.close();
  }
}

/** What is there of the one element; in the page. */
const looked = () => {
  const element = document.querySelector("kpi-explorer");
  const alert = (element.shadowRoot?.querySelector("[role=alert]") ?? element.querySelector("[role=alert]"))?.firstChild.textContent;
  return { alert, codes: window.codes, shown: Boolean(element.shadowRoot?.querySelector("table")), plain: element.querySelector("#plain").checkVisibility() };
};

test("Firefox: whatever a server does, the same is said", () =>
  withFirefox(async ({ page, server }) => {
    await page.evaluate(() => {
      document.addEventListener("kpi-error", ({ detail }) => window.codes.push(detail.code));
    });
    for (const [what, { file, says, code }] of Object.entries({ ...NETWORK, ...FILES })) {
      server.put("/fault.json", file);
      await page.evaluate(() => {
        window.codes = [];
        const element = document.createElement("kpi-explorer");
        element.setAttribute("src", "/fault.json");
        element.append(Object.assign(document.createElement("p"), { id: "plain", textContent: "Plain figures" }));
        document.querySelector("main").replaceChildren(element);
      });
      const seen = await until(() => page.evaluate(looked), ({ alert, shown }) => assert(alert || shown, what));
      // Firefox takes some bodies that break off for whole ones; then what is whole in them is shown, and that is said.
      if (seen.shown) {
        assert.match(await page.evaluate(() => document.querySelector("kpi-explorer").shadowRoot.textContent), /is cut short/, what);
        continue;
      }
      assert.match(seen.alert, says, what);
      assert(seen.plain, what);
      assert(code instanceof RegExp ? code.test(seen.codes[0]) : seen.codes[0] === code, `${what}: ${seen.codes}`);
    }
    server.put("/fault.json", GOOD);
    await page.evaluate(() => document.querySelector("kpi-explorer").querySelector("button").click());
    await until(() => page.evaluate(looked), ({ alert, shown }) => assert(!alert && shown));
  }));

test("Firefox: a program that dies is told of, and comes back", () =>
  withFirefox(async ({ page, server }) => {
    server.put("/trap.js", `(${trapdoors})();`);
    const element = `<kpi-explorer src="${FIGURES}"><p id="plain">Plain figures</p></kpi-explorer>`;
    server.put("/host.html", hostPage({ scripts: `<script src="/trap.js"></script><script src="${SCRIPT}" defer></script>`, body: element }));
    await page.visit(`${server.origin}/host.html?again`);
    await until(() => page.evaluate(looked), ({ shown }) => assert(shown));
    await page.evaluate(() => {
      window.doors.armed = true;
      document.querySelector("kpi-explorer").shadowRoot.querySelector("input[type=radio]").click();
    });
    const { alert, shown } = await until(() => page.evaluate(looked), ({ alert }) => assert(alert));
    assert.match(alert, /has stopped/);
    assert(shown);
    await page.evaluate(() => document.querySelector("kpi-explorer").shadowRoot.querySelector("[role=alert] button").click());
    await until(() => page.evaluate(looked), ({ alert, shown }) => assert(!alert && shown));
    assert.equal(await page.evaluate(() => window.doors.instances), 2);
  }));
