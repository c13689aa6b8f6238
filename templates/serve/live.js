// In pages of `careers serve` alone: reloads when the site is built anew, shows what the checks
// found, and marks drafts. All that comes from postings is set as text, never as HTML.
(() => {
  const own = document.currentScript;
  const events = new EventSource(new URL("events", own.src));
  const kept = "careers-findings-closed";

  function element(name, text, parent, kind = "") {
    const made = document.createElement(name);
    made.textContent = text;
    made.className = kind;
    parent.append(made);
    return made;
  }

  function ribbon(root) {
    element("p", "Draft: not published", root, "ribbon");
  }

  function panel(root, { findings, error }) {
    const number = findings.length;
    const details = element("details", "", root);
    details.open = !sessionStorage.getItem(kept);
    details.ontoggle = () =>
      details.open ? sessionStorage.removeItem(kept) : sessionStorage.setItem(kept, "yes");
    const title = number === 1 ? "1 finding" : `${number} findings`;
    element("summary", error ? "The site was not built" : title, details);
    if (error) element("pre", error, details, "error");
    const list = element("ol", "", details);
    const here = findings.filter((one) => one.page === location.pathname);
    for (const one of [...here, ...findings.filter((other) => !here.includes(other))]) {
      const item = element("li", "", list, one.severity);
      element("code", `${one.path}:${one.line}:${one.column}`, item);
      element("b", ` ${one.severity}[${one.code}] `, item);
      element("span", one.message, item);
      if (one.help) element("i", one.help, item);
    }
  }

  function show(news) {
    document.querySelector("careers-live")?.remove();
    const draft = news.drafts.includes(location.pathname);
    if (!draft && !news.error && !news.findings.length) return;
    const host = document.createElement("careers-live");
    const root = host.attachShadow({ mode: "open" });
    const style = new CSSStyleSheet();
    style.replaceSync(news.style);
    root.adoptedStyleSheets = [style];
    if (draft) ribbon(root);
    if (news.error || news.findings.length) panel(root, news);
    document.body.append(host);
  }

  events.onmessage = (event) => {
    const news = JSON.parse(event.data);
    if (news.version !== own.dataset.version) location.reload();
    else show(news);
  };
})();
