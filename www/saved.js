// What stands beside a live explorer so that the page is of use when somebody saves it: the program, as a script that does
// not run here; the figures; what is shown, in plain elements.

/** The script that runs, where it stands in a page. */
const own = document.currentScript;
/** Bytes of a file that a page is given a second time. Larger ones are in offline copies alone. */
const PLANTED = 2 ** 23;
/** Of no use without the program. Shown by the element's stylesheet, which a saved page has lost until the program runs. */
const CONTROLS = ".filters, .choices, .charts, .courses, .take, .tables > .choice";
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
