// A screen with windows and keys, and on it a browser as a reader has it: nothing but the keyboard tells it what to do.

import { execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Milliseconds that a browser has to start, or to write a page, on a processor that others use. */
const PATIENCE = 60_000;
/** Milliseconds after which a key is pressed again. */
const DEAF = 15_000;

async function patiently(read, expected) {
  for (const end = performance.now() + PATIENCE; ; await pause(200)) {
    const found = await read();
    if (found) return found;
    if (performance.now() > end) throw new Error(`in vain: ${expected}`);
  }
}

const ended = (child) => (child.exitCode === null && child.signalCode === null ? new Promise((done) => child.once("exit", done)) : undefined);

async function end(child) {
  child.kill();
  await ended(child);
}

export class Desk {
  #screen;
  #manager;
  #env;

  static async start() {
    const desk = new Desk();
    desk.#screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x1000x24", "-nolisten", "tcp"], {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    const [number] = await new Promise((resolve, reject) => {
      desk.#screen.once("error", reject).once("exit", () => reject(new Error("Xvfb did not start")));
      desk.#screen.stdio[3].once("data", (data) => resolve(/\d+/.exec(data)));
    });
    desk.#env = { ...process.env, DISPLAY: `:${number}`, GTK_USE_PORTAL: "0", NO_AT_BRIDGE: "1" };
    desk.#manager = spawn("openbox", [], { env: desk.#env, stdio: "ignore" });
    return desk;
  }

  async close() {
    await end(this.#manager);
    await end(this.#screen);
  }

  start(program, options) {
    return spawn(program, options, { env: this.#env, stdio: "ignore" });
  }

  xdotool(...words) {
    return run("xdotool", words, { env: this.#env }).then(({ stdout }) => stdout.trim());
  }

  /** A window that can be seen, by what stands above it. */
  async window(title) {
    const found = await this.xdotool("search", "--onlyvisible", "--name", title).catch(() => "");
    return found.split("\n").at(-1);
  }
}

/** What is written for `Preferences` and `user.js`, by the kind of save. */
const CHROMIUM_KINDS = { "html only": 0, complete: 1, mhtml: 2 };
const FIREFOX_KINDS = { complete: 0, "html only": 1 };

/** A browser in a window, at an address. */
export class Window {
  #desk;
  #process;
  #profile;
  #folder;
  #confirm;
  #page;

  static async open(desk, browser, kind, address) {
    const window = new Window();
    window.#desk = desk;
    // Chromium's dialog has no button for Enter.
    window.#confirm = browser === "Chromium" ? "alt+s" : "Return";
    window.#profile = await mkdtemp(join(tmpdir(), "kpi-explorer-window-"));
    window.#folder = join(window.#profile, "saved");
    await mkdir(window.#folder);
    window.#process = await (browser === "Chromium" ? window.#chromium(kind, address) : window.#firefox(kind, address));
    window.#page = await patiently(() => desk.window(browser), `a window of ${browser}`);
    return window;
  }

  async #chromium(kind, address) {
    await mkdir(join(this.#profile, "Default"));
    const preferences = {
      savefile: { type: CHROMIUM_KINDS[kind], default_directory: this.#folder },
      download: { prompt_for_download: false, default_directory: this.#folder },
    };
    await writeFile(join(this.#profile, "Default", "Preferences"), JSON.stringify(preferences));
    const flags = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--no-default-browser-check", "--disable-sync", "--disable-component-update", "--password-store=basic", "--window-size=1200,900"];
    return this.#desk.start(process.env.KPI_CHROMIUM, [...flags, `--user-data-dir=${this.#profile}`, address]);
  }

  async #firefox(kind, address) {
    const preferences = {
      "browser.save_converter_index": FIREFOX_KINDS[kind],
      "browser.download.dir": this.#folder,
      "browser.download.folderList": 2,
      "browser.shell.checkDefaultBrowser": false,
      "browser.aboutwelcome.enabled": false,
      "datareporting.policy.dataSubmissionEnabled": false,
      "browser.tabs.warnOnClose": false,
      "widget.use-xdg-desktop-portal.file-picker": 0,
    };
    const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`);
    await writeFile(join(this.#profile, "user.js"), lines.join(""));
    return this.#desk.start(process.env.KPI_FIREFOX, ["--no-remote", "--profile", this.#profile, address]);
  }

  /**
   * Ctrl and S, a name in the dialog, Enter. Gives the file, when it has all come. Where none comes it is tried once more: on a
   * busy screen a key may be lost.
   */
  async save(name) {
    const file = join(this.#folder, name);
    return this.#attempt(file).catch(() => this.#attempt(file));
  }

  async #attempt(file) {
    const desk = this.#desk;
    await desk.xdotool("windowactivate", "--sync", this.#page);
    // A browser that is busy may not hear the first.
    let pressed = -Infinity;
    const dialog = await patiently(async () => {
      if (performance.now() - pressed > DEAF) {
        pressed = performance.now();
        await desk.xdotool("key", "--clearmodifiers", "ctrl+s");
      }
      return desk.window("^Save");
    }, "a dialog");
    await desk.xdotool("windowactivate", "--sync", dialog);
    await pause(1_500);
    await desk.xdotool("key", "--clearmodifiers", "ctrl+a");
    await desk.xdotool("type", "--delay", "8", file);
    // The first may close a list of names that begin alike.
    await patiently(async () => {
      await desk.xdotool("key", this.#confirm);
      await pause(800);
      return !(await desk.window("^Save"));
    }, "the dialog's end");
    let size = -1;
    await patiently(async () => {
      const now = await stat(file).then((found) => found.size, () => -1);
      const same = now > 0 && now === size;
      size = now;
      await pause(400);
      return same;
    }, file);
    return file;
  }

  /** Without what was saved. */
  async close() {
    await end(this.#process);
    // Its helpers may still be writing.
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 10 });
  }
}

export const textOf = async (file) => (await readFile(file)).toString();
