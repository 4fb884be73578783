/** What an explorer shows. */
export interface KpiState {
  view?: "overview" | "indicator" | "about";
  /** The indicator's id. */
  indicator?: string;
  /** As KPI JSON writes it, `2020-10-01/P3M`, or `latest`: of each indicator the last figure that it has. */
  period?: string;
  /** `previous`, `year-before`, and ids of areas. */
  compare?: string[];
  /** By which method groups are computed: `SN:median`. */
  methods?: string[];
  /** All choices that are not as at the beginning, as the address has them; read of it are those without a name here. */
  fragment?: string;
}

/** What went wrong; what is shown stays. */
export interface KpiProblem {
  code:
    | "no-source"
    | "disk"
    | "unreachable"
    | "timeout"
    | "interrupted"
    | "too-large"
    | "status"
    | "file"
    | "program"
    | "died";
  message: string;
}

/** `<kpi-explorer>`. */
export interface KpiExplorer extends HTMLElement {
  /** The figures as KPI JSON, text or object, in place of a file. */
  data: string | object | undefined;
  /** What is shown; undefined before there are figures. Set, what it does not name is as at the beginning. */
  get state(): KpiState | undefined;
  set state(state: KpiState);
  /** The figures that are shown, or all of them, as CSV; undefined before there are figures. */
  toCSV(which?: "shown" | "all"): string | undefined;
  /** A chart that is shown as SVG, by its position on the page; undefined where there is none. */
  toSVG(chart?: number): string | undefined;
  /** The same as a PNG, 1440 pixels wide; null where there is none. */
  toPNG(chart?: number): Promise<Blob | null>;
  /**
   * Saves an offline copy, one HTML file; resolves to its name. `which` says which of the figures that are in files of their
   * own are inside; without it the reader is asked.
   */
  saveCopy(which?: "indicator" | "topic" | "all"): Promise<string | undefined>;
}

declare global {
  interface HTMLElementTagNameMap {
    "kpi-explorer": KpiExplorer;
  }
  interface HTMLElementEventMap {
    "kpi-ready": CustomEvent<KpiState>;
    "kpi-change": CustomEvent<KpiState>;
    "kpi-error": CustomEvent<KpiProblem>;
  }
}
