// A page of a council's website with the explorer on it.

import { FIGURES, SCRIPT } from "./checkout.mjs";

/**
 * @param attributes of the element
 * @param scripts in the head, as they are
 * @param body what stands in place of the one element
 */
export function hostPage({ attributes = "", scripts = `<script src="${SCRIPT}" defer></script>`, body } = {}) {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>Children's services</title>
${scripts}
</head>
<body>
<h1>Children's services</h1>
<p><a href="#before">Before</a></p>
${body ?? element(attributes)}
<p><a href="#after">After</a></p>
</body>
</html>`;
}

/** One element with a plain table inside, as long as there is nothing better. */
export const element = (attributes = "", src = FIGURES) => `<kpi-explorer src="${src}" ${attributes}>
<table><caption>Plain figures</caption><tr><th scope="row">Isle of Wight</th><td>70%</td></tr></table>
</kpi-explorer>`;
