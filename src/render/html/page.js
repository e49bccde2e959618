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
    for (const part of document.querySelectorAll("[data-scripted]")) part.hidden = false;
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
  const fold = (text) => {
    let folded = "";
    for (let at = 0; at < text.length; at++) {
      const small = text[at].toLowerCase();
      const found = FOLD_FROM.indexOf(small);
      folded += found < 0 ? (small.length === 1 ? small : text[at]) : FOLD_TO[found];
    }
    return folded;
  };

  // The part of a folded word that its forms share: the longest known ending goes, three letters stay.
  const stems = new Map();
  const endings = (word) => {
    const language = /[\u0400-\u04ff]/.test(word) ? "ru" : root.lang.slice(0, 2);
    return (ENDINGS[language] ?? "").split(" ").filter(Boolean).map((ending) => ending.split(">"));
  };
  const tables = {};
  const stem = (word) => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const kind = /[\u0400-\u04ff]/.test(word);
    tables[kind] ??= endings(word);
    let short = word;
    if (!/\d/.test(word)) {
      const ending = tables[kind].find(([end]) => word.length - end.length >= 3 && word.endsWith(end));
      if (ending) short = word.slice(0, word.length - ending[0].length) + (ending[1] ?? "");
      const last = short[short.length - 1];
      if (short.length > 3 && last === short[short.length - 2]) short = short.slice(0, -1);
    }
    stems.set(word, short);
    return short;
  };

  // What can be found: the sections of this page, or those that `index.js` names of all pages.
  const sections = () => window.SECTIONS ?? [...document.querySelectorAll("main .section, main .chapter")]
    .filter((place) => place.id)
    .map((place) => {
      const title = place.querySelector("h2, h3").textContent.trim();
      const parts = place.matches(".chapter") ? [place.querySelector(".lead")] : [...place.children].slice(1);
      return ["#" + place.id, title, parts.map(words).join(" ")];
    });

  const parts = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

  // For each stem the sections that hold it; those that hold it in their title have a rank of their own.
  function postings(entries) {
    const terms = new Map();
    entries.forEach(([, title, text], at) => {
      const add = (word, rank) => {
        const term = stem(word);
        let held = terms.get(term);
        if (!held) terms.set(term, (held = new Map()));
        held.set(at, Math.max(rank, held.get(at) ?? 0));
      };
      parts(text).forEach((word) => add(word, 1));
      parts(title).forEach((word) => add(word, 4));
    });
    return terms;
  }

  // The sections with a word in any of its forms, or with a word that begins so; how well each fits.
  function having(terms, word) {
    const fits = new Map();
    const short = stem(word);
    for (const [term, held] of terms) {
      const rank = term === short ? 3 : term.startsWith(word) || (short.length > 3 && term.startsWith(short)) ? 1 : 0;
      if (rank) for (const [at, weight] of held) fits.set(at, Math.max(rank * weight, fits.get(at) ?? 0));
    }
    return fits;
  }

  function search() {
    const field = byId("_search"), found = byId("_found"), results = byId("_results");
    const lists = document.querySelectorAll(".chapters");
    let entries = null, terms = null;
    const build = () => {
      entries ??= sections();
      terms ??= postings(entries);
    };
    const show = () => {
      const asked = parts(field.value);
      results.replaceChildren();
      for (const list of lists) list.hidden = asked.length > 0;
      found.textContent = "";
      if (asked.length) build();
      highlight(asked);
      if (asked.length === 0) return;
      const [first, ...others] = asked.map((word) => having(terms, word));
      const fits = [...first.keys()].filter((at) => others.every((other) => other.has(at)));
      const rank = (at) => others.reduce((sum, other) => sum + other.get(at), first.get(at));
      fits.sort((one, other) => rank(other) - rank(one) || one - other);
      found.textContent = fits.length ? String(fits.length) : found.dataset.nothing;
      results.replaceChildren(...fits.slice(0, 50).map((at) => result(entries[at], asked[0])));
    };
    let timer = 0;
    field.addEventListener("focus", build, { once: true });
    field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(show, 120); });
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") { clearTimeout(timer); show(); results.querySelector("a")?.click(); }
      if (event.key === "Escape" && field.value) { field.value = ""; show(); event.stopPropagation(); }
    });
  }

  // Where a word that was asked for begins in a text: its forms, or words that begin like it.
  function* meets(text, asked) {
    const folded = fold(text);
    for (const match of folded.matchAll(/[\p{L}\p{N}]+/gu)) {
      const word = match[0];
      if (asked.some((one) => stem(word) === stem(one) || word.startsWith(one))) yield [match.index, word.length];
    }
  }

  const words = (place) => place.innerText?.replace(/\s+/g, " ").trim() ?? "";

  function result([address, name, text], word) {
    const item = document.createElement("li"), link = document.createElement("a");
    link.href = address;
    const title = document.createElement("strong"), part = document.createElement("span");
    title.textContent = name;
    const at = meets(text, [word]).next().value?.[0] ?? 0;
    const from = at > 40 ? text.indexOf(" ", at - 40) + 1 : 0;
    part.textContent = (from > 0 ? "… " : "") + text.slice(from, from + 110) + (from + 110 < text.length ? " …" : "");
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
      for (const [at, length] of meets(walker.currentNode.data, long)) {
        const range = new Range();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + length);
        ranges.push(range);
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
