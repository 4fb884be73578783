// For a page that shows figures in frames: <iframe data-kpi-frame src="https://.../frame.html">. Each frame gets as high as
// what it shows, and the address of this page follows the view in the first of them.

for (const [at, frame] of document.querySelectorAll("iframe[data-kpi-frame]").entries()) {
  const { origin } = new URL(frame.src);
  const leads = at === 0;
  // A fragment of another kind is this page's own.
  const isOurs = () => /^(#kpi(\?.*)?)?$/.test(location.hash);
  if (leads && location.hash && isOurs()) frame.src = frame.src.split("#")[0] + location.hash;
  addEventListener("message", ({ data, origin: from, source }) => {
    if (source !== frame.contentWindow || from !== origin || data?.kpi !== "frame") return;
    if (data.height > 0) frame.style.height = `${data.height}px`;
    if (leads && isOurs() && /^(kpi\?.*)?$/.test(data.fragment)) {
      const page = location.href.split("#")[0];
      history.replaceState(history.state, "", data.fragment ? `${page}#${data.fragment}` : page);
    }
  });
}
