// One test: a server, a page in Chromium, the explorer on it; and nothing may go wrong that the test does not name.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { PAGE } from "./checkout.mjs";
import { launch, problemsOf } from "./chromium.mjs";
import { LIMIT, until } from "./eventually.mjs";
import { Explorer } from "./explorer.mjs";
import { tellReports } from "./reading.mjs";
import { Server } from "./server.mjs";

/** Started with the first scenario of a file, and one for all of them. */
let browser;

after(() => browser?.close());

/**
 * @param options.policy the page's Content-Security-Policy
 * @param options.expected patterns of the errors that the test brings about; each has to come
 * @param options.context how the browser is set: size, colours, device pixels
 */
export function scenario(name, options, body) {
  const { policy, expected = [], context: settings = {} } = options;
  test(name, async () => {
    browser ??= await launch();
    const server = await Server.start({ policy });
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...settings });
    try {
      await context.addInitScript(tellReports);
      context.setDefaultTimeout(LIMIT);
      const page = await context.newPage();
      const problems = problemsOf(page);
      const explorer = new Explorer(page);
      const visit = (path = PAGE) => page.goto(server.origin + path);
      const open = async (path) => {
        await visit(path);
        await explorer.ready();
        return explorer;
      };
      await body({ context, page, server, explorer, visit, open }).catch((error) => {
        if (problems.length > 0) error.message += `\nOn the console:\n${problems.join("\n")}`;
        throw error;
      });
      await nothingUnexpected(problems, expected);
    } finally {
      await context.close();
      await server.close();
    }
  });
}

async function nothingUnexpected(problems, expected) {
  // What is expected may arrive a moment after its effect.
  await until(
    () => problems.slice(),
    (found) => {
      const lacking = expected.filter((pattern) => !found.some((problem) => pattern.test(problem)));
      assert.deepEqual(lacking, [], "expected on the console");
    },
  );
  const unexpected = problems.filter((problem) => !expected.some((pattern) => pattern.test(problem)));
  assert.deepEqual(unexpected, [], "unexpected on the console");
}
