// Firefox, as the system has it, and one page in it.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Connection } from "./bidi.mjs";
import { tellReports } from "./reading.mjs";

/** Automation relaxes the first, and what cannot work from a file would seem to. */
const PREFERENCES = {
  "security.fileuri.strict_origin_policy": true,
  "browser.shell.checkDefaultBrowser": false,
};

export class Firefox {
  #process;
  #profile;
  #connection;

  /** @param proxy where all requests go, loopback too: `127.0.0.1:9`, where nobody answers */
  static async launch({ proxy } = {}) {
    const program = process.env.KPI_FIREFOX;
    assert(program, "KPI_FIREFOX has to name the browser; `cargo xtask test` does that");
    const firefox = new Firefox();
    firefox.#profile = await mkdtemp(join(tmpdir(), "kpi-explorer-firefox-"));
    await writeFile(
      join(firefox.#profile, "user.js"),
      preferences(proxy ? { ...PREFERENCES, ...HIJACK } : PREFERENCES),
    );
    const options = ["--headless", "--no-remote", "--profile", firefox.#profile, "--remote-debugging-port", "0"];
    firefox.#process = spawn(program, options, { stdio: ["ignore", "ignore", "pipe"] });
    firefox.#connection = await Connection.open(`${await address(firefox.#process)}/session`);
    const through = { proxyType: "manual", httpProxy: proxy, sslProxy: proxy };
    await firefox.#connection.send("session.new", { capabilities: { alwaysMatch: proxy ? { proxy: through } : {} } });
    return firefox;
  }

  /** The page that is there from the start. */
  async page() {
    const { contexts } = await this.#connection.send("browsingContext.getTree");
    const page = new FirefoxPage(this.#connection, contexts[0].context);
    // Away from the browser's own first page and what it asks for.
    await page.visit("about:blank");
    await page.listen();
    return page;
  }

  async close() {
    const exited = new Promise((resolve) => this.#process.once("exit", resolve));
    await this.#connection.send("browser.close").catch(() => this.#process.kill());
    await exited;
    this.#connection.close();
    await rm(this.#profile, { recursive: true, force: true });
  }
}

const HIJACK = { "network.proxy.allow_hijacking_localhost": true };

const preferences = (all) =>
  Object.entries(all)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join("");

/** What Firefox prints once it listens. */
async function address(process) {
  for await (const line of createInterface(process.stderr)) {
    const [, found] = /^WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? [];
    if (found) {
      process.stderr.resume();
      return found;
    }
  }
  throw new Error("Firefox ended before it listened");
}

export class FirefoxPage {
  /** Addresses that the page asked for, but for what stands in the address itself. */
  requests = [];
  problems = [];
  #connection;
  #context;

  constructor(connection, context) {
    this.#connection = connection;
    this.#context = context;
  }

  async listen() {
    this.#connection.on("network.beforeRequestSent", ({ request }) => {
      if (!request.url.startsWith("data:")) this.requests.push(request.url);
    });
    this.#connection.on("log.entryAdded", ({ level, text }) => {
      if (["error", "warn"].includes(level)) this.problems.push(`${level}: ${text}`);
    });
    await this.#connection.send("script.addPreloadScript", { functionDeclaration: `${tellReports}` });
    await this.#connection.send("session.subscribe", { events: ["network.beforeRequestSent", "log.entryAdded"] });
  }

  visit(url) {
    return this.#connection.send("browsingContext.navigate", { context: this.#context, url, wait: "complete" });
  }

  back() {
    return this.#connection.send("browsingContext.traverseHistory", { context: this.#context, delta: -1 });
  }

  /** Calls a function in the page, with nodes that `find` gave or without. */
  async evaluate(body, ...nodes) {
    const functionDeclaration = `async (...nodes) => JSON.stringify(await (${body})(...nodes))`;
    const called = await this.#connection.send("script.callFunction", {
      functionDeclaration,
      arguments: nodes,
      target: { context: this.#context },
      awaitPromise: true,
    });
    assert.equal(called.type, "success", called.exceptionDetails?.text);
    return called.result.value === undefined ? undefined : JSON.parse(called.result.value);
  }

  /** The root of the first explorer, once it has one. */
  async root() {
    const called = await this.#connection.send("script.evaluate", {
      expression: 'document.querySelector("kpi-explorer").shadowRoot',
      target: { context: this.#context },
      awaitPromise: false,
      resultOwnership: "root",
    });
    return called.result?.sharedId && { sharedId: called.result.sharedId };
  }

  /** Everything in the explorer with a role, and a name if there is one to ask for. */
  async find(role, name) {
    const root = await this.root();
    if (!root) return [];
    const { nodes } = await this.#connection.send("browsingContext.locateNodes", {
      context: this.#context,
      locator: { type: "accessibility", value: name === undefined ? { role } : { role, name } },
      startNodes: [root],
    });
    return nodes.map(({ sharedId }) => ({ sharedId }));
  }

  /** A click by the mouse, not by a script. */
  async click(role, name) {
    const [node] = await this.find(role, name);
    assert(node, `there is no ${role} “${name}”`);
    await this.evaluate((element) => element.scrollIntoView({ block: "center" }), node);
    const actions = [
      { type: "pointerMove", x: 0, y: 0, origin: { type: "element", element: node } },
      { type: "pointerDown", button: 0 },
      { type: "pointerUp", button: 0 },
    ];
    const mouse = { type: "pointer", id: "mouse", actions };
    await this.#connection.send("input.performActions", { context: this.#context, actions: [mouse] });
  }

  /** The page on A4, with 10 mm of margin. */
  async pdf() {
    const { data } = await this.#connection.send("browsingContext.print", {
      context: this.#context,
      page: { width: 21, height: 29.7 },
      margin: { top: 1, bottom: 1, left: 1, right: 1 },
    });
    return Buffer.from(data, "base64");
  }

  async screenshot() {
    const { data } = await this.#connection.send("browsingContext.captureScreenshot", { context: this.#context });
    return Buffer.from(data, "base64");
  }
}
