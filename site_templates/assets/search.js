/* Search: a dialog behind the link in the header, and the form of the search page. The index is asked for on first use.
 *
 * Everything shown is set as text. Words come from `extra.search` of mkdocs.yml; those below are the English ones.
 */
(() => {
  "use strict";

  const opener = document.querySelector("[data-clinsum-search-open]");
  if (!opener) return;

  const PAGE_OF_RESULTS = 10;
  const SECTIONS_SHOWN = 3;
  const FACETS = ["audience", "kind", "condition", "drug", "state"];
  const WORDS = {
    label: "Search by question, condition, drug or brand",
    close: "Close",
    narrow: "Narrow down",
    any: "Any",
    audience: "Written for",
    kind: "Kind of page",
    condition: "Condition",
    drug: "Drug",
    state: "State",
    one: "1 page for “{query}”",
    many: "{count} pages for “{query}”",
    none: "Nothing found for “{query}”. Searched: titles, names, brands and the text of {pages} pages.",
    similar: "No page has “{word}”. Did you mean one of these?",
    more: "Show more",
    all: "Open as a page",
    hint: "Type at least two letters.",
    loading: "Searching …",
    failed: "Search could not be loaded. Browse by the menu instead.",
    ...wordsOfThePage(),
  };

  const root = new URL(opener.dataset.root.replace(/\/?$/, "/"), location.href);
  let index; // the promise of Pagefind, once asked for

  function wordsOfThePage() {
    const element = document.getElementById("clinsum-search-words");
    return element ? JSON.parse(element.textContent) : {};
  }

  function say(word, values = {}) {
    return WORDS[word].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  }

  function loadIndex() {
    index ??= import(new URL("pagefind/pagefind.js", root).href).then(async (pagefind) => {
      await pagefind.options({ baseUrl: root.pathname, excerptLength: 24 });
      await pagefind.init();
      return { pagefind, facets: await pagefind.filters() };
    });
    return index;
  }

  function element(name, properties = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key in made) made[key] = value;
      else made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  }

  /* Pagefind's excerpt is HTML: its text and its marks are taken out of an inert document, nothing else. */
  function excerpt(html) {
    const paragraph = element("p", { className: "clinsum-search__excerpt" });
    for (const node of new DOMParser().parseFromString(html, "text/html").body.childNodes) {
      paragraph.append(
        node.nodeName === "MARK" ? element("mark", { textContent: node.textContent }) : node.textContent,
      );
    }
    return paragraph;
  }

  function address(url) {
    const target = new URL(url, location.href);
    return target.origin === location.origin ? target.href : root.href;
  }

  function factsOf(meta) {
    const line = element("p", { className: "clinsum-search__facts" });
    for (const name of ["kind", "audience", "state"]) {
      if (meta[name]) line.append(element("span", { className: `clinsum-search__${name}` }, meta[name]));
    }
    return line;
  }

  function resultItem(page) {
    const item = element("li", {}, element("a", { href: address(page.url) }, page.meta.title ?? page.url));
    item.append(factsOf(page.meta));
    const sections = page.sub_results.filter((section) => section.anchor).slice(0, SECTIONS_SHOWN);
    if (!sections.length) item.append(excerpt(page.excerpt));
    for (const section of sections) {
      const link = element("a", { href: address(section.url) }, section.title);
      item.append(element("div", { className: "clinsum-search__section" }, link, excerpt(section.excerpt)));
    }
    return item;
  }

  function plain(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  /* The index falls back to the beginning of a word that it does not know: prednisone would quietly give prednisolone. */
  function wordNotFound(query, pages) {
    const text = plain(pages.map((page) => `${page.meta.title} ${page.raw_content ?? page.content}`).join(" "));
    const words = query.match(/[\p{L}\p{N}-]+/gu) ?? [];
    return words.find((word) => {
      const stem = plain(word).replace(/(?:ies|ments?|ings?|ations?|ed|es|s|e|y)$/, "");
      return word.length > 3 && !text.includes(stem);
    });
  }

  /* Near spellings: pages with a word that begins alike. They are shown under a question, never as the answer. */
  async function similar(pagefind, query, options) {
    const words = query.split(/\s+/);
    const longest = Math.max(...words.map((word) => word.length));
    for (const kept of [longest - 2, longest - 4].filter((length) => length >= 4)) {
      const { results } = await pagefind.search(words.map((word) => word.slice(0, kept)).join(" "), options);
      if (results.length) return results;
    }
    return [];
  }

  class Search {
    constructor(place, { remember = false } = {}) {
      this.remember = remember;
      this.turn = 0;
      this.input = element("input", { type: "search", name: "q", autocomplete: "off", spellcheck: false });
      this.selects = FACETS.map((name) => element("select", { name }));
      this.status = element("p", { className: "clinsum-search__status", role: "status" });
      this.list = element("ol", { className: "clinsum-search__results" });
      this.more = element("button", { type: "button", className: "clinsum-search__more", hidden: true }, say("more"));
      this.form = element(
        "form",
        { role: "search", className: "clinsum-search__form", action: new URL("search/", root).href },
        element("label", {}, say("label"), this.input),
        this.facetsField(),
      );
      place.replaceChildren(this.form, this.status, this.list, this.more);
      place.classList.add("clinsum-search", "md-typeset");
      this.listen(place);
    }

    facetsField() {
      const labels = this.selects.map((select) => element("label", {}, say(select.name), select));
      this.facets = element("details", { className: "clinsum-search__facets" });
      this.facets.append(element("summary", {}, say("narrow")), element("div", {}, ...labels));
      this.facets.hidden = true;
      return this.facets;
    }

    listen(place) {
      this.input.addEventListener("focus", () => this.prepare(), { once: true });
      this.input.addEventListener("input", () => this.run());
      this.form.addEventListener("change", (event) => event.target !== this.input && this.run());
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.run();
      });
      this.more.addEventListener("click", () => this.showMore());
      place.addEventListener("keydown", (event) => this.move(event));
    }

    async prepare() {
      try {
        const { facets } = await loadIndex();
        if (this.prepared) return;
        this.prepared = true;
        this.pages = Object.values(facets.kind ?? {}).reduce((sum, count) => sum + count, 0);
        this.selects.forEach((select) => this.offer(select, facets[select.name] ?? {}));
        this.facets.hidden = false;
      } catch {
        this.status.textContent = say("failed");
      }
    }

    offer(select, counts) {
      const names = Object.keys(counts).sort((a, b) => a.localeCompare(b));
      select.replaceChildren(
        element("option", { value: "" }, say("any")),
        ...names.map((name) => element("option", { value: name }, `${name} (${counts[name]})`)),
      );
      select.parentElement.hidden = names.length < 2;
    }

    chosen() {
      return Object.fromEntries(this.selects.filter((s) => s.value).map((s) => [s.name, s.value]));
    }

    async run() {
      const query = this.input.value.trim();
      const turn = ++this.turn;
      if (this.remember) this.writeAddress(query);
      if (query.length < 2) return this.clear(query ? say("hint") : "");
      this.status.textContent ||= say("loading");
      await this.prepare();
      if (!this.prepared) return undefined;
      const { pagefind } = await loadIndex();
      const options = { filters: this.chosen() };
      const found = await pagefind.debouncedSearch(query, options, 150);
      if (!found || turn !== this.turn) return undefined;
      const results = found.results.length ? found.results : await similar(pagefind, query, options);
      if (turn !== this.turn) return undefined;
      this.found = results;
      const pages = await this.load(0);
      if (turn === this.turn) this.show(query, pages);
      return undefined;
    }

    load(start) {
      return Promise.all(this.found.slice(start, start + PAGE_OF_RESULTS).map((result) => result.data()));
    }

    show(query, pages) {
      const count = this.found.length;
      const missing = count ? wordNotFound(query, pages) : undefined;
      const word = missing ? "similar" : { 0: "none", 1: "one" }[count] ?? "many";
      this.status.textContent = say(word, { query, count, pages: this.pages, word: missing });
      this.list.replaceChildren(...pages.map(resultItem));
      this.more.hidden = this.list.children.length >= count;
    }

    async showMore() {
      const turn = this.turn;
      const shown = this.list.children.length;
      const pages = await this.load(shown);
      if (turn !== this.turn) return;
      this.list.append(...pages.map(resultItem));
      this.more.hidden = this.list.children.length >= this.found.length;
      this.list.children[shown]?.querySelector("a").focus();
    }

    clear(message) {
      this.found = [];
      this.status.textContent = message;
      this.list.replaceChildren();
      this.more.hidden = true;
    }

    /* Up and down go through the results; up from the first leads back to the field. */
    move(event) {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      if (event.target.matches("select, summary, button")) return;
      const stops = [this.input, ...this.list.querySelectorAll("a")];
      const next = stops.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1);
      if (!stops[next]) return;
      event.preventDefault();
      stops[next].focus();
    }

    writeAddress(query) {
      const target = new URL(location.href);
      target.search = new URLSearchParams({ ...(query && { q: query }), ...this.chosen() });
      history.replaceState(history.state, "", target);
    }

    async readAddress() {
      const asked = new URLSearchParams(location.search);
      this.input.value = asked.get("q") ?? "";
      if (![...asked.keys()].length) return;
      await this.prepare();
      for (const select of this.selects) select.value = asked.get(select.name) ?? "";
      this.facets.open = this.selects.some((select) => select.value);
      this.run();
    }
  }

  function makeDialog() {
    const place = element("div");
    const close = element("button", { type: "button", className: "clinsum-search__close" }, say("close"));
    const all = element("a", { className: "clinsum-search__all", href: opener.href }, say("all"));
    const head = element("div", { className: "clinsum-search__head md-typeset" }, all, close);
    const dialog = element("dialog", { className: "clinsum-search-dialog", "aria-label": say("label") }, head, place);
    document.body.append(dialog);
    const search = new Search(place);
    const shut = () => {
      search.input.blur(); // or the next "/" would be taken for typing into a field that is gone
      dialog.close();
    };
    close.addEventListener("click", shut);
    dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return; // some browsers would only empty the field
      event.preventDefault();
      shut();
    });
    dialog.addEventListener("click", (event) => event.target === dialog && shut());
    dialog.addEventListener("click", (event) => event.target.closest("li a") && shut());
    search.form.addEventListener("input", () => {
      const target = new URL(opener.href);
      target.search = new URLSearchParams({ q: search.input.value.trim(), ...search.chosen() });
      all.href = target.href;
    });
    return { dialog, search };
  }

  const onPage = document.querySelector("[data-clinsum-search]");
  const pageSearch = onPage && new Search(onPage, { remember: true });
  let made;

  function open() {
    if (pageSearch) return pageSearch.input.focus();
    made ??= makeDialog();
    if (!made.dialog.open) made.dialog.showModal();
    made.search.input.focus();
    made.search.input.select();
    return undefined;
  }

  function isTyping(target) {
    return target.isContentEditable || target.matches?.("input, textarea, select");
  }

  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    open();
  });
  pageSearch?.readAddress();
})();
