// The page with Observable Plot. A plot is a picture made of its data: another picture takes its place, there is no other way
// to change one. The lines are left alone where they are the same, and only the rule over them moves.

import { barX, line, plot, ruleX, ruleY, tip, pointer } from "@observablehq/plot";
import { COLOURS, OTHER, SIZE, explore, shown } from "./common.js";

const lines = (model) => {
  const points = model.lines.flatMap(({ name, values }) =>
    values.map((value, at) => ({ name, period: model.periods[at], value })),
  );
  const channels = { x: "period", y: "value" };
  return plot({
    ...SIZE,
    x: { type: "point", label: null, domain: model.periods },
    y: { zero: true, grid: true, label: null },
    color: { domain: model.lines.map(({ name }) => name), range: model.lines.map(({ colour }) => colour), legend: true },
    marks: [
      ruleY([0]),
      ruleX([model.periods[model.at]], { stroke: OTHER, className: "at" }),
      line(points, { ...channels, stroke: "name", strokeWidth: 2 }),
      tip(points, pointer({ ...channels, title: ({ name, period, value }) => `${name}, ${period}: ${shown(value)}` })),
    ],
  });
};

const bars = (model) =>
  plot({
    ...SIZE,
    marginLeft: 200,
    x: { zero: true, grid: true, label: null },
    y: { domain: model.bars.map(({ name }) => name), label: null },
    marks: [
      barX(model.bars, { x: "value", y: "name", fill: ({ isFocus }) => (isFocus ? COLOURS[0] : OTHER), tip: true }),
      ruleX([0]),
    ],
  });

explore((linePlace, barPlace) => (model, isSame) => {
  const rule = isSame && linePlace.querySelector(".at line");
  if (rule) {
    const x = linePlace.firstChild.scale("x").apply(model.periods[model.at]);
    rule.setAttribute("x1", x);
    rule.setAttribute("x2", x);
  } else {
    linePlace.replaceChildren(lines(model));
  }
  barPlace.replaceChildren(bars(model));
});
