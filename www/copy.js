// An offline copy: one file with the program, the figures and what is shown, made of the page as it runs.

const COPY_SHEET =
  ":root{color-scheme:light dark;font:100%/1.5 system-ui,Arial,sans-serif}body{max-width:75rem;margin:auto;padding:1rem}" +
  "th,td{padding:.2em 1em .2em 0;border-bottom:1px solid;text-align:start}";

/** Attributes that say what an explorer shows. */
const SAID = ["id", "lang", "history", "indicator", "period", "compare"];

/** By what a policy knows a text: its hash, or the nonce where the browser computes none, without a secure connection. */
async function known(text, nonce) {
  const sum = await crypto.subtle?.digest("SHA-256", encoded(text));
  return sum ? `'sha256-${btoa(String.fromCharCode(...new Uint8Array(sum)))}'` : `'nonce-${nonce}'`;
}

/**
 * The copy as text.
 *
 * @param figures the publication
 * @param parts its other files: paths and texts
 */
async function copyOf(life, figures, parts) {
  const { host, fragment, payload } = life;
  const words = wordsOf(life);
  let about = {};
  try {
    about = JSON.parse(figures);
  } catch {
    // What of a damaged file can be shown is shown, and the page's own title does.
  }
  const title = String(about.title || document.title);
  const from = payload?.dataset.from ?? (/^http/.test(location.href) ? location.href : "");
  const now = new Date();
  const today = new Date(now - 60_000 * now.getTimezoneOffset()).toISOString().slice(0, 10);
  const note = [];
  for (const [text, date] of [[words.copy, today], [words.published, `${about.published}`]]) {
    // The program's words; it may have gone while files were on their way.
    const said = life.living && life.widget.date(date);
    if (said) note.push(text.replace("{}", said));
  }
  if (from) note.push(words.from.replace("{}", from));

  // In a document without a window nothing is fetched, run, or made an explorer.
  const copy = document.implementation.createHTMLDocument(title);
  const add = (place, tag, attributes = {}, ...children) => {
    const element = copy.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    place.append(element);
    return element;
  };
  const { head, body } = copy;
  copy.documentElement.lang = words.lang;
  const meta = (attributes) => add(head, "meta", attributes);
  meta({ charset: "utf-8" });
  const policy = meta({ "http-equiv": "Content-Security-Policy" });
  meta({ name: "viewport", content: "width=device-width" });
  add(head, "link", { rel: "icon", href: "data:," });
  const main = add(body, "main");
  add(main, "p", {}, [title, about.publisher?.name].filter(Boolean).join(", "), ". ", note.join(" "));
  const said = SAID.filter((name) => host.hasAttribute(name)).map((name) => [name, host.getAttribute(name)]);
  const element = add(main, "kpi-explorer", Object.fromEntries(said));
  element.append(json(figures, { state: fragment, from }), ...parts.map(([part, text]) => json(text, { part })));
  element.append(...Array.from(host.childNodes).filter((node) => !node.slot).flatMap(plain));
  add(element, "div", { slot: MIRROR }, ...mirrored(life));
  add(element, "div", { slot: CHARTS }, ...pictures(life));
  const nonce = crypto.getRandomValues(new Uint32Array(4)).join("");
  const allowed = crypto.subtle ? {} : { nonce };
  add(body, "script", allowed, program());
  const [scripts, styles] = [await known(program(), nonce), await known(COPY_SHEET, nonce)];
  policy.content =
    `default-src 'none'; script-src ${scripts} 'wasm-unsafe-eval'; style-src ${styles}; img-src data: blob:; ` +
    "base-uri 'none'; form-action 'none'";
  // As an element it would be reported by the policy of this page.
  const style = `<style nonce="${allowed.nonce ?? ""}">${COPY_SHEET}</style>`;
  return { title, text: `<!doctype html>\n${copy.documentElement.outerHTML.replace("</head>", `${style}$&`)}` };
}

/** Of more files no server is asked how large they are. */
const MOST_SIZED = 100;

/** By path how many bytes each file has, where the server says it; else no number. */
async function sizes(source, files) {
  if (files.length > MOST_SIZED) return new Map();
  const sizeOf = async ({ path }) => {
    const { ok, headers } = await fetch(beside(source, path), { method: "HEAD" }).catch(() => ({}));
    return [path, (ok && Number(headers.get("content-length"))) || NaN];
  };
  return new Map(await Promise.all(files.map(sizeOf)));
}

/** Asks which files a copy shall have; gives one of `choices`, or nothing. */
async function asked(life, choices) {
  const words = wordsOf(life);
  const dialog = make("dialog", { className: "kpi", ariaLabel: words.which }, make("p", {}, words.which));
  const choose = (text, value) => {
    const button = make("button", { type: "button", onclick: () => dialog.close(value) }, text);
    dialog.append(button);
    return button;
  };
  const bytes = sizes(life.source, choices.all);
  for (const [name, files] of Object.entries(choices)) {
    const counted = files.length === 1 ? words.oneFile : words.files.replace("{}", files.length);
    const button = choose(`${words[name]} (${counted})`, name);
    bytes.then((bytes) => {
      const sum = files.reduce((sum, { path }) => sum + bytes.get(path), 0);
      // Without a word from the server about one of them there is no sum.
      if (sum) button.textContent = `${words[name]} (${counted}, ${sized(sum)})`;
    });
  }
  choose(words.cancel, "");
  life.host.shadowRoot.append(dialog);
  const closed = new Promise((done) => (dialog.onclose = done));
  dialog.showModal();
  await closed;
  dialog.remove();
  return choices[dialog.returnValue];
}

/**
 * Saves an offline copy of what an explorer shows, and gives its name; nothing where the reader thinks better of it.
 *
 * @param which of the figures that are in files beside the publication: "indicator", "topic" or "all"; without, it asks
 */
async function saveCopy(life, which) {
  const { state, source } = life;
  if (!life.living || !life.page) return;
  const choices = {};
  for (const which of state.indicator ? ["all", "indicator", "topic"] : ["all"]) choices[which] = life.widget.lacking(which);
  const files = which ? choices[which] ?? [] : choices.all.length > 0 ? await asked(life, choices) : [];
  if (!files) return;
  const parts = life.parts.map((script) => [script.dataset.part, script.textContent]);
  const request = (life.copying = new AbortController());
  const bar = progress(life.place, { ...wordsOf(life), loading: wordsOf(life).copying });
  let had = 0;
  let address = source;
  const fetched = async (hash) => {
    const bytes = await download(address, request, hash, (more) => bar.heard(had + more));
    had += bytes.length;
    return decoded(bytes);
  };
  try {
    const figures = life.text() ?? life.payload?.textContent ?? (await fetched());
    for (const { path, hash } of files) {
      address = beside(source, path);
      parts.push([path, await fetched(hash)]);
    }
    // The element has left the page meanwhile, or its program has died.
    if (life.copying !== request) return;
    const { title, text } = await copyOf(life, figures, parts);
    life.notice.unsay("copy");
    const name = `${title.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 80)}.html`;
    save(new Blob([text], { type: "text/html" }), name);
    return name;
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    if (life.copying !== request) return;
    const again = () => life.saveCopy(which);
    const message = life.widget.explain(fault.code, fault.status, address);
    life.fail(fault.code, message, { kind: "copy", source: address, again });
  } finally {
    bar.end();
  }
}
