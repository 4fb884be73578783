// The custom element: what a page sees of an explorer. The build puts into one function, in this order: PROGRAM (the program
// as text), SHEET (the stylesheet), glue() (wasm-bindgen's script, which returns what starts the program), and the files of
// this folder, of which this is the last.

/** Marks a moment on the browser's timeline. The last of each name is kept: a page may be open for weeks. */
const mark = (name) => {
  performance.clearMarks(name);
  performance.mark(name);
};

function define() {
  // A second copy of this script, or a page that has the name for something else.
  if (customElements.get("kpi-explorer")) return;

  /** What goes on in each element is not for the page around. */
  const inner = new WeakMap();

  class KpiExplorer extends HTMLElement {
    static get observedAttributes() {
      return ["src", "indicator", "period", "compare", "history", "lang"];
    }

    constructor() {
      super();
      inner.set(this, new Life(this));
    }

    connectedCallback() {
      // What a page has set before there was this class.
      for (const name of ["data", "state"]) {
        if (!Object.hasOwn(this, name)) continue;
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
      inner.get(this).enter();
    }

    disconnectedCallback() {
      const life = inner.get(this);
      queueMicrotask(() => {
        if (!this.isConnected && life.entered) life.leave();
      });
    }

    attributeChangedCallback(name, before, now) {
      const life = inner.get(this);
      if (before === now || !life.entered) return;
      if (name === "src") life.load();
      else if (life.page && life.living) life.show(name);
    }

    /** The figures as KPI JSON, text or object, in place of a file. */
    get data() {
      return inner.get(this).data;
    }

    set data(data) {
      const life = inner.get(this);
      life.data = data;
      if (life.entered) life.load();
    }

    /**
     * What is shown: { view, indicator, period, compare, methods }, and the other choices as the address has them, in
     * `fragment`. Set, what it does not name is as at the beginning.
     */
    get state() {
      return inner.get(this).state;
    }

    set state(state) {
      const { view, indicator, period, compare, methods, fragment = "" } = state ?? {};
      const escaped = (list) => list?.map(encodeURIComponent).join();
      const [i, p] = [indicator, period].map((id) => id && encodeURIComponent(id));
      const all = Object.entries({ v: view, i, p, c: escaped(compare), m: escaped(methods) });
      const named = all.filter(([, value]) => value !== undefined).map((pair) => pair.join("="));
      const others = fragment.replace(/^[^?]*\?/, "").split("&").filter((pair) => !/^[vipcm]=/.test(pair));
      inner.get(this).follow(`kpi?${named.concat(others).join("&")}`);
    }

    /** The figures that are shown as CSV; all of them for "all". Undefined before there are figures. */
    toCSV(which = "shown") {
      return inner.get(this).widget?.csv(which === "all");
    }

    /** A chart that is shown as SVG, by its position on the page. Undefined where there is none. */
    toSVG(chart = 0) {
      return inner.get(this).widget?.svg(chart);
    }

    /** A promise of a chart as a PNG in a Blob, twice as fine as on a plain screen; of null where there is none. */
    toPNG(chart = 0) {
      const canvas = inner.get(this).widget?.canvas(chart);
      return new Promise((done) => (canvas ? canvas.toBlob(done) : done(null)));
    }

    /**
     * Saves an offline copy: one HTML file that shows what is shown here, without a network. Of a publication with files of
     * figures `which` says whose figures are inside: "indicator", "topic" or "all"; without it, the reader is asked.
     * A promise of the file's name; of undefined where there is nothing to copy, or the reader wants no copy.
     */
    saveCopy(which) {
      return inner.get(this).saveCopy(which);
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
