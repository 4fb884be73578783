// The custom element. The browser wants its class as a JavaScript class and compiles WebAssembly for JavaScript alone;
// everything else is the program's. The build puts PROGRAM (the program as text), decode() (to its bytes),
// SHEET (the stylesheet) and glue() (wasm-bindgen's script, which returns what starts the program's bytes) in front of this
// text.

const mark = (name) => performance.mark(name);

/** The program, compiled and started once for all elements of the page. */
let program;
/** The element whose choices the page's address shows. */
let leader;
const start = () => (program ??= instantiate());

async function instantiate() {
  const bindings = glue();
  await bindings(decode(PROGRAM));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SHEET);
  return { Widget: bindings.Widget, sheet };
}

function define() {
  // A second copy of this script, or a page that has the name for something else.
  if (customElements.get("kpi-explorer")) return;

  class KpiExplorer extends HTMLElement {
    static observedAttributes = ["src", "indicator", "period", "compare", "history", "lang"];
    #widget;
    #told = false;

    connectedCallback() {
      start().then(
        ({ Widget, sheet }) => {
          // The element may have left the page meanwhile, or left and come back.
          if (!this.isConnected || this.#widget) return;
          leader ??= this;
          this.#widget = new Widget(this, sheet, leader === this);
          this.#widget.load();
        },
      ).catch((error) => this.#unavailable(error));
    }

    disconnectedCallback() {
      // Moved within the page it is connected again by now, and nothing needs to end.
      queueMicrotask(() => {
        if (this.isConnected || !this.#widget) return;
        this.#widget.close();
        this.#widget.free();
        this.#widget = undefined;
        if (leader === this) leader = undefined;
      });
    }

    attributeChangedCallback(name, before, now) {
      if (before !== now) this.#widget?.changed(name);
    }

    /** What is shown: { view, indicator, period, compare, methods }. */
    get state() {
      return this.#widget?.state;
    }

    /** The figures that are shown as CSV; all of them for "all". Undefined before there are figures. */
    toCSV(which = "shown") {
      return this.#widget?.csv(which === "all");
    }

    /** A chart that is shown as SVG, by its position on the page. Undefined where there is none. */
    toSVG(chart = 0) {
      return this.#widget?.svg(chart);
    }

    /** A promise of a chart as a PNG in a Blob, twice as fine as on a plain screen; of null where there is none. */
    toPNG(chart = 0) {
      return new Promise((done) => (this.#widget ? this.#widget.png(chart, done) : done(null)));
    }

    /** The program cannot start (a policy without wasm-unsafe-eval, a very old browser): the plain figures stay. */
    #unavailable(error) {
      if (this.#told || !this.isConnected) return;
      this.#told = true;
      const message = "The charts cannot be shown here. The figures below are complete.";
      const notice = document.createElement("p");
      notice.setAttribute("role", "status");
      notice.textContent = message;
      this.prepend(notice);
      const detail = { code: "program", message: `${message} ${error}` };
      this.dispatchEvent(new CustomEvent("kpi-error", { bubbles: true, composed: true, detail }));
    }
  }

  customElements.define("kpi-explorer", KpiExplorer);
}

mark("kpi:start");
// The element's children (the plain figures, inline data) have to be there.
if (document.readyState === "loading") {
  document.addEventListener("DOMContentLoaded", define, { once: true });
} else {
  define();
}
