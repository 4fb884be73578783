// The page for an iframe: it takes its figures from the address, and tells the page around how high it is and which view
// it shows. docs/embedding.md describes the message.

(() => {
  const element = document.querySelector("kpi-explorer");
  const asked = new URLSearchParams(location.search);
  for (const name of ["indicator", "period", "compare", "lang"]) {
    if (asked.has(name)) element.setAttribute(name, asked.get(name));
  }
  // Anybody can make a link to this page: it must not show figures of another site under this one's name.
  const source = asked.has("src") && new URL(asked.get("src"), location.href);
  if (source && source.origin === location.origin) {
    element.setAttribute("src", source.href);
    for (const link of element.querySelectorAll("a")) link.href = source.href;
  }

  // The page around, where the browser says which it is.
  const host = document.referrer ? new URL(document.referrer).origin : "*";
  let fragment = location.hash.slice(1);
  const tell = () => parent.postMessage({ kpi: "frame", height: document.body.offsetHeight, fragment }, host);
  const shown = ({ detail }) => {
    ({ fragment } = detail);
    tell();
  };
  document.addEventListener("kpi-ready", shown);
  document.addEventListener("kpi-change", shown);
  new ResizeObserver(tell).observe(document.body);
})();
