// Where the focus is, and where the keys take it.

import * as reading from "./reading.mjs";

/** What has the focus: its name, its place, and whether it can be seen to have it. `null` where nothing has. */
export async function focus(page) {
  const handle = await page.evaluateHandle(reading.focused);
  const element = handle.asElement();
  return element && element.evaluate(described);
}

/** The stops that a key makes, from where the focus is. */
export async function tabThrough(page, key, count) {
  const stops = [];
  for (let stop = 0; stop < count; stop += 1) {
    await page.keyboard.press(key);
    stops.push(await focus(page));
  }
  return stops;
}

function described(element) {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const coloured = !/rgba\(.*, 0\)|transparent/.test(style.outlineColor) || style.boxShadow !== "none";
  // Without what there is to choose from, and without the arrow of a head that sorts.
  const label = (element.labels?.[0] ?? element).cloneNode(true);
  label.querySelectorAll("select, .arrow").forEach((part) => part.remove());
  return {
    tag: element.localName,
    name: (element.getAttribute("aria-label") ?? label.textContent).replace(/\s+/g, " ").trim(),
    box: { top: top + scrollY, bottom: bottom + scrollY, left, right },
    insideExplorer: element.getRootNode() !== document,
    visible: element.matches(":focus-visible") && outlined && coloured,
  };
}
