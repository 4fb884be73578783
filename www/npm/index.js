// Makes <kpi-explorer> known to the page. Where there is no page, on a server that renders, it does nothing.

if (typeof document !== "undefined") import("./kpi-explorer.js");
