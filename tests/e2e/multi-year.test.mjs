// The publication of many years and many areas, made of the Department for Education's files.

import assert from "node:assert/strict";
import { eventually } from "./support/eventually.mjs";
import { element, hostPage } from "./support/host.mjs";
import { scenario } from "./support/scenario.mjs";

const FILE = "/www/data/isle-of-wight-2013-25.kpi.json";
const LOOKED_AFTER = "Children looked after on 31 March (rate)";
const VACANCY = /^Vacancy rate/;
const AT_2021 = "#kpi?i=cla-31-march-rate&p=2020-04-01/P1Y";

async function open({ server, open }, fragment = "") {
  server.put("/host.html", hostPage({ body: element("", FILE) }));
  return open(`/host.html${fragment}`);
}

const year = (explorer) => explorer.element.getByRole("group", { name: "Year" });

scenario("the latest figures are shown at first, each with its own period", {}, async (given) => {
  const explorer = await open(given);
  assert.equal(await explorer.heading.textContent(), "All indicators: latest figures");
  const { table } = await explorer.seen();
  const row = (name) => table.rows.find((found) => found.heading.match(name)).cells[0];
  assert.equal(row(VACANCY), "25% 30 September 2025");
  assert.equal(row(LOOKED_AFTER.replace(/[()]/g, "\\$&")), "110 per 10,000 31 March 2025");
});

scenario("the list of years shows what is shown, however the reader came to it", {}, async (given) => {
  const explorer = await open(given);
  const list = year(explorer).getByRole("combobox");
  const chosen = () => list.evaluate((select) => select.selectedOptions[0].text);
  await list.selectOption("2019/20 (to March 2020)");
  await eventually(() => explorer.heading.textContent(), "All indicators, 2019/20");
  await year(explorer).getByRole("button", { name: "Previous" }).click();
  await eventually(chosen, "2018/19 (to March 2019)");
  await explorer.goBack();
  await eventually(chosen, "2019/20 (to March 2020)");
  await explorer.goBack();
  await eventually(chosen, "Latest figures");
});

scenario("a year is stepped back to, and the latest figures again", {}, async (given) => {
  const explorer = await open(given);
  await year(explorer).getByRole("button", { name: "Previous" }).click();
  await eventually(() => explorer.heading.textContent(), "All indicators, 2024/25");
  assert.equal(await explorer.fragment(), "#kpi?p=2024-04-01/P1Y");
  await year(explorer).getByRole("button", { name: "Next" }).click();
  await eventually(() => explorer.heading.textContent(), "All indicators: latest figures");
  assert.equal(await explorer.fragment(), "");
});

scenario("median and mean of the neighbours are those of the published figures, and the page says that they differ", {}, async (given) => {
  const explorer = await open(given, AT_2021);
  const sentence = () => explorer.sentence.textContent();
  assert.match(await sentence(), /^112 per 10,000 on 31 March 2021\. .*neighbours' median \(62, from 10 areas\), South East \(54\) and England \(69\)/);
  const said = "Whether the figure of statistical neighbours is above or below England (69) depends on the way it is made: median 62, mean 69.4.";
  assert(await explorer.indicator.getByText(said).isVisible());
  await explorer.element.getByRole("combobox", { name: "Statistical neighbours:" }).selectOption("mean");
  await eventually(async () => /neighbours' mean \(69\.4, from 10 areas\)/.test(await sentence()), true);
  assert.equal(await explorer.fragment(), `${AT_2021}&m=SN:mean`);
});

scenario("a member of a group can be compared with", {}, async (given) => {
  const explorer = await open(given, AT_2021);
  await explorer.text("Members of groups").click();
  await explorer.comparator("Torbay").check();
  const { table } = await explorer.seen();
  assert(table.columns.includes("Torbay"), table.columns.join(", "));
});

scenario("a state that is kept has the latest figures and the methods too", {}, async ({ page, server, open }) => {
  server.put("/host.html", hostPage({ body: element('period="2019-04-01/P1Y"', FILE) }));
  const explorer = await open("/host.html#kpi?p=latest");
  await explorer.element.getByRole("combobox", { name: "Statistical neighbours:" }).selectOption("mean");
  await eventually(async () => (await explorer.state()).methods.length, 1);
  const kept = await explorer.state();
  assert.equal(kept.period, "latest");
  assert.match(kept.methods[0], /:mean$/);
  const set = (state) => page.evaluate((state) => (document.querySelector("kpi-explorer").state = state), state);
  await set({});
  await eventually(async () => {
    const { period, methods } = await explorer.state();
    return { period, methods };
  }, { period: "2019-04-01/P1Y", methods: [] });
  await set(kept);
  await eventually(() => explorer.state(), kept);
});
