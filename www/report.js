// Every indicator that is listed, on paper: pages that stand in the document for the printer alone, and for no longer than that.

/** Has the program make the pages, when it has been given the files that the indicators lack. Which cannot be had, it says. */
async function report(life) {
  if (!life.living || !life.page) return;
  const bar = progress(life.place, wordsOf(life));
  const asked = life.fragment;
  const files = [];
  let had = 0;
  for (const { path, hash } of life.widget.lacking("listed")) {
    const text = life.partText(path);
    const request = (life.copying = new AbortController());
    try {
      const heard = (more) => bar.heard(had + more);
      const file = text === undefined ? await download(beside(life.source, path), request, hash, heard) : encoded(text);
      files.push([path, file]);
      had += file.length;
    } catch ({ code }) {
      // Who has waited for one in vain need not wait for each.
      if (code === "timeout") break;
    }
    // The element has left the page meanwhile, its program has died, or the reader has gone on to something else.
    if (life.copying !== request || life.fragment !== asked) return bar.end();
  }
  bar.end();
  for (const [path, file] of files) life.complete(path, file);
  life.widget.report(true);
}

/** Prints the page with the pages that the program has put into it, and the charts for which these have places. */
function printReport(life, charts) {
  const pages = life.page.querySelector(".report");
  // Shown by the stylesheet alone: whoever saves the page meanwhile has no use for them.
  pages.hidden = true;
  const places = pages.querySelectorAll(".plot");
  charts.forEach((svg, at) => places[at].replaceChildren(drawn(svg)));
  // Some browsers go on while they print.
  addEventListener("afterprint", () => life.widget?.report(false), { once: true });
  queueMicrotask(() => print());
}
