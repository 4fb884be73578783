// Reads CSV by the letter of RFC 4180.

/** Each row by its headings. */
export function rows(text) {
  const all = [];
  let row = [];
  for (let rest = text; rest; ) {
    const [whole, quoted, plain, end] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest) ?? [];
    if (whole === undefined) throw new Error(`this is not CSV: ${rest.slice(0, 60)}`);
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    rest = rest.slice(whole.length);
    if (end !== ",") {
      all.push(row);
      row = [];
    }
  }
  const [headings, ...body] = all;
  return body.map((cells) => {
    if (cells.length !== headings.length) throw new Error(`another width than the headings': ${cells}`);
    return Object.fromEntries(headings.map((heading, at) => [heading, cells[at]]));
  });
}
