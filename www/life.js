// One element from when it is put into a page until it is taken out: its files, its messages, its side of the program.

/** The life whose choices stand in the page's address under the name `kpi`. */
let leader;

/** What a reader does to an element: the chart hears the first, controls hear the others. */
const TOUCHES = ["pointermove", "pointerdown", "keydown", "focusin", "click", "input", "change"];

/** In CSS pixels: a phone, or a column beside the text. */
const NARROW = 640;

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
    this.load();
  }

  leave() {
    const { widget, page, host } = this;
    this.stop();
    this.notice.unsay();
    lives.delete(this);
    if (leader === this) leader = undefined;
    this.living = this.page = this.state = this.fragment = this.told = undefined;
    // Behind an empty root the element's own content would stay hidden.
    if (page) host.shadowRoot.replaceChildren(make("slot"));
    // Last, because a program that dies of it must not keep the element.
    widget?.close();
    widget?.free();
  }

  /** Ends what is under way. */
  stop() {
    this.whole?.abort();
    this.part?.abort();
    this.whole = this.part = this.wanted = undefined;
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
      return host.querySelector(":scope > script[type='application/json']")?.textContent;
    }
    return typeof data === "string" ? data : JSON.stringify(data);
  }

  /** Puts the figures, from their beginning, in the place of what the page shows. */
  show() {
    const { host } = this;
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    const page = make("div");
    // An object: a <style> would need the page's permission, a <link> a request.
    root.adoptedStyleSheets = [this.program.sheet];
    const heading = document.querySelector("h1");
    const hasHeading = Boolean(heading && !host.contains(heading));
    // Itself the element is of no size before its stylesheet is there.
    const width = host.parentElement?.getBoundingClientRect().width;
    // In a place that is not shown yet there is no width at all.
    const isNarrow = width > 0 && width < NARROW;
    const given = ["lang", "indicator", "period", "compare"].map((name) => host.getAttribute(name) ?? undefined);
    this.widget.show(page, this.name, location.hash, this.begin, hasHeading, isNarrow, ...given);
    this.begin = undefined;
    if (this.page) this.page.replaceWith(page);
    else root.replaceChildren(page);
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
  shown(state, fragment) {
    const before = JSON.stringify(this.state);
    state.fragment = this.fragment = fragment;
    this.state = state;
    const type = before ? "kpi-change" : "kpi-ready";
    // Whoever hears it may do anything to the element, but not while the program is at work.
    if (JSON.stringify(state) !== before) queueMicrotask(() => tell(this.host, type, state));
  }

  /** Shows another state, now or as soon as there are figures. */
  follow(fragment) {
    // Nothing that the program does wrong is an error of the script that asks for it.
    if (this.page && this.living) queueMicrotask(() => this.widget?.follow(fragment));
    else this.begin = fragment;
  }

  /** The program says: the figures of what is looked at are in a file beside the publication, or all are here. */
  want(path, hash) {
    // It is under way, or was asked for in vain.
    if (path === this.wanted) return;
    if (this.wanted) this.notice.unsay();
    this.part?.abort();
    this.part = undefined;
    this.wanted = path;
    if (path) this.loadPart(path, hash);
  }

  loadPart(path, hash) {
    const source = this.source.replace(/[?#].*/s, "").replace(/[^/]*$/, "") + path;
    const read = (file) => this.widget.complete(file);
    this.use("part", { source, hash, read, again: () => this.loadPart(path, hash) });
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
      if (!isLate()) return this.fail("program", wordsOf(this).unavailable, { source, cause: ` ${error}` });
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
    if (wrong) return this.fail(code, wrong, { source, again });
    // The button that was pressed is gone.
    if (this.notice.unsay()) this.page.querySelector("h2[tabindex]")?.focus();
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

  /** Says what is wrong. What is shown stays. */
  fail(code, message, { source, again, cause = "" }) {
    // What the server does not give, or nobody can read, is no use to a reader either.
    this.notice.say(this.place, message, ["status", "file"].includes(code) ? "" : source, again);
    tell(this.host, "kpi-error", { code, message: message + cause });
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
