// WebDriver BiDi: the standard's way to drive a browser. playwright-core drives Firefox by a protocol that only its own
// build of Firefox has, and its BiDi asks for commands that the system's Firefox does not know yet.

import WebSocket from "ws";

export class Connection {
  #socket;
  #waiting = new Map();
  #listeners = new Map();
  #last = 0;

  static async open(address) {
    const connection = new Connection();
    connection.#socket = new WebSocket(address);
    connection.#socket.on("message", (message) => connection.#receive(JSON.parse(message)));
    await new Promise((resolve, reject) => connection.#socket.on("open", resolve).on("error", reject));
    return connection;
  }

  send(method, params = {}) {
    this.#last += 1;
    const answered = new Promise((resolve, reject) => this.#waiting.set(this.#last, { resolve, reject, method }));
    this.#socket.send(JSON.stringify({ id: this.#last, method, params }));
    return answered;
  }

  on(event, listener) {
    this.#listeners.set(event, listener);
  }

  close() {
    this.#socket.terminate();
  }

  #receive(message) {
    if (message.type === "event") return this.#listeners.get(message.method)?.(message.params);
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.type === "success") return waiting?.resolve(message.result);
    waiting?.reject(new Error(`${waiting.method}: ${message.error}: ${message.message}`));
  }
}
