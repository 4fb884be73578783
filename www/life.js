// One element from when it is put into a page until it is taken out: its files, its messages, its side of the program.

/** The life whose choices stand in the page's address under the name `kpi`. */
let leader;

/** What a reader does to an element: the chart hears the first, controls hear the others. */
const TOUCHES = ["pointermove", "pointerdown", "keydown", "focusin", "click", "input", "change"];

/** In widths of an "m", as the stylesheet has it: a phone, or a column beside the text. */
const NARROW = 42;

/** The slot of what is shown, in plain elements: there is none of that name, so that only a page without the root shows it. */
const MIRROR = "kpi-mirror";
/** The slot of its charts, for every page without the program: what is drawn on a canvas nobody saves. */
const CHARTS = "kpi-charts";

/** Cells of which plain ones are made at each change. */
const MIRRORED = 5_000;

/** Where a file lies that stands beside another. */
const beside = (source, path) => source.replace(/[?#].*/s, "").replace(/[^/]*$/, "") + path;

const tell = (host, type, detail) =>
  host.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));

/** What a file's bytes add up to; undefined where the browser does not compute it: without a secure connection. */
const sha256 = async (bytes) => {
  const sum = await crypto.subtle?.digest("SHA-256", bytes);
  return sum && Array.from(new Uint8Array(sum), (byte) => byte.toString(16).padStart(2, "0")).join("");
};

class Life {
  constructor(host) {
    this.host = host;
    this.notice = notice(this);
    /** What was put into the element for those who save the page. */
    this.kept = new Set();
    this.hands = new Hands(this);
    // These listeners end with the element.
    for (const touch of TOUCHES) host.addEventListener(touch, () => (acting = this), true);
  }

  /** The language of what is shown; of the page around where nothing is. */
  get lang() {
    return (this.page?.querySelector("[lang]") ?? this.host.closest("[lang]"))?.lang ?? "";
  }

  /** The program's side. Whoever asks for it is about to call it. */
  get widget() {
    acting = this;
    return this.living;
  }

  /** Whether the element is in a page. */
  get entered() {
    return lives.has(this);
  }

  enter() {
    // An element that is moved leaves and enters, and hears that it has left when both are done.
    if (this.entered) return;
    lives.add(this);
    leader ??= this;
    const { name } = this;
    const isAddressed = name && location.hash.slice(1).split(";").some((part) => part.startsWith(`${name}?`));
    // In a page that was saved: what it showed then.
    if (!isAddressed) this.begin ??= this.payload?.dataset.state;
    this.load();
  }

  leave() {
    const { widget, page, host } = this;
    this.stop();
    this.notice.unsay();
    this.forget();
    lives.delete(this);
    if (leader === this) leader = undefined;
    this.living = this.page = this.state = this.said = this.fragment = this.told = undefined;
    // Behind an empty root the element's own content would stay hidden.
    if (page) host.shadowRoot.replaceChildren(make("slot"));
    // Last, because a program that dies of it must not keep the element.
    widget?.close();
    widget?.free();
    // Nor does it keep it when it lives on.
    if (acting === this) acting = undefined;
  }

  /** Ends what is under way. */
  stop() {
    for (const request of [this.whole, this.part, this.copying]) request?.abort();
    this.whole = this.part = this.copying = this.wanted = undefined;
  }

  /** Loads the figures anew. Until they are there, what is shown stays. */
  load() {
    const text = this.text();
    const source = (text === undefined && this.host.getAttribute("src")) || "";
    const read = (file) => {
      const wrong = this.widget.read(file);
      if (wrong) return wrong;
      mark("kpi:data");
      this.source = source;
      this.part?.abort();
      this.part = this.wanted = undefined;
      this.forget();
      // What stands in the page need not stand there twice.
      if (file.length <= PLANTED && (text === undefined || this.data)) this.bytes = file;
      this.widget.describe(source, file.changed);
      this.show();
      const told = (this.told = {});
      // The figures first.
      requestAnimationFrame(async () => {
        const digits = await sha256(file);
        if (this.told === told) this.widget.add_up(digits);
      });
    };
    this.use("whole", { text, source, read, again: () => this.load() });
  }

