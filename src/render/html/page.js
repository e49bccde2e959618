// Search, the place where the reader is, light or dark, print. The page says everything without any of it.
(() => {
  "use strict";
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const dark = () =>
    root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

  // A page from a file may not be allowed to remember anything.
  const remember = (theme) => { try { localStorage.setItem("theme", theme); } catch { /* then it does not */ } };
  const remembered = () => { try { return localStorage.getItem("theme"); } catch { return null; } };

  const theme = remembered();
  if (theme === "dark" || theme === "light") root.dataset.theme = theme;

  document.addEventListener("DOMContentLoaded", () => {
    const contents = byId("_contents");
    if (!contents) return;
    byId("_tools").hidden = false;
    buttons();
    const wide = matchMedia("(min-width: 64rem)");
    const unfold = () => { contents.open = wide.matches; };
    unfold();
    wide.addEventListener("change", unfold);
    contents.addEventListener("click", (event) => {
      if (event.target.closest("a") && !wide.matches) contents.open = false;
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && contents.open && !wide.matches) {
        contents.open = false;
        contents.querySelector("summary").focus();
      }
    });
    // Print shows the list of chapters, folded or not.
    addEventListener("beforeprint", () => { contents.open = true; });
    addEventListener("afterprint", unfold);
    contents.addEventListener("toggle", () => {
      if (contents.open && !wide.matches) contents.parentElement.scrollIntoView({ block: "start" });
    });
    follow(contents);
    search();
    reachable();
  });

  function buttons() {
    byId("_print")?.addEventListener("click", () => print());
    const button = byId("_theme");
    const show = () => button?.setAttribute("aria-pressed", String(dark()));
    show();
    button?.addEventListener("click", () => {
      root.dataset.theme = dark() ? "light" : "dark";
      remember(root.dataset.theme);
      show();
    });
  }

  // Marks the entry of the section that is being read.
  function follow(contents) {
    const links = new Map();
    for (const link of contents.querySelectorAll(".chapters a[href]")) {
      const place = byId(decodeURIComponent(link.hash.slice(1)));
      if (place) links.set(place, link);
    }
    const places = [...links.keys()];
    const here = byId("_here");
    let current = null;
    let waiting = false;
    const mark = () => {
      waiting = false;
      // Places are in reading order, so the last one above the line is found by halving.
      let from = 0, to = places.length;
      while (from < to) {
        const middle = (from + to) >> 1;
        if (places[middle].getBoundingClientRect().top <= 120) from = middle + 1; else to = middle;
      }
      const link = from > 0 ? links.get(places[from - 1]) : null;
      if (link === current) return;
      current?.removeAttribute("aria-current");
      link?.setAttribute("aria-current", "location");
      here.textContent = link ? link.textContent : "";
      current = link;
      const panel = link?.closest(".side");
      if (link && panel && panel.scrollHeight > panel.clientHeight) {
        const middle = link.getBoundingClientRect().top - panel.getBoundingClientRect().top;
        if (middle < 0 || middle > panel.clientHeight - 60) panel.scrollTop += middle - panel.clientHeight / 2;
      }
    };
    addEventListener("scroll", () => {
      if (!waiting) { waiting = true; requestAnimationFrame(mark); }
    }, { passive: true });
    mark();
  }

  // Letters without their marks, one for one, so that places in the folded text are places in the text.
  const plain = { "ł": "l", "ø": "o", "đ": "d", "ß": "s", "ı": "i" };
  const fold = (text) => {
    let folded = "";
    for (let at = 0; at < text.length; at++) {
      const small = text[at].toLowerCase();
      folded += plain[small] ?? small.normalize("NFD")[0] ?? small;
    }
    return folded;
  };

  function search() {
    const field = byId("_search"), found = byId("_found"), results = byId("_results");
    const chapters = document.querySelector(".chapters");
    let index = null;
    const build = () => {
      index ??= [...document.querySelectorAll("main .section, main .chapter")].map((place) => {
        const title = place.querySelector("h2, h3").textContent.trim();
        const parts = place.matches(".chapter") ? [place.querySelector(".lead")] : [...place.children].slice(1);
        const text = parts.map(words).join(" ");
        return { id: place.id, title, text, folded: fold(title + " " + text) };
      });
    };
    const show = () => {
      const asked = fold(field.value).split(/\s+/).filter((word) => word.length > 0);
      results.replaceChildren();
      chapters.hidden = asked.length > 0;
      found.textContent = "";
      highlight(asked);
      if (asked.length === 0) return;
      build();
      const hits = index.filter((entry) => entry.id && asked.every((word) => entry.folded.includes(word)));
      const inTitle = (entry) => (asked.every((word) => fold(entry.title).includes(word)) ? 0 : 1);
      hits.sort((one, other) => inTitle(one) - inTitle(other));
      found.textContent = hits.length ? String(hits.length) : found.dataset.nothing;
      results.replaceChildren(...hits.slice(0, 50).map((entry) => result(entry, asked[0])));
    };
    let timer = 0;
    field.addEventListener("focus", build, { once: true });
    field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(show, 120); });
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") { clearTimeout(timer); show(); results.querySelector("a")?.click(); }
      if (event.key === "Escape" && field.value) { field.value = ""; show(); event.stopPropagation(); }
    });
  }

  const words = (place) => place.innerText?.replace(/\s+/g, " ").trim() ?? "";

  function result(entry, word) {
    const item = document.createElement("li"), link = document.createElement("a");
    link.href = "#" + entry.id;
    const title = document.createElement("strong"), part = document.createElement("span");
    title.textContent = entry.title;
    const at = Math.max(0, fold(entry.text).indexOf(word));
    const from = at > 40 ? entry.text.indexOf(" ", at - 40) + 1 : 0;
    part.textContent = (from > 0 ? "… " : "") + entry.text.slice(from, from + 110) + " …";
    link.append(title, " ", part);
    item.append(link);
    return item;
  }

  function highlight(asked) {
    if (!window.CSS?.highlights || !window.Highlight) return;
    CSS.highlights.delete("found");
    const long = asked.filter((word) => word.length > 1);
    if (long.length === 0) return;
    const ranges = [];
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode() && ranges.length < 1000) {
      const text = fold(walker.currentNode.data);
      for (const word of long) {
        for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
          const range = new Range();
          range.setStart(walker.currentNode, at);
          range.setEnd(walker.currentNode, at + word.length);
          ranges.push(range);
        }
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  }

  // What scrolls sideways can be reached by keyboard, and nothing else is.
  function reachable() {
    const check = () => {
      for (const frame of document.querySelectorAll(".scroll")) {
        if (frame.scrollWidth > frame.clientWidth + 1) frame.tabIndex = 0; else frame.removeAttribute("tabindex");
      }
    };
    check();
    addEventListener("resize", check);
  }
})();
