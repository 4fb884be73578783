// What stands beside a live explorer so that the page is of use when somebody saves it: the program, as a script that does
// not run here; the figures; what is shown, in plain elements.

/** The script that runs, where it stands in a page. */
const own = document.currentScript;
/** Bytes of a file that a page is given a second time. Larger ones are in offline copies alone. */
const PLANTED = 2 ** 23;
/** Of no use without the program. Shown by the element's stylesheet, which a saved page has lost until the program runs. */
const CONTROLS = ".filters, .find, .choices, .charts, .courses, .take, .tables > .choice, .report";
/** Elements that say something without a stylesheet. */
const SAYING = /^(h\d|p|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tr|th|td)$/;

/** Soon, and in a busy browser within a second. */
const whenIdle = (work) => (window.requestIdleCallback ?? setTimeout)(work, { timeout: 1_000 });

/** The text of this whole script. */
const program = () => `(${kpiExplorer})()`;

const decoded = (bytes) => new TextDecoder().decode(bytes);

/** JSON that stands in a page. */
const FIGURES = "script[type='application/json']";
const json = (text, data) => {
  const script = inert(text.replaceAll("<", "\\u003c"));
  script.type = "application/json";
  Object.assign(script.dataset, data);
  return script;
};

/** A script that is there to be saved: what was begun in a document without a window does not begin again in another. */
function inert(text) {
  const script = make("script", {}, text);
  document.implementation.createHTMLDocument("").body.append(script);
  return script;
}

/** Puts the program into the page, once, unless it stands there already. */
function plant() {
  if (document.querySelector("script[data-kpi]") || (own?.isConnected && !own.src)) return;
  const script = inert(program());
  script.dataset.kpi = "";
  document.head.append(script);
}

/** What a page shows that has lost the program. */
const mirrored = (life) => [make("p", {}, wordsOf(life).still), ...plain(life.page)];

/** The charts that are shown. Not as images, which a page's policy may forbid, and would report. */
function pictures({ widget }) {
  const all = [];
  for (let svg; (svg = widget.svg(all.length)); ) all.push(drawn(svg));
  return all;
}

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"' };
const unescaped = (text) => text.replace(/&(\w+);/g, (_, name) => ENTITIES[name]);

/** The elements of an SVG as the program writes it; to a browser's own parsers a page's policy may object. */
function drawn(svg) {
  let place = document.createDocumentFragment();
  for (const [, isEnd, name, attributes, isWhole, text] of svg.matchAll(/<(\/?)([a-z]+)([^<>]*?)(\/?)>|([^<>]+)/g)) {
    if (text) place.append(unescaped(text));
    else if (isEnd) place = place.parentNode;
    else {
      const made = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [, key, value] of attributes.matchAll(/ ([\w-]+)="([^"]*)"/g)) {
        if (key !== "xmlns") made.setAttribute(key, unescaped(value));
      }
      place.append(made);
      if (!isWhole) place = made;
    }
  }
  return place;
}

/** What is shown, without looks, controls and listeners. */
function plain(node) {
  if (node.nodeType === 3) return [node.data];
  if (node.nodeType !== 1 || node.hidden || node.matches(".live, script, style, template")) return [];
  const inner = Array.from(node.childNodes).flatMap(plain);
  if (!SAYING.test(node.localName)) return [...inner, " "];
  const made = make(node.localName, {}, ...inner);
  for (const name of ["lang", "scope", "colspan"]) {
    if (node.hasAttribute(name)) made.setAttribute(name, node.getAttribute(name));
  }
  return [made];
}
