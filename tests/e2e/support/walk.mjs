// What a reader does in a minute, and all that has to follow from it: the same in every browser, with a network and
// without.

import assert from "node:assert/strict";
import { until } from "./eventually.mjs";

const CONFERENCES = "Initial child protection conferences within timescales";

/** @param explorer an `Explorer` or a `FirefoxExplorer` with the figures there */
export async function walk(explorer) {
  const when = (holds) => until(() => explorer.seen(), holds);

  await when(({ heading, quarter, fragment, table }) => {
    assert.equal(heading, "All indicators, Q4 2020/21");
    assert.deepEqual([quarter, fragment], [["Q4 2020/21"], ""]);
    assert.equal(figure(table, CONFERENCES), "70%");
  });

  await explorer.choose("Q3 2020/21");
  await when(({ heading, sentence, fragment, table }) => {
    assert.equal(heading, "All indicators, Q3 2020/21");
    assert.match(sentence, /1 did not change/);
    assert.equal(fragment, "#kpi?p=2020-10-01/P3M");
    assert.equal(figure(table, CONFERENCES), "79%");
  });

  await explorer.toggle("South East");
  await when(({ compare, fragment, table }) => {
    assert.deepEqual(compare, ["The quarter before", "Statistical neighbours", "England"]);
    assert(!table.columns.includes("South East"));
    assert.equal(fragment, "#kpi?p=2020-10-01/P3M&c=previous,SN,E92000001");
  });

  await explorer.open(CONFERENCES);
  const third = await when(({ heading, sentence, pictures, table }) => {
    assert.equal(heading, CONFERENCES);
    assert.match(sentence, /^79% in Q3 2020\/21, down 11 percentage points since Q2 \(90%\), which is worse\./);
    assert.equal(marked(table), "Q3 2020/21");
    assert(pictures.length === 1 && pictures[0].drawn > 0.005, "the chart is drawn");
  });

  await explorer.choose("Q2 2020/21");
  await when(({ sentence, pictures, fragment, table }) => {
    assert.match(sentence, /^90% in Q2 2020\/21/);
    assert.equal(marked(table), "Q2 2020/21");
    assert.equal(fragment, "#kpi?i=icpc-in-time&p=2020-07-01/P3M&c=previous,SN,E92000001");
    pictures.forEach((picture, at) =>
      assert.notEqual(picture.print, third.pictures[at].print, "charts are drawn anew"),
    );
  });

  await explorer.goBack();
  await when((seen) => assert.deepEqual(seen, third));

  await explorer.backToAll();
  await when(({ heading }) => assert.equal(heading, "All indicators, Q3 2020/21"));
}

const figure = (table, name) => table.rows.find((row) => row.heading === name).cells[0];

const marked = (table) => table.rows.find((row) => row.marked)?.heading;
