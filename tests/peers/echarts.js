// The page with ECharts: only the parts that are used, nothing animated, and `setOption` told which parts to replace, so that
// all others stay as they are.

import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { COLOURS, OTHER, SIZE, explore } from "./common.js";

use([BarChart, CanvasRenderer, GridComponent, LegendComponent, LineChart, MarkLineComponent, TooltipComponent]);

const rule = ({ at }) => ({
  symbol: "none", silent: true, label: { show: false }, lineStyle: { color: OTHER, type: "solid" }, data: [{ xAxis: at }],
});

explore((line, bars) => {
  const lineChart = init(line, null, SIZE);
  const barChart = init(bars, null, SIZE);
  lineChart.setOption({ animation: false, tooltip: { trigger: "axis" }, legend: {}, xAxis: { type: "category" }, yAxis: { type: "value" } });
  barChart.setOption({
    animation: false,
    tooltip: {},
    grid: { left: 200 },
    xAxis: { type: "value" },
    yAxis: { type: "category", inverse: true, axisLabel: { interval: 0 } },
    series: [{ type: "bar" }],
  });
  return (model, isSame) => {
    if (isSame) lineChart.setOption({ series: [{ id: 0, markLine: rule(model) }] });
    else {
      const series = model.lines.map(({ name, colour, values }, at) => ({
        id: at, type: "line", name, color: colour, data: values, ...(at ? {} : { markLine: rule(model) }),
      }));
      lineChart.setOption({ xAxis: { data: model.periods }, series }, { replaceMerge: ["series"] });
    }
    const data = model.bars.map(({ value, isFocus }) => ({ value, itemStyle: { color: isFocus ? COLOURS[0] : OTHER } }));
    barChart.setOption({ yAxis: { data: model.bars.map(({ name }) => name) }, series: [{ data }] });
  };
});
