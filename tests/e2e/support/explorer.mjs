// The explorer as a reader meets it: everything is found by its role and name.

import * as reading from "./reading.mjs";

export class Explorer {
  /** @param element the custom element on the page */
  constructor(page, element = page.locator("kpi-explorer").first()) {
    this.page = page;
    this.element = element;
  }

  /** Resolves when the figures are there and drawn. */
  async ready() {
    await this.heading.waitFor();
    await this.page.waitForFunction(() => performance.getEntriesByName("kpi:ready").length > 0);
  }

  get title() {
    return this.element.getByRole("heading", { name: /^Children's social care performance/ });
  }

  get quarters() {
    return this.element.getByRole("group", { name: "Quarter" }).getByRole("radio");
  }

  quarter(name) {
    return this.element.getByRole("group", { name: "Quarter" }).getByRole("radio", { name, exact: true });
  }

  get comparators() {
    return this.element.getByRole("group", { name: "Compare with" }).getByRole("checkbox");
  }

  comparator(name) {
    return this.element.getByRole("group", { name: "Compare with" }).getByRole("checkbox", { name, exact: true });
  }

  measure(name) {
    return this.element.getByRole("group", { name: "Shown in the chart" }).getByRole("radio", { name, exact: true });
  }

  /** All indicators. */
  get overview() {
    return this.element.getByRole("region", { name: /^(All|\d+ of \d+) indicators/ });
  }

  get indicatorLinks() {
    return this.overview.getByRole("table").getByRole("link");
  }

  indicatorLink(name) {
    return this.overview.getByRole("table").getByRole("link", { name, exact: true });
  }

  /** One indicator. */
  get indicator() {
    return this.element.getByRole("article");
  }

  get back() {
    return this.element.getByRole("link", { name: "All indicators" });
  }

  /** The heading of what is shown, be it all indicators or one. */
  get heading() {
    return this.overview.or(this.indicator).getByRole("heading").first();
  }

  /** What is said in words, right below the heading. */
  get sentence() {
    return this.heading.locator("xpath=following-sibling::p[1]");
  }

  get table() {
    return this.overview.or(this.indicator).getByRole("table");
  }

  get charts() {
    return this.element.getByRole("slider", { name: /^Chart: / });
  }

  get details() {
    return this.indicator.getByRole("definition");
  }

  /** What is said to those who do not see a change. */
  get status() {
    return this.element.getByRole("status");
  }

  /** What stands on the page itself; beside it the same words may stand for a saved copy. */
  text(words) {
    return this.element.locator(".kpi").getByText(words);
  }

  get alert() {
    return this.element.getByRole("alert");
  }

  async choose(name) {
    await this.quarter(name).check();
  }

  /** Switches a comparator on or off. */
  async toggle(name) {
    await this.comparator(name).click();
  }

  async open(name) {
    await this.indicatorLink(name).click();
    await this.indicator.waitFor();
  }

  async backToAll() {
    await this.back.click();
    await this.overview.waitFor();
  }

  async goBack() {
    await this.page.goBack();
  }

  fragment() {
    return this.page.evaluate(() => location.hash);
  }

  state() {
    return this.element.evaluate((element) => element.state);
  }

  async pictures() {
    const charts = await this.charts.all();
    return Promise.all(charts.map((chart) => chart.evaluate(reading.picture)));
  }

  /** Everything that a choice can change. */
  async seen() {
    const [quarter, compare, heading, sentence, table, pictures, fragment] = await Promise.all([
      checked(this.quarters),
      checked(this.comparators),
      this.heading.textContent(),
      this.sentence.textContent(),
      this.table.evaluate(reading.table),
      this.pictures().then((all) => all.map(reading.image)),
      this.fragment(),
    ]);
    return { quarter, compare, heading, sentence, table, pictures, fragment };
  }
}

/** The names of the choices that are made. */
const checked = (choices) =>
  choices.evaluateAll((inputs) =>
    inputs.filter((input) => input.checked).map((input) => input.labels[0].textContent.trim()),
  );