  /** The figures that the page itself has: given by a script, or inside the element. */
  text() {
    const { data, host } = this;
    if (data === undefined || data === null) {
      const { payload } = this;
      return payload && !this.kept.has(payload) ? payload.textContent : undefined;
    }
    return typeof data === "string" ? data : JSON.stringify(data);
  }

  /** Puts the figures in the place of what the page shows: as before in another language, else from their beginning. */
  show(changed) {
    if (changed === "lang") this.begin ??= this.fragment;
    const { host } = this;
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    // An object: a <style> would need the page's permission, a <link> a request.
    root.adoptedStyleSheets = [this.program.sheet];
    const heading = document.querySelector("h1");
    const hasHeading = Boolean(heading && !host.contains(heading));
    // Itself the element is of no size before its stylesheet is there.
    const width = host.parentElement?.getBoundingClientRect().width;
    // In a place that is not shown yet there is no width at all.
    const isNarrow = width > 0 && width < NARROW * parseFloat(getComputedStyle(host).fontSize);
    const attribute = (name) => host.getAttribute(name);
    const page = this.widget.show(make("div"), { name: this.name, address: location.hash, begin: this.begin, hasHeading, isNarrow, attribute });
    this.begin = undefined;
    if (this.page) this.page.replaceWith(page);
    else {
      const still = (tag, properties, ...inner) => make(tag, { className: "still", ...properties }, ...inner);
      root.replaceChildren(still("p", {}, wordsOf(this).still), page, still("slot", { name: CHARTS }), still("slot"));
    }
    this.page = page;
    requestAnimationFrame(() => mark("kpi:ready"));
  }

  /** What the element's part of the address is called, if it has one. */
  get name() {
    const { id } = this.host;
    if (this.host.getAttribute("history") === "none") return;
    if (leader === this) return "kpi";
    if (id) return `kpi-${encodeURIComponent(id)}`;
  }

  /** The program says: this is shown. */
  shown(state) {
    this.fragment = state.fragment;
    // Not as JSON: a page may have made that something else.
    const said = Object.values(state).join("\n");
    const isFirst = this.said === undefined;
    const isOther = said !== this.said;
    this.said = said;
    this.state = state;
    this.keepState();
    this.keeping ??= whenIdle(() => {
      this.keeping = undefined;
      if (this.page && this.living) this.keep();
    });
    if (!isOther) return;
    // Whoever hears it may do anything to the element, but not while the program is at work.
    queueMicrotask(() => tell(this.host, isFirst ? "kpi-ready" : "kpi-change", state));
    if (!isFirst) requestAnimationFrame(() => mark("kpi:drawn"));
  }

  /** Shows another state, now or as soon as there are figures. */
  follow(fragment) {
    // Nothing that the program does wrong is an error of the script that asks for it.
    if (this.page && this.living) queueMicrotask(() => this.widget?.follow(fragment));
    else this.begin = fragment;
  }

  /** The program says: the figures of what is looked at are in a file beside the publication, or all are here. */
  want(file) {
    const path = file?.path;
    // It is under way, or was asked for in vain.
    if (path === this.wanted) return;
    this.notice.unsay("part");
    this.part?.abort();
    this.part = undefined;
    this.wanted = path;
    if (file) this.loadPart(file);
  }

  loadPart({ path, hash }) {
    const text = this.parts.find((script) => script.dataset.part === path)?.textContent;
    const read = (file) => {
      const wrong = this.widget.complete(file);
      if (!wrong && text === undefined && file.length <= PLANTED) this.add(json(decoded(file), { part: path }));
      return wrong;
    };
    this.use("part", { text, source: beside(this.source, path), hash, read, again: () => this.loadPart({ path, hash }) });
  }

  /** The publication as it stands in the page: written there, or put there to be saved. */
  get payload() {
    return this.host.querySelector(`:scope > ${FIGURES}:not([data-part])`);
  }

