/* Small comforts on top of pages that need none of them: the reader's audience, links to copy, print, an overdue review. */
(() => {
  "use strict";

  const AUDIENCE = "clinsum.audience";

  function remembered() {
    try {
      return localStorage.getItem(AUDIENCE);
    } catch {
      return null; // storage is switched off: the links work all the same
    }
  }

  function remember(audience) {
    try {
      localStorage.setItem(AUDIENCE, audience);
    } catch {
      /* as above */
    }
  }

  /* The choice is kept only when the reader makes it, and never leads away from a page that was opened. */
  function rememberAudience(editions) {
    const links = [...editions.querySelectorAll("[data-cs-audience]")];
    for (const link of links) link.addEventListener("click", () => remember(link.dataset.csAudience));
    const last = links.find((link) => link.dataset.csAudience === remembered());
    const line = editions.querySelector("[data-cs-last-edition]");
    if (!last || !line || last.hasAttribute("aria-current")) return;
    const link = line.querySelector("a");
    link.href = last.href;
    link.textContent = last.textContent;
    line.hidden = false;
  }

  /* The reader's day in UTC, as the record counts days. */
  const TODAY = new Date().toISOString().slice(0, 10);

  /* What was built before its review fell due says so when it is read after. The words stand in the page already. */
  function markOverdue(due) {
    if (TODAY <= due.dataset.due) return;
    for (const overdue of due.querySelectorAll("[data-cs-overdue][hidden]")) {
      overdue.hidden = false;
      const current = overdue.parentElement.querySelector("[data-cs-current]");
      if (current) current.hidden = true;
      due.classList.add("cs-overdue");
    }
  }

  function offerCopy(button) {
    if (!navigator.clipboard) return;
    const words = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const address = new URL(location.href);
      address.hash = button.dataset.csCopy;
      try {
        await navigator.clipboard.writeText(address.href);
      } catch {
        location.hash = address.hash; // not allowed to copy: the address bar shows it
        return;
      }
      button.textContent = button.dataset.csDone;
      setTimeout(() => {
        button.textContent = words;
      }, 2000);
    });
  }

  function offerPrint(button) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }

  /* What is folded on the screen is open on paper. */
  function unfoldForPrint() {
    let opened = [];
    addEventListener("beforeprint", () => {
      opened = [...document.querySelectorAll(".cs-page details:not([open], .cs-onpage)")];
      for (const details of opened) details.open = true;
    });
    addEventListener("afterprint", () => {
      for (const details of opened) details.open = false;
    });
  }

  function each(selector, apply) {
    document.querySelectorAll(selector).forEach(apply);
  }

  each("[data-cs-editions]", rememberAudience);
  each("[data-due]", markOverdue);
  each("[data-cs-copy]", offerCopy);
  each("[data-cs-print]", offerPrint);
  unfoldForPrint();
})();
