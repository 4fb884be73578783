// How the page looks at every width, in every colour scheme and at every sharpness: nothing is cut off, nothing
// overlaps, charts are sharp, and the accessibility rules that a machine can check are kept.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { PAGE, SCRIPT } from "./support/checkout.mjs";
import { eventually, until } from "./support/eventually.mjs";
import { hostPage } from "./support/host.mjs";
import { clashes } from "./support/layout.mjs";
import { scenario } from "./support/scenario.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** 320 is also what is left of 1280 at 400%. */
const WIDTHS = [1280, 768, 375, 320, 300];
const LOOKS = { light: {}, dark: { colorScheme: "dark" }, "forced colours": { forcedColors: "active" } };
/** Quarters in a line chart, areas in bars, parts by measure. */
const VIEWS = {
  "All indicators, Q4 2020/21": "",
  "Initial child protection conferences within timescales": "#kpi?i=icpc-in-time",
  "Children looked after": "#kpi?i=children-looked-after",
  "Budget and outturn by service area": "#kpi?i=outturn",
};

for (const [look, media] of Object.entries(LOOKS)) {
  scenario(`everything has its place at every width, ${look}`, {}, async ({ page, open }) => {
    await page.emulateMedia(media);
    for (const view of Object.keys(VIEWS)) {
      const explorer = await opened(view, open);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await drawnCharts(explorer);
        const place = `${view} at ${width} pixels`;
        const [needed, given] = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return [scrollWidth, clientWidth];
        });
        assert(needed <= given, `${place} is ${needed} wide and has to be scrolled`);
        assert.deepEqual(await explorer.element.evaluate(clashes), [], place);
      }
    }
  });
}

for (const ratio of [1, 2, 3]) {
  const context = { deviceScaleFactor: ratio };
  scenario(`charts are sharp with ${ratio} device pixels to a pixel`, { context }, async ({ open, page }) => {
    const explorer = await open(`${PAGE}#kpi?i=icpc-in-time`);
    for (const width of [1280, 1111, 375]) {
      await page.setViewportSize({ width, height: 900 });
      await drawnCharts(explorer);
      await sharpCharts(explorer, ratio);
    }
  });
}

scenario("charts take the colours of the page when these change", {}, async ({ open, page }) => {
  const explorer = await open(`${PAGE}#kpi?i=icpc-in-time`);
  const [white, dark] = [
    [255, 255, 255],
    [11, 12, 12],
  ];
  const changes = [
    [{ colorScheme: "dark" }, dark],
    [{ colorScheme: "dark", media: "print" }, white],
    [{ forcedColors: "active" }, white],
    [{ colorScheme: "dark" }, dark],
    [{ colorScheme: "light" }, white],
  ];
  for (const [media, ground] of changes) {
    await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null, ...media });
    await until(
      () => explorer.pictures(),
      (pictures) => {
        for (const { corner } of pictures) assert.deepEqual(corner, [...ground, 255], JSON.stringify(media));
      },
    );
    await drawnCharts(explorer);
  }
});

const GROUNDS = [
  "#fffbe6",
  "hsl(200 50% 95%)",
  "oklch(0.97 0.01 250)",
  "color-mix(in srgb, white 90%, blue)",
  "transparent",
];
for (const ground of GROUNDS) {
  scenario(`charts can be read on the ground that the page gives them: ${ground}`, {}, async ({ open, server }) => {
    server.put("/own.css", `kpi-explorer { --kpi-ground: ${ground}; }`);
    const scripts = `<link rel="stylesheet" href="/own.css"><script src="${SCRIPT}" defer></script>`;
    server.put("/host.html", hostPage({ scripts }));
    const explorer = await open("/host.html#kpi?i=icpc-in-time");
    await drawnCharts(explorer);
    for (const { corner } of await explorer.pictures()) {
      const [red, green, blue, opacity] = corner;
      assert(opacity === 0 || Math.min(red, green, blue) > 200, `dark on a light page: ${corner}`);
    }
  });
}

for (const width of [1280, 320]) {
  for (const scheme of ["light", "dark"]) {
    const context = { viewport: { width, height: 900 }, colorScheme: scheme };
    scenario(`axe finds nothing at ${width} pixels, ${scheme}`, { context }, async ({ page, open }) => {
      for (const view of Object.keys(VIEWS)) {
        await opened(view, open);
        await page.evaluate(AXE);
        const found = await page.evaluate(
          (values) => window.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] }),
          RULES,
        );
        const told = found.violations.map(
          ({ id, help, nodes }) =>
            `${id}: ${help}: ${nodes
              .map((node) => node.html)
              .slice(0, 3)
              .join(" ")}`,
        );
        assert.deepEqual(told, [], view);
      }
    });
  }
}

scenario("print has the figures and nothing to choose", {}, async ({ page, open }) => {
  await page.emulateMedia({ media: "print" });
  for (const view of Object.keys(VIEWS)) {
    const explorer = await opened(view, open);
    assert(await explorer.sentence.isVisible());
    assert(await explorer.table.isVisible());
    for (const role of ["radio", "checkbox", "combobox", "searchbox"]) {
      assert.equal(await explorer.element.getByRole(role).count(), 0, `${view} prints a ${role}`);
    }
    // A head that sorts its column is printed as its words.
    const buttons = explorer.element.getByRole("button");
    assert.equal(await buttons.count(), await explorer.element.getByRole("columnheader").getByRole("button").count());
    assert.equal(await explorer.back.count(), 0, "a link back is of no use on paper");
    assert.deepEqual(await explorer.element.evaluate(clashes), [], view);
  }
});

scenario("text that is twice as large stays within the page", {}, async ({ page, open, server }) => {
  server.put("/www/page.css", "html { font-size: 200%; } body { margin: 0; }");
  await page.setViewportSize({ width: 640, height: 900 });
  const explorer = await open(`${PAGE}#kpi?i=icpc-in-time`);
  await drawnCharts(explorer);
  assert(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
  assert.deepEqual(await explorer.element.evaluate(clashes), []);
});

async function opened(view, open) {
  const explorer = await open(PAGE + VIEWS[view]);
  await eventually(() => explorer.heading.textContent(), view);
  return explorer;
}

/** Waits until every chart is drawn in the width that there is for it. */
const drawnCharts = (explorer) =>
  until(
    () => explorer.pictures(),
    (pictures) => {
      for (const { box, room, drawn } of pictures) {
        assert(Math.abs(box.width - room) < 1, `a chart is ${box.width} wide where there are ${room} pixels`);
        assert(drawn > 0.005, `drawn on ${drawn} of the chart`);
      }
    },
  );

/** Waits until every chart has one pixel of its own for each of the screen's. */
const sharpCharts = (explorer, ratio) =>
  until(
    () => explorer.pictures(),
    (pictures) => {
      for (const { width, height, box } of pictures) {
        // Browsers move the edges of a picture to whole pixels of the screen.
        const screen = (from, to) => Math.round(to * ratio) - Math.round(from * ratio);
        const [across, down] = [screen(box.left, box.right), screen(box.top, box.bottom)];
        assert.deepEqual([width, height], [across, down], `on ${box.width} by ${box.height} pixels of the page`);
      }
    },
  );