  /** Its other files that stand in the page. */
  get parts() {
    return Array.from(this.host.querySelectorAll(`:scope > ${FIGURES}[data-part]`));
  }

  add(element) {
    this.host.append(element);
    this.kept.add(element);
    return element;
  }

  keepState() {
    const { payload } = this;
    if (payload) payload.dataset.state = this.fragment;
  }

  /** Puts beside what is shown all that a saved page needs. */
  keep() {
    const { page, bytes } = this;
    plant();
    if (bytes) this.add(json(decoded(bytes)));
    this.bytes = undefined;
    this.keepState();
    // An element may have become another.
    for (const other of page.querySelectorAll("[hidden]:not(.rule, .read-out)")) other.hidden = false;
    for (const control of page.querySelectorAll(CONTROLS)) control.hidden = true;
    const put = (slot, ...what) => {
      const place = this.host.querySelector(`:scope > [slot=${slot}]`) ?? this.add(make("div", { slot }));
      place.replaceChildren(...what);
    };
    put(MIRROR, ...(page.querySelectorAll("td").length < MIRRORED ? mirrored(this) : []));
    put(CHARTS, ...pictures(this));
  }

  /** Takes away what was put beside. */
  forget() {
    delete this.payload?.dataset.state;
    for (const element of this.kept) element.remove();
    this.kept.clear();
    this.bytes = undefined;
  }

  /** Gives a file to the program, or says why there is none. A later file of its kind takes its place. */
  async use(kind, { text, source, hash, read, again }) {
    this[kind]?.abort();
    const request = (this[kind] = new AbortController());
    const isLate = () => this[kind] !== request;
    const file = this.file(request, text, source, hash);
    // Of interest only when there is a program to put it into words.
    file.catch(() => {});
    let program;
    try {
      // It is made ready while the file is on its way.
      acting = this;
      program = await start();
    } catch (error) {
      request.abort();
      if (!isLate()) return this.fail("program", wordsOf(this).unavailable, { kind, source, cause: ` ${error}` });
      // It has died while it started, and that is said already, but for the console.
      throw error;
    }
    if (isLate()) return;
    this.program = program;
    acting = this;
    this.living ??= new program.Widget(this);
    let code = "file";
    const wrong = await file.then(
      (file) => isLate() || read(file),
      (fault) => isLate() || this.widget.explain((code = fault.code), fault.status, source),
    );
    if (isLate()) return;
    if (wrong) return this.fail(code, wrong, { kind, source, again });
    // The button that was pressed is gone. A whole that is there makes up for everything.
    if (this.notice.unsay(kind === "part" ? kind : undefined)) this.page.querySelector("h2[tabindex]")?.focus();
  }

  async file(request, text, source, hash) {
    if (text !== undefined) return new TextEncoder().encode(text);
    if (!source) throw new Fault("no-source");
    const bar = progress(this.place, wordsOf(this));
    try {
      return await download(source, request, hash, bar.heard);
    } finally {
      bar.end();
    }
  }

  /** Where something is said: above what is shown. */
  get place() {
    return this.page ? this.host.shadowRoot : this.host;
  }

  /** Says what is wrong with which `kind` of file. What is shown stays. */
  fail(code, message, { kind, source, again, cause = "" }) {
    // What the server does not give, or nobody can read, is no use to a reader either.
    this.notice.say(this.place, { kind, message, source: ["status", "file"].includes(code) ? "" : source, again });
    tell(this.host, "kpi-error", { code, message: message + cause });
  }

  saveCopy(which) {
    return saveCopy(this, which);
  }

  /** The program's instance has trapped. What it has shown stays, without what only a living one can do. */
  died(isCulprit) {
    this.stop();
    this.living = this.told = undefined;
    this.begin ??= this.fragment;
    for (const control of this.page?.querySelectorAll("input, select, button, a[href^='#']") ?? []) {
      control.disabled = true;
      control.removeAttribute("href");
    }
    const again = () => this.load();
    if (isCulprit) this.fail("died", wordsOf(this).died, { source: this.source, again });
    else again();
  }
}
