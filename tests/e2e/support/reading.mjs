// What a test reads off a page. These functions run inside the page, in any browser: each stands for itself.

/** Keeps every mark of an explorer on the timeline; the page keeps the last of each. Runs before any script of the page. */
export function collectMarks() {
  window.marks = [];
  new PerformanceObserver((heard) => {
    window.marks.push(...heard.getEntries().map(({ name }) => name).filter((name) => name.startsWith("kpi:")));
  }).observe({ type: "mark", buffered: true });
}

/** A table as text: what heads the columns, the rows, and which of them is set bold. */
export function table(element) {
  const words = (node) => node.textContent.replace(/\s+/g, " ").trim();
  const bold = (node) => Number(getComputedStyle(node).fontWeight) >= 600;
  const rows = [...element.tBodies].flatMap((body) => [...body.rows]);
  return {
    caption: element.caption ? words(element.caption) : "",
    // Without the arrow of a head that sorts.
    columns: [...element.tHead.rows[0].cells].map((cell) => words(cell).replace(/ ?[↕↑↓]$/, "")),
    rows: rows.map((row) => ({
      heading: words(row.cells[0]),
      cells: [...row.cells].slice(1).map(words),
      marked: [...row.cells].every(bold),
    })),
  };
}

/** A chart's canvas: its size in its own pixels and on the page, the width it could have, the colour of its corner (red, green,
    blue, opacity), the part that is drawn on, and a print of it all. */
export function picture(chart) {
  const canvas = chart.querySelector("canvas");
  const { width, height } = canvas;
  const box = canvas.getBoundingClientRect().toJSON();
  // Read off a copy: reading may change how a browser keeps the original.
  const copy = Object.assign(document.createElement("canvas"), { width, height });
  const context = copy.getContext("2d", { willReadFrequently: true });
  context.drawImage(canvas, 0, 0);
  const bytes = context.getImageData(0, 0, width, height).data;
  const pixels = new Uint32Array(bytes.buffer);
  let drawn = 0;
  let print = 0x811c9dc5;
  for (const pixel of pixels) {
    if (pixel !== pixels[0]) drawn += 1;
    print = Math.imul(print ^ pixel, 0x01000193);
  }
  return {
    width,
    height,
    box,
    room: canvas.parentElement.getBoundingClientRect().width,
    corner: [...bytes.slice(0, 4)],
    drawn: drawn / pixels.length,
    print,
  };
}

/** A picture without its place and size. */
export const image = ({ drawn, print }) => ({ drawn, print });

/** The heading of what is shown and what is said in words below it. */
export function story(root) {
  const heading = root.querySelector("h2[tabindex]");
  const sentence = root.querySelector(".summary, .sentence");
  return { heading: heading.textContent, sentence: sentence.textContent };
}

/** The element that has the focus, also inside shadow roots; null where it is nowhere in particular. */
export function focused() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element === document.body ? null : element;
}

/** Says on the console what the browser would send to a reporting address. Runs before any script of the page. */
export function tellReports() {
  addEventListener("securitypolicyviolation", (event) => {
    console.error(`policy report: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
  });
}
