// The page with uPlot. `setData` redraws a chart in place; a chart is made anew only where its series are others, which is
// what uPlot's author advises, since series are options.

import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { COLOURS, OTHER, SIZE, explore, shown } from "./common.js";

let model;

/** A rule at the chosen period: uPlot leaves it to a hook. */
function rule(plot) {
  const x = Math.round(plot.valToPos(model.at, "x", true));
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.strokeStyle = OTHER;
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.restore();
}

const text = (_, value) => shown(value ?? null);

const fromZero = (_, least, most) => [Math.min(0, least), most * 1.05];

const lineOptions = ({ lines }) => ({
  ...SIZE,
  scales: { x: { time: false }, y: { range: fromZero } },
  axes: [{ values: (_, splits) => splits.map((at) => model.periods[at] ?? "") }, {}],
  series: [
    { label: "Period", value: (_, at) => model.periods[at] ?? "–" },
    ...lines.map(({ name, colour }) => ({ label: name, stroke: colour, width: 2, value: text })),
  ],
  hooks: { draw: [rule] },
});

/** Each bar's own: uPlot's unit 3. */
const colours = { unit: 3, values: () => model.bars.map(({ isFocus }) => (isFocus ? COLOURS[0] : OTHER)) };

const barOptions = () => ({
  ...SIZE,
  scales: { x: { time: false, range: (_, least, most) => [least - 0.5, most + 0.5] }, y: { range: fromZero } },
  axes: [
    {
      splits: () => model.bars.map((_, at) => at),
      values: (_, splits) => splits.map((at) => model.bars[at]?.name ?? ""),
      rotate: -60,
      size: 110,
    },
    {},
  ],
  series: [
    { label: "Area", value: (_, at) => model.bars[at]?.name ?? "–" },
    {
      label: "Value",
      value: text,
      points: { show: false },
      paths: uPlot.paths.bars({ size: [0.7], disp: { fill: colours, stroke: colours } }),
    },
  ],
});

const hasLines = (chart, { lines }) =>
  chart?.series.length === 1 + lines.length && lines.every(({ name }, at) => chart.series[1 + at].label === name);

explore((line, bars) => {
  let lineChart, barChart;
  return (next, isSame) => {
    model = next;
    const lineData = [model.periods.map((_, at) => at), ...model.lines.map(({ values }) => values)];
    if (isSame) lineChart.redraw(false);
    else if (hasLines(lineChart, model)) lineChart.setData(lineData);
    else {
      lineChart?.destroy();
      lineChart = new uPlot(lineOptions(model), lineData, line);
    }
    const barData = [model.bars.map((_, at) => at), model.bars.map(({ value }) => value)];
    if (barChart) barChart.setData(barData);
    else barChart = new uPlot(barOptions(), barData, bars);
  };
});
