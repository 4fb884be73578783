// In Welsh: what the page says, what the script says, and what stays as the publisher has written it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { FIGURES, read } from "./support/checkout.mjs";
import { eventually } from "./support/eventually.mjs";
import { element, hostPage } from "./support/host.mjs";
import { answer } from "./support/server.mjs";
import { scenario } from "./support/scenario.mjs";

const GONE = "/gone.json";

scenario("the page speaks the language that is asked for", {}, async ({ page, server, visit }) => {
  server.put("/host.html", hostPage({ attributes: 'lang="cy"' }));
  await visit("/host.html");
  const explorer = page.locator("kpi-explorer");
  const all = explorer.getByRole("region", { name: "Pob dangosydd, Ch4 2020/21" });
  await all.waitFor();
  await explorer.getByRole("group", { name: "Chwarter yn 2020/21" }).getByRole("radio", { name: "Ch3" }).check();
  await eventually(
    () => explorer.getByRole("status").textContent(),
    "Pob dangosydd, Ch3 2020/21, o gymharu â: y cyfnod blaenorol, Statistical neighbours, South East ac England.",
  );
  // The publisher's words are in the publisher's language.
  assert.equal(await explorer.getByRole("heading", { name: /^Children's social care/ }).getAttribute("lang"), "en-GB");

  await page.evaluate(() => document.querySelector("kpi-explorer").setAttribute("lang", "en"));
  await explorer.getByRole("region", { name: /^All indicators/ }).waitFor();
  await page.evaluate(() => document.querySelector("kpi-explorer").removeAttribute("lang"));
  await explorer.getByRole("region", { name: /^All indicators/ }).waitFor();
});

// Chromium has no Welsh names of months itself.
scenario("an offline copy says its days in the language of what it shows", {}, async ({ page, server, visit }) => {
  const figures = JSON.parse(await read(FIGURES));
  server.put("/published.json", JSON.stringify({ ...figures, published: "2021-07-04" }));
  server.put("/host.html", hostPage({ body: element('lang="cy"', "/published.json") }));
  await visit("/host.html");
  await page.locator("kpi-explorer").getByRole("region", { name: /^Pob dangosydd/ }).waitFor();
  const download = page.waitForEvent("download");
  await page.evaluate(() => document.querySelector("kpi-explorer").saveCopy());
  const text = (await readFile(await (await download).path())).toString();
  const months = "Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr";
  const copied = `Copi all-lein, a gadwyd ar \\d{1,2} (${months}) 20\\d\\d\\.`;
  assert.match(text, new RegExp(`${copied} Cyhoeddwyd y ffigurau ar 4 Gorffennaf 2021\\. Daeth y copi o http`));
});

const NOT_FOUND = { expected: [/404/] };

scenario("what goes wrong is said in the language around", NOT_FOUND, async ({ page, server, visit }) => {
  const welsh = hostPage({ body: element("", GONE) }).replace('lang="en-GB"', 'lang="cy"');
  server.put("/host.html", welsh).put(GONE, answer("", { status: 404 }));
  await visit("/host.html");
  const alert = page.getByRole("alert");
  await eventually(
    () => alert.getByRole("paragraph").first().textContent(),
    "Nid oes ffeil ffigurau (/gone.json, statws 404). Os oes tablau plaen yn y dudalen hon, gellir eu darllen o hyd. " +
      "Rhowch wybod i'r rhai sy'n cyhoeddi'r dudalen hon.",
  );
  assert.equal(await alert.getAttribute("lang"), "cy");
  assert(await page.getByText("Plain figures").isVisible());
  await page.evaluate((figures) => document.querySelector("kpi-explorer").setAttribute("src", figures), FIGURES);
  // The publication is in English, and nobody has asked for Welsh.
  await page.locator("kpi-explorer").getByRole("region", { name: /^All indicators/ }).waitFor();
});
