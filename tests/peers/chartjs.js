// The page with Chart.js: only the parts that are used are registered, nothing is animated, and `update("none")` shows new
// data in the charts that are there.

import {
  BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip,
} from "chart.js";
import { COLOURS, OTHER, SIZE, explore } from "./common.js";

Chart.register(
  BarController, BarElement, CategoryScale, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip,
);

let model;

/** A rule at the chosen period. */
const rule = {
  id: "rule",
  afterDatasetsDraw({ ctx, chartArea, scales }) {
    const x = Math.round(scales.x.getPixelForValue(model.at)) + 0.5;
    ctx.save();
    ctx.strokeStyle = OTHER;
    ctx.beginPath();
    ctx.moveTo(x, chartArea.top);
    ctx.lineTo(x, chartArea.bottom);
    ctx.stroke();
    ctx.restore();
  },
};

const canvas = (place) => {
  const element = Object.assign(document.createElement("canvas"), SIZE);
  place.append(element);
  return element;
};

const common = { responsive: false, animation: false };

explore((line, bars) => {
  let lineChart, barChart;
  return (next, isSame) => {
    model = next;
    const labels = model.bars.map(({ name }) => name);
    const data = model.bars.map(({ value }) => value);
    const backgroundColor = model.bars.map(({ isFocus }) => (isFocus ? COLOURS[0] : OTHER));
    const datasets = () =>
      model.lines.map(({ name, colour, values }) => ({ label: name, data: values, borderColor: colour, backgroundColor: colour, borderWidth: 2 }));
    if (!lineChart) {
      lineChart = new Chart(canvas(line), {
        type: "line",
        data: { labels: model.periods, datasets: datasets() },
        options: { ...common, interaction: { mode: "index", intersect: false }, scales: { y: { beginAtZero: true } } },
        plugins: [rule],
      });
      barChart = new Chart(canvas(bars), {
        type: "bar",
        data: { labels, datasets: [{ data, backgroundColor }] },
        options: { ...common, indexAxis: "y", plugins: { legend: { display: false } }, scales: { x: { beginAtZero: true } } },
      });
      return;
    }
    // Of the lines only the rule has moved: nothing is to be computed.
    if (isSame) lineChart.draw();
    else {
      Object.assign(lineChart.data, { labels: model.periods, datasets: datasets() });
      lineChart.update("none");
    }
    barChart.data.labels = labels;
    Object.assign(barChart.data.datasets[0], { data, backgroundColor });
    barChart.update("none");
  };
});
