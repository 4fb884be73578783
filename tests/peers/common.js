// What every peer's page has around its charts: the figures, three filters, the table. Written as for one small page: no
// library, each part touched only where it changes.

import "./page.css";

const FOCUS = "E06000046";
const NEIGHBOURS = "SN";
/** In the order of the file: neighbours, region, England. */
const COMPARATORS = [NEIGHBOURS, "E12000008", "E92000001"];
const FIRST_SHOWN = "rereferrals";

/** The colours of the lines: the focus, then the comparators. */
export const COLOURS = ["#1d4ed8", "#b45309", "#4d7c0f", "#7e22ce"];
export const OTHER = "#9ca3af";
/** In CSS pixels. Every chart is as large, whoever draws it. */
export const SIZE = { width: 560, height: 300 };

export const shown = (value) => (value === null ? "–" : value.toLocaleString("en-GB"));

function median(values) {
  const numbers = values.filter((value) => value !== null).sort((one, other) => one - other);
  if (!numbers.length) return null;
  const middle = numbers.length >> 1;
  return numbers.length % 2 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
}

/** An area's value at each period. A value that is a symbol is no number. */
function valuesOf(indicator, area) {
  if (area.members) {
    const members = area.members.map((id) => valuesOf(indicator, { id }));
    return indicator.periods.map((_, at) => median(members.map((values) => values[at])));
  }
  const values = indicator.series.find((series) => series.area === area.id)?.values;
  return indicator.periods.map((period, at) => {
    const value = Array.isArray(values) ? values[at] : values?.[period];
    return typeof value === "number" ? value : null;
  });
}

const make = (tag, properties, ...inner) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...inner);
  return element;
};

/** What the charts show: lines over the periods, and every area in the chosen one, the highest first. */
function modelOf(file, { indicator, at, compared }) {
  const areas = file.areas.filter(({ id }) => id === FOCUS || compared.includes(id));
  const lines = areas.map((area) => ({
    name: area.name,
    colour: COLOURS[area.id === FOCUS ? 0 : 1 + COMPARATORS.indexOf(area.id)],
    values: valuesOf(indicator, area),
  }));
  const bars = file.areas
    .filter(({ id }) => !COMPARATORS.includes(id) || compared.includes(id))
    .map((area) => ({ name: area.name, isFocus: area.id === FOCUS, value: valuesOf(indicator, area)[at] }))
    .filter(({ value }) => value !== null)
    .sort((one, other) => other.value - one.value);
  return { periods: indicator.periods.map((period) => period.slice(0, 4)), at, lines, bars };
}

/** A row a period, a column an area. Where only another period is chosen, only the mark of its row moves. */
function table() {
  const head = make("tr");
  const body = make("tbody");
  const element = make("table", {}, make("thead", {}, head), body);
  const show = ({ periods, at, lines }, isSame) => {
    if (!isSame) {
      head.replaceChildren(...["Period", ...lines.map(({ name }) => name)].map((name) => make("th", { scope: "col" }, name)));
      const row = (period, at) =>
        make("tr", {}, make("th", { scope: "row" }, period), ...lines.map(({ values }) => make("td", {}, shown(values[at]))));
      body.replaceChildren(...periods.map(row));
    }
    body.querySelector(".chosen")?.classList.remove("chosen");
    body.rows[at].className = "chosen";
  };
  return { element, show };
}

/**
 * Makes the page.
 *
 * @param charts makes the two charts in two elements, and gives back what shows a model in them. It is told whether that has
 *   the lines of the model before.
 */
export async function explore(charts) {
  const file = await (await fetch("figures.json")).json();
  const of = (id) => file.indicators.find((indicator) => indicator.id === id);
  const last = ({ periods }) => periods.length - 1;
  const state = { indicator: of(FIRST_SHOWN), at: last(of(FIRST_SHOWN)), compared: COMPARATORS };

  const indicators = make("select", { id: "indicator" });
  for (const { id, name } of file.indicators) indicators.add(new Option(name, id, false, id === FIRST_SHOWN));
  const years = make("select", { id: "year" });
  const fillYears = () => {
    years.replaceChildren(...state.indicator.periods.map((period, at) => new Option(period.slice(0, 4), at)));
    years.value = state.at;
  };
  const boxes = COMPARATORS.map((id) => make("input", { type: "checkbox", checked: true, value: id }));
  const name = (id) => file.areas.find((area) => area.id === id).name;
  const heading = make("h2");
  const [line, bars] = [make("div"), make("div")];
  const { element, show: showTable } = table();
  document.querySelector("main").append(
    make("label", {}, "Indicator ", indicators),
    make("label", {}, "Year ", years),
    ...boxes.map((box) => make("label", {}, box, name(box.value))),
    heading,
    make("div", { className: "charts" }, line, bars),
    element,
  );

  fillYears();
  const show = charts(line, bars);
  const draw = (isSame) => {
    heading.textContent = `${state.indicator.name}, ${years.selectedOptions[0].text}`;
    const model = modelOf(file, state);
    show(model, isSame);
    showTable(model, isSame);
  };
  years.onchange = () => {
    state.at = Number(years.value);
    draw(true);
  };
  indicators.onchange = () => {
    state.indicator = of(indicators.value);
    state.at = last(state.indicator);
    fillYears();
    draw(false);
  };
  for (const box of boxes) {
    box.onchange = () => {
      state.compared = boxes.filter(({ checked }) => checked).map(({ value }) => value);
      draw(false);
    };
  }
  draw(false);
  requestAnimationFrame(() => performance.mark("kpi:ready"));
}
