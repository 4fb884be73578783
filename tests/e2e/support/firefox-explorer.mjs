// The explorer in Firefox: as much of `Explorer` as the tests there use, with the same names.

import { until } from "./eventually.mjs";
import * as reading from "./reading.mjs";

export class FirefoxExplorer {
  constructor(page) {
    this.page = page;
  }

  async ready() {
    const marks = () => this.page.evaluate(() => performance.getEntriesByName("kpi:ready").length);
    await until(marks, (count) => {
      if (count === 0) throw new Error("the page does not get ready");
    });
  }

  choose(name) {
    return this.page.click("radio", name);
  }

  toggle(name) {
    return this.page.click("checkbox", name);
  }

  open(name) {
    return this.page.click("link", name);
  }

  backToAll() {
    return this.page.click("link", "All indicators");
  }

  goBack() {
    return this.page.back();
  }

  async seen() {
    const each = async (role, read, name) =>
      Promise.all((await this.page.find(role, name)).map((node) => this.page.evaluate(read, node)));
    const choices = [...(await each("radio", choice)), ...(await each("checkbox", choice))];
    const chosen = (group) =>
      choices.filter((one) => one.checked && one.group.startsWith(group)).map((one) => one.name);
    const [table] = await each("table", reading.table);
    return {
      quarter: chosen("Quarter"),
      compare: chosen("Compare with"),
      ...(await this.page.evaluate(reading.story, await this.page.root())),
      table,
      pictures: (await each("slider", reading.picture)).map(reading.image),
      fragment: await this.page.evaluate(() => location.hash),
    };
  }
}

const choice = (input) => ({
  checked: input.checked,
  name: input.labels[0].textContent.trim(),
  group: input.closest("fieldset")?.querySelector("legend").textContent ?? "",
});
