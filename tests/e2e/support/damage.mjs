// What happens to files: cut off, patched by hand, copied from a letter, sent through something that knows better. The same
// damage on every run. No digit is changed: that nobody could notice.

/** Numbers that look random and are always the same (mulberry32). */
function numbers(seed) {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** Files that were `text`, each with the words for what happened to it. */
export function damaged(text, count) {
  const next = numbers(2021);
  const structure = [...text].map((letter, at) => ('{}[],:"'.includes(letter) ? at : -1)).filter((at) => at > 0);
  const somewhere = () => structure[next(structure.length)];
  const without = (at, length = 1) => text.slice(0, at) + text.slice(at + length);
  const into = (at, more) => text.slice(0, at) + more + text.slice(at);
  const kinds = [
    (at) => ["cut off", text.slice(0, at)],
    (at) => ["without a sign", without(at)],
    (at) => ["a sign twice", into(at, text[at])],
    (at) => ["a byte of another encoding", bytesInto(text, at, 0xe9)],
    (at) => ["a zero byte", bytesInto(text, at, 0)],
    (at) => ["typographic quotation marks", text.slice(0, at) + text.slice(at, at + 400).replaceAll('"', "\u201d") + text.slice(at + 400)],
    (at) => ["a comma behind the last", text.slice(0, at) + text.slice(at).replace(/\s*\]/, ",]")],
    (at) => ["a comment", into(at, "/* see e-mail */")],
    (at) => ["not a number", text.slice(0, at) + text.slice(at).replace(/: \[\d+/, ": [NaN")],
    (at) => ["a hole", without(at, 200)],
    (at) => ["a web page's end", text.slice(0, at) + "</body></html>"],
    (at) => ["twice the same file", text + text.slice(at)],
  ];
  return Array.from({ length: count }, (_, index) => {
    const at = somewhere();
    const [what, bytes] = kinds[index % kinds.length](at);
    return { what: `${what} at ${at}`, bytes };
  });
}

const bytesInto = (text, at, byte) =>
  Buffer.concat([Buffer.from(text.slice(0, at)), Buffer.from([byte]), Buffer.from(text.slice(at))]);
