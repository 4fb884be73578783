// What is said to a reader outside the program's page: what went wrong, and how far a file has come.

const make = (tag, properties, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

/** A place for messages about an element, each with the file itself and another try, where they are offered. */
function notice(life) {
  const words = make("p");
  const link = make("a");
  const file = make("p", {}, link);
  const button = make("button", { type: "button" });
  const box = make("div", {}, words);
  box.setAttribute("role", "alert");
  // What stands there stays, and with it the focus.
  const put = (part, wanted) => {
    if (!wanted) part.remove();
    else if (!part.parentNode) box.append(part);
  };
  return {
    say(place, { kind, message, source, again }) {
      box.dataset.kind = kind;
      const spoken = wordsOf(life);
      box.lang = spoken.lang;
      words.textContent = message;
      link.textContent = spoken.file;
      button.textContent = spoken.again;
      link.href = source;
      put(file, source && ["http:", "https:", "file:"].includes(link.protocol));
      button.onclick = again;
      put(button, again);
      // Among the page's own elements it looks as they do.
      box.className = place.host ? "kpi notice problem" : "";
      if (box.parentNode !== place) place.prepend(box);
    },
    /** Takes the message away, or that of one kind. Tells whether the focus was in it. */
    unsay(kind) {
      if (kind && kind !== box.dataset.kind) return false;
      const had = box.contains(box.getRootNode().activeElement);
      box.remove();
      return had;
    },
  };
}

/** Milliseconds in which nobody wonders whether anything happens. */
const UNNOTICED = 300;

const sized = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

/** Shows how much of a file has come, at the lower edge of what is seen, until `end` is called. */
function progress(place, { lang, loading }) {
  const bar = make("progress");
  const bytes = make("span");
  const box = make("p", { lang }, make("label", {}, `${loading} `, bar), " ", bytes);
  // Nothing that is read moves when it comes and goes.
  Object.assign(box.style, { position: "sticky", bottom: 0, margin: 0, background: "Canvas", color: "CanvasText" });
  const begun = setTimeout(() => place.append(box), UNNOTICED);
  return {
    heard(had, length) {
      if (length) Object.assign(bar, { max: length, value: had });
      bytes.textContent = [had, length].filter(Boolean).map(sized).join(" / ");
    },
    end() {
      clearTimeout(begun);
      box.remove();
    },
  };
}
