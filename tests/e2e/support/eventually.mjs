// Waiting for what a page is about to show, instead of for some time.

import { deepStrictEqual } from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";

/** Milliseconds that a page is given. Far more than it needs, because a test may share its processor. */
export const LIMIT = 10_000;

/** Reads again and again until `holds` does not throw; then gives what was read. */
export async function until(read, holds) {
  const end = performance.now() + LIMIT;
  for (;;) {
    const found = await read();
    try {
      holds(found);
      return found;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await pause(15);
  }
}

/** Waits until what is read is what was expected; otherwise fails with the difference. */
export const eventually = (read, expected, message) =>
  until(read, (found) => deepStrictEqual(found, expected, message));
