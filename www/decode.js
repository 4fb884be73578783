// From PROGRAM, the program as the build wrote it, to the bytes that a browser compiles. The build runs this text once and
// fails unless exactly the program comes back.

const decode = (text) => joined(bytesOf(text));

/** Characters to bytes; xtask/src/bundle/text.rs says how they are written. */
function bytesOf(text) {
  const place = [];
  let letters = 0;
  for (let code = 32; code < 127; code += 1) {
    if (!'"\\<'.includes(String.fromCharCode(code))) place[code] = letters++;
  }
  const single = letters - 2;
  const order = [];
  for (let at = 0; at < single; at += 1) order.push(parseInt(text.slice(2 * at, 2 * at + 2), 16));
  for (let byte = 0; byte < 256; byte += 1) if (!order.includes(byte)) order.push(byte);
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let at = 2 * single; at < text.length; at += 1) {
    let rank = place[text.charCodeAt(at)];
    if (rank >= single) rank = single + (rank - single) * letters + place[text.charCodeAt((at += 1))];
    bytes[length++] = order[rank];
  }
  return bytes;
}

/** Words and their operands together again; xtask/src/bundle/streams.rs says how they were taken apart. */
function joined(split) {
  let at = 0;
  const number = () => (split[at] < 128 ? split[at++] : (split[at++] & 127) + 128 * number());
  const take = (length) => split.subarray(at, (at += length));

  const bytes = new Uint8Array(number());
  // The first two numbers mean that something begins or ends which stands behind its own size.
  const words = [, ,];
  for (let left = number(); left > 0; left -= 1) {
    const [before, behind, width, side] = [number(), number(), number(), number() - 1];
    const more = width & 1 ? 0 : 128;
    words.push({ literal: take(before), suffix: take(behind), width: width >> 1, more, side, runs: [] });
  }
  const text = take(number());
  // The operands of a word are in one run for each neighbour on its side; a word of no side (0) is its own neighbour.
  // Plain loops from here: this runs once, before the browser has optimised it, and iterators would double its time.
  for (let next = 0; next < text.length; next += 1) {
    if (text[next] < 2) continue;
    const word = words[text[next]];
    const neighbour = text[next + word.side];
    const run = word.runs[neighbour] || (word.runs[neighbour] = { uses: 0, at: 0 });
    run.uses += 1;
  }
  words.forEach(({ runs, width }) => runs.forEach((run) => (run.operands = take(run.uses * width))));

  const begun = [];
  let length = 0;
  for (let next = 0; next < text.length; next += 1) {
    if (text[next] < 1) {
      begun.push(length);
    } else if (text[next] < 2) {
      const from = begun.pop();
      const size = [];
      let rest = length - from;
      for (; rest > 127; rest >>= 7) size.push((rest & 127) | 128);
      size.push(rest);
      bytes.copyWithin(from + size.length, from, length);
      bytes.set(size, from);
      length += size.length;
    } else {
      const word = words[text[next]];
      const run = word.runs[text[next + word.side]];
      for (let at = 0; at < word.literal.length; at += 1) bytes[length++] = word.literal[at];
      // The last byte of a number is the one that says that nothing follows.
      for (let left = word.width; left > 0; ) bytes[length++] = run.operands[run.at++] | (--left && word.more);
      for (let at = 0; at < word.suffix.length; at += 1) bytes[length++] = word.suffix[at];
    }
  }
  return bytes;
}
