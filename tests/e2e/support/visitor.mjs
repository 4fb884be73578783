// A visitor who has a question: what is to be done, whatever it is done with.

import assert from "node:assert/strict";
import { focus } from "./keyboard.mjs";

/** With a mouse, or a finger: whatever is wanted is clicked. */
export class Pointer {
  constructor(explorer) {
    this.explorer = explorer;
  }

  async choose(list, option) {
    await this.#open(this.#field(list));
    await this.#field(list).selectOption(option);
  }

  async pick(name) {
    const radio = this.explorer.element.getByRole("radio", { name, exact: true });
    await this.#open(radio);
    await radio.click();
  }

  async find(words) {
    const field = this.explorer.element.getByRole("searchbox", { name: "Find" });
    await this.#open(field);
    await field.click();
    await field.pressSequentially(words);
  }

  async follow(name) {
    await this.explorer.element.getByRole("link", { name }).first().click();
  }

  /** What the first chart says at a part of its width. */
  async read(share) {
    const plot = this.explorer.charts.first();
    await plot.scrollIntoViewIfNeeded();
    const { width } = await plot.boundingBox();
    await plot.hover({ position: { x: width * share, y: 90 } });
    return plot.innerText();
  }

  #field(list) {
    return this.explorer.element.getByRole("combobox", { name: list, exact: true });
  }

  /** Where there is little room the choices are closed at first. */
  async #open(field) {
    if (!(await field.isVisible())) await this.explorer.element.getByText("Change what is shown:").click();
  }
}

/** With the keys alone: whatever is wanted is looked for with Tab. */
export class Keyboard {
  constructor(explorer) {
    this.page = explorer.page;
  }

  async choose(list, option) {
    await this.#reach(list);
    await this.page.keyboard.type(option);
  }

  async pick(name) {
    const [number] = name.match(/\d/);
    await this.#reach(/^Q\d/);
    const chosen = async () => Number((await focus(this.page)).name.match(/\d/)[0]);
    for (let steps = 0; (await chosen()) !== Number(number) && steps < 8; steps += 1) {
      await this.page.keyboard.press((await chosen()) > Number(number) ? "ArrowLeft" : "ArrowRight");
    }
    assert.equal(await chosen(), Number(number));
  }

  async find(words) {
    await this.#reach("Find");
    await this.page.keyboard.type(words);
  }

  async follow(name) {
    await this.#reach(name);
    await this.page.keyboard.press("Enter");
  }

  /** What the first chart says so many values before the one that the page is about. */
  async read(_, steps) {
    await this.#reach(/^Chart: /);
    await this.page.keyboard.press("Enter");
    for (let step = 0; step < steps; step += 1) await this.page.keyboard.press("ArrowLeft");
    const spoken = await this.page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element.getAttribute("aria-valuetext");
    });
    await this.page.keyboard.press("Escape");
    return spoken;
  }

  /** Tab by Tab; from the end of the page it begins anew. */
  async #reach(name) {
    const is = (stop) => stop && (name instanceof RegExp ? name.test(stop.name) : stop.name === name);
    for (let stops = 0; stops < 120; stops += 1) {
      const stop = await focus(this.page);
      if (is(stop)) return;
      if (stop?.tag === "summary" && stop.name.startsWith("Change what is shown:") && !stop.open) {
        await this.page.keyboard.press("Enter");
      }
      await this.page.keyboard.press("Tab");
    }
    assert.fail(`${name} cannot be reached with Tab`);
  }
}
