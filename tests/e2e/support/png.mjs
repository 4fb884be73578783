// What a PNG says of itself, and whether anything is on it.

import { inflateSync } from "node:zlib";

const SIGNATURE = "89504e470d0a1a0a";

/** Its size, and how many different lines of pixels it has. */
export function png(bytes) {
  if (bytes.subarray(0, 8).toString("hex") !== SIGNATURE) throw new Error("this is no PNG");
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const parts = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT") parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const pixels = inflateSync(Buffer.concat(parts));
  const stride = pixels.length / height;
  const lines = new Set();
  for (let line = 0; line < height; line += 1) {
    lines.add(pixels.toString("latin1", line * stride + 1, (line + 1) * stride));
  }
  return { width, height, lines: lines.size };
}
