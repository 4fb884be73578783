// A web server of a test's own: the checkout, and whatever else the test puts under a path.

import { createServer } from "node:http";
import { extname } from "node:path";
import { read } from "./checkout.mjs";

/** The strictest policy that a council can set with the program still at work. */
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; " +
  "connect-src 'self'";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
};

/** An answer that breaks off before it has said anything. */
export const broken = (_, response) => response.destroy();

/** An answer with a status and a type of its own. */
export const answer =
  (body, { status = 200, type = TYPES[".json"] } = {}) =>
  (_, response) => {
    const length = status === 200 ? { "content-length": Buffer.byteLength(body) } : {};
    response.writeHead(status, { "content-type": type, ...length }).end(body);
  };

/** An answer, or the rest of one, that waits for `release()`. */
export function held(body) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  const handler = async (request, response) => {
    await released;
    if (response.headersSent) response.end(body);
    else answer(body)(request, response);
  };
  return Object.assign(handler, { release });
}

export class Server {
  /** Paths in the order in which they were asked for. */
  requests = [];
  #policy;
  #own = new Map();
  #server = createServer((request, response) => this.#respond(request, response));

  static async start({ policy = POLICY } = {}) {
    const server = new Server();
    server.#policy = policy;
    await new Promise((resolve) => server.#server.listen(0, "127.0.0.1", resolve));
    return server;
  }

  get origin() {
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  /** Puts text, or a handler, under a path in place of what the checkout has there. */
  put(path, what) {
    const plain = typeof what !== "function";
    this.#own.set(path, plain ? answer(what, { type: TYPES[extname(path)] }) : what);
    return this;
  }

  count(path) {
    return this.requests.filter((requested) => requested === path).length;
  }

  async close() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #respond(request, response) {
    const path = decodeURIComponent(new URL(request.url, this.origin).pathname);
    this.requests.push(path);
    if (this.#policy) response.setHeader("content-security-policy", this.#policy);
    // What a test changes on the server has to be seen at once.
    response.setHeader("cache-control", "no-store");
    const own = this.#own.get(path);
    if (own) return own(request, response);
    try {
      answer(await read(path), { type: TYPES[extname(path)] ?? "application/octet-stream" })(request, response);
    } catch {
      answer("There is no such file.", { status: 404, type: "text/plain" })(request, response);
    }
  }
}
