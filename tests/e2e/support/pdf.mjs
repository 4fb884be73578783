// A page on paper, as a browser prints it to a file.

import { join } from "node:path";
import { inflateSync } from "node:zlib";

/** A4 with 10 mm of margin. KPI_PDF names a folder to look at what is printed. */
export const paper = (name) => {
  const path = process.env.KPI_PDF && join(process.env.KPI_PDF, `${name}.pdf`);
  return { format: "A4", margin: { top: "10mm", bottom: "10mm", left: "10mm", right: "10mm" }, path };
};

/** How many pages a PDF has, and how many pictures of pixels. */
export function pdf(bytes) {
  const text = bytes.toString("latin1") + packed(bytes);
  const count = (pattern) => [...text.matchAll(pattern)].length;
  return { pages: count(/\/Type\s*\/Page\b(?!s)/g), pictures: count(/\/Subtype\s*\/Image\b/g) };
}

/** What some browsers pack: lists of objects. */
function packed(bytes) {
  const text = bytes.toString("latin1");
  return [...text.matchAll(/\/Type\s*\/ObjStm\b[^]*?\bstream\r?\n/g)]
    .map(({ index, 0: { length } }) => inflateSync(bytes.subarray(index + length)).toString("latin1"))
    .join("");
}
