// Where things stand in one another's way. Runs inside the page.

/** What overlaps what, in words: text and controls, text and other text, figures that run into each other. */
export function clashes(host) {
  const root = host.shadowRoot;
  /** What is there for listeners alone. */
  const unseen = [...root.querySelectorAll("*")].filter((element) => getComputedStyle(element).clipPath !== "none");
  const isSeen = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && !unseen.some((hidden) => hidden.contains(element));
  /** What a scrolling region shows of it. */
  const clipped = (box, element) => {
    const frame = element.closest("[role=region][tabindex]")?.getBoundingClientRect();
    if (!frame) return box;
    const [left, right] = [Math.max(box.left, frame.left), Math.min(box.right, frame.right)];
    return { left, right, top: box.top, bottom: box.bottom };
  };

  const texts = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const words = node.textContent.trim();
    if (!words || !isSeen(element)) continue;
    const range = document.createRange();
    // Without the spaces at its ends, which show nothing.
    range.setStart(node, node.textContent.indexOf(words));
    range.setEnd(node, node.textContent.indexOf(words) + words.length);
    for (const line of range.getClientRects()) {
      const box = clipped(line, element);
      if (box.right - box.left > 1) texts.push({ element, words, box });
    }
  }
  const controls = [...root.querySelectorAll("input, select, button, canvas")].filter(isSeen).map((element) => ({
    element,
    words: element.labels?.[0]?.textContent ?? element.localName,
    box: clipped(element.getBoundingClientRect(), element),
  }));

  const found = [];
  const say = (what, one, other) => found.push(`${what}: "${one.words}" and "${other.words}"`);
  const overlap = (one, other) => {
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    return { across, down };
  };
  controls.forEach((control, at) => {
    for (const other of [...texts, ...controls.slice(at + 1)]) {
      if (control.element.contains(other.element)) continue;
      const { across, down } = overlap(control.box, other.box);
      if (across > 1 && down > 1) say("overlap", control, other);
    }
  });
  texts.forEach((text, at) => {
    for (const other of texts.slice(at + 1)) {
      if (text.element === other.element) continue;
      const { across, down } = overlap(text.box, other.box);
      // The boxes of lines may overlap where their letters do not.
      const lines = Math.min(text.box.bottom - text.box.top, other.box.bottom - other.box.top);
      if (down < lines / 2) continue;
      if (across > 1) say("overlap", text, other);
      const figures = /\d/.test(text.words) && /\d/.test(other.words);
      if (figures && Math.abs(across) < 2) say("without a gap", text, other);
    }
  });
  const { left, right } = host.getBoundingClientRect();
  for (const { words, box } of [...texts, ...controls]) {
    if (box.left < left - 1 || box.right > right + 1) found.push(`outside the element: "${words}"`);
  }
  return found;
}
