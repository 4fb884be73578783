// Where things are in the checkout.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../../../", import.meta.url);

/** The figures of the demo, as a path in the checkout and on the test server. */
export const FIGURES = "/www/data/isle-of-wight-2020-21.kpi.json";
/** The program. */
export const SCRIPT = "/pkg/kpi-explorer.js";
/** The page of its own, its parts in files of their own. */
export const PAGE = "/index.html";
/** The same page with everything inside it. */
export const WHOLE_PAGE = "/pkg/index.html";

export const located = (path) => fileURLToPath(new URL(`.${path}`, ROOT));

export const read = (path) => readFile(located(path));

export const readJson = async (path) => JSON.parse(await read(path));
