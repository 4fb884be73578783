// Five questions that people come with, answered with a mouse, with the keys alone, and on a phone.

import assert from "node:assert/strict";
import { until } from "./support/eventually.mjs";
import { element, hostPage } from "./support/host.mjs";
import { scenario } from "./support/scenario.mjs";
import { Keyboard, Pointer } from "./support/visitor.mjs";

const YEARS = "/www/data/isle-of-wight-2013-25.kpi.json";
const CONFERENCES = "Initial child protection conferences within timescales";
const PHONE = { viewport: { width: 375, height: 700 }, hasTouch: true };

const WAYS = [
  ["a mouse", {}, (explorer) => new Pointer(explorer)],
  ["the keys alone", {}, (explorer) => new Keyboard(explorer)],
  ["a phone", PHONE, (explorer) => new Pointer(explorer)],
];

for (const [way, context, visitor] of WAYS) {
  scenario(`with ${way}: are child protection conferences getting later?`, { context }, async ({ open }) => {
    const explorer = await open();
    const reader = visitor(explorer);
    await reader.follow(CONFERENCES);
    await answers(explorer, /^70% in Q4 2020\/21, down 9 percentage points since Q3 \(79%\), which is worse\./);
    await reader.pick("Q2 2020/21");
    await answers(explorer, /^90% in Q2 2020\/21, down 1 percentage point since Q1 \(91%\), which is worse\./);
  });

  scenario(`with ${way}: what got worse last quarter?`, { context }, async ({ open }) => {
    const explorer = await open();
    await visitor(explorer).choose("Show", "what got worse since the period before");
    await lists(explorer, ["Assessments completed within timescales", CONFERENCES, "Audits: ethnicity and culture considered"]);
    assert.match(await explorer.status.textContent(), /^3 of 27 indicators, Q4 2020\/21/, "and it is said");
  });

  scenario(`with ${way}: was more spent than planned?`, { context }, async ({ open }) => {
    const explorer = await open();
    const reader = visitor(explorer);
    await reader.find("outturn");
    await lists(explorer, ["Budget and outturn by service area"]);
    await reader.follow("Budget and outturn by service area");
    await answers(explorer, /: £603 thousand \(2\.2%\) under budget, /);
  });

  scenario(`with ${way}: how many children were looked after in 2021, and is that more than elsewhere?`, { context }, async (given) => {
    const explorer = await years(given);
    const reader = visitor(explorer);
    await reader.choose("Year", "2020/21 (to March 2021)");
    await until(() => explorer.heading.textContent(), (text) => assert.equal(text, "All indicators, 2020/21"));
    await reader.follow("Children looked after on 31 March (rate)");
    await answers(explorer, /^112 per 10,000 on 31 March 2021\. .* higher than .*median \(62, .*South East \(54\) and England \(69\)/);
    await reader.choose("Statistical neighbours:", "mean");
    await answers(explorer, /mean \(69\.4, from 10 areas\)/);
  });

  scenario(`with ${way}: is the workforce worse off than England's, and what was the vacancy rate before?`, { context }, async (given) => {
    const explorer = await years(given);
    const reader = visitor(explorer);
    await reader.choose("Topic", "Social workers");
    await reader.choose("Show", "what is worse than England");
    await lists(explorer, [/^Vacancy rate/, /^Agency worker rate/]);
    await reader.follow(/^Vacancy rate/);
    await answers(explorer, /^25% on 30 September 2025/);
    assert.match(await reader.read(0.5, 3), /^30 September 20\d\d.*Isle of Wight.*%/s);
  });
}

async function years({ server, open }) {
  server.put("/host.html", hostPage({ body: element("", YEARS) }));
  return open("/host.html");
}

const answers = (explorer, pattern) => until(() => explorer.sentence.textContent(), (said) => assert.match(said, pattern));

async function lists(explorer, names) {
  const links = () => explorer.indicatorLinks.allTextContents();
  await until(links, (found) => {
    assert.equal(found.length, names.length, found.join("; "));
    found.forEach((name, at) => (names[at] instanceof RegExp ? assert.match(name, names[at]) : assert.equal(name, names[at])));
  });
}
