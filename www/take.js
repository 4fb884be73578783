// What a reader takes away, by the hands of the browser: files, the clipboard, the printer. The program says what; a browser
// says of none of it whether it was done.

/** Milliseconds that a browser has to read what it saves. */
const KEPT = 60_000;

/**
 * Whether the page is in a sandbox that does not, or may not, allow something: the browser then does nothing, and says so
 * on its console alone.
 */
function isConfined(allowed) {
  const sandbox = frameElement?.getAttribute("sandbox");
  // Of a frame from elsewhere nothing can be known but that it has no origin. Nor has a file on a disk.
  return sandbox == null ? origin === "null" && location.protocol !== "file:" : !sandbox.split(" ").includes(allowed);
}

function save(blob, name) {
  const link = make("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}

class Hands {
  constructor(life) {
    this.life = life;
    this.parts = [];
  }

  /** Adds to the file that is saved next: the program never holds the whole of a long one. */
  part(text) {
    this.parts.push(text);
  }

  /** Saves the parts as a file; whether the page around may forbid it. */
  save(name, type) {
    save(new Blob(this.parts.splice(0), { type }), name);
    return isConfined("allow-downloads");
  }

  /** Saves what is drawn on a canvas. */
  saveCanvas(canvas, name) {
    canvas.toBlob((blob) => blob && save(blob, name));
    return isConfined("allow-downloads");
  }

  /** Saves the figures that the page itself has, as they are there. */
  saveFigures(name) {
    this.part(this.life.text() ?? "");
    return this.save(name, "application/json");
  }

  /** Saves an offline copy, once the program is not at work any more: it is asked which files there are. */
  saveCopy() {
    queueMicrotask(() => this.life.saveCopy());
    return isConfined("allow-downloads");
  }

  print() {
    print();
    return isConfined("allow-modals");
  }

  /** Prints every indicator that is listed, once the program is not at work any more and what it says of it is seen. */
  report() {
    whenIdle(() => report(this.life));
    return isConfined("allow-modals");
  }

  printReport() {
    printReport(this.life, this.parts.splice(0));
  }

  address() {
    return location.href;
  }

  /**
   * Copies a text, and what it is in a spreadsheet, where that is more: by way of a field that is there for this moment.
   * Where the browser refuses, the field stays with the text selected for as long as the reader stays in it, and false
   * comes back.
   *
   * The copy event takes both kinds at once, in every browser, on pages without a secure connection and in frames; the
   * newer navigator.clipboard wants the one, and where a frame's policy refuses the other, that is reported.
   */
  copy(text, html) {
    const { page, host } = this.life;
    const before = host.shadowRoot.activeElement;
    const field = make("textarea");
    field.readOnly = true;
    field.ariaLabel = wordsOf(this.life).copied;
    field.value = text;
    field.addEventListener("copy", (event) => {
      if (!html) return;
      event.preventDefault();
      event.clipboardData.setData("text/plain", text);
      event.clipboardData.setData("text/html", html);
    });
    page.querySelector(".take").append(field);
    field.focus();
    field.select();
    if (document.execCommand("copy")) {
      field.remove();
      before?.focus();
      return true;
    }
    field.addEventListener("blur", () => field.remove());
    return false;
  }
}
