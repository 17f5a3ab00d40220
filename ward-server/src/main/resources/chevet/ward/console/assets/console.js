// What the console's pages do by themselves: show changes as they happen, open and close dialogs,
// keep the keyboard's place. Everything else is HTML and htmx.
(() => {
  "use strict";

  // Changes as they happen. Read with fetch and not EventSource: that way the server's sign of life
  // is seen too, and a dead line is noticed although nothing closes it.
  const SILENCE = 40_000; // the server speaks every 15 s
  const DEBOUNCE = 250;
  const page = document.body;
  const topic = page.dataset.live;
  const age = document.getElementById("age");
  const lost = document.getElementById("lost");
  const clock = new Intl.DateTimeFormat(page.dataset.locale || "fr-FR", { hour: "2-digit", minute: "2-digit", timeZone: page.dataset.zone });
  let fresh = Date.now();
  let waiting = null;

  const say = (element, key) => {
    if (element) {
      const text = element.dataset[key].replace("{0}", clock.format(new Date(fresh)));
      if (element.textContent !== text) element.textContent = text;
    }
  };
  const alive = () => {
    fresh = Date.now();
    say(age, "fresh");
    if (lost) lost.hidden = true;
  };
  const gone = () => {
    say(age, "lost");
    if (lost && lost.hidden) {
      say(lost.querySelector("p"), "lost");
      lost.hidden = false;
    }
  };
  const changed = () => {
    if (waiting === null) {
      waiting = setTimeout(() => {
        waiting = null;
        htmx.trigger(page, "live");
      }, DEBOUNCE);
    }
  };
  const over = () => window.location.assign("/login?over=1");

  async function listen(first) {
    const abort = new AbortController();
    let watchdog = setTimeout(() => abort.abort(), SILENCE);
    try {
      const reply = await fetch("/live/" + topic, {
        headers: { "x-live": "1", accept: "text/event-stream" },
        signal: abort.signal,
        cache: "no-store",
      });
      if (reply.status === 401 || reply.redirected) return over();
      if (!reply.ok) throw new Error("live " + reply.status);
      alive();
      if (!first) changed(); // what happened while nobody listened
      const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = "";
      for (;;) {
        const { value, done } = await reader.read();
        if (done) break;
        clearTimeout(watchdog);
        watchdog = setTimeout(() => abort.abort(), SILENCE);
        alive();
        rest += value;
        const lines = rest.split("\n");
        rest = lines.pop();
        if (lines.some((line) => line.startsWith("data:"))) changed();
      }
    } catch (e) {
      // said below, and tried again
    } finally {
      clearTimeout(watchdog);
    }
    gone();
    setTimeout(() => listen(false), 1000 + Math.random() * 2000);
  }
  if (topic) {
    say(age, "fresh");
    listen(true);
  }

  // A part that comes back as it was is not drawn anew: focus, selection and reading voice stay.
  const shown = new Map();
  let unfolded = [];
  let held = null;
  document.addEventListener("htmx:beforeSwap", (event) => {
    const target = event.detail.target;
    if (target.hasAttribute("data-part")) {
      held = target.contains(document.activeElement) ? target.id : null;
      if (shown.get(target.id) === event.detail.serverResponse) event.detail.shouldSwap = false;
      shown.set(target.id, event.detail.serverResponse);
      unfolded = [...target.querySelectorAll("details[open]")].map((e) => e.id);
    }
  });
  // What somebody has unfolded stays so.
  document.addEventListener("htmx:afterSwap", () => {
    for (const id of unfolded) {
      const details = document.getElementById(id);
      if (details) details.open = true;
    }
    unfolded = [];
    // The button that was pressed may be gone with its line: the keyboard goes on with the next.
    const part = held && document.getElementById(held);
    held = null;
    if (part && (!document.activeElement || document.activeElement === document.body)) {
      const next = part.querySelector("form button, a.button");
      if (next) next.focus();
    }
  });

  // What was done is said, and read aloud, for a while.
  const said = document.getElementById("said");
  let forget = null;
  const tell = (text) => {
    if (said && text) said.textContent = text;
  };
  if (said) {
    new MutationObserver(() => {
      clearTimeout(forget);
      if (said.textContent) forget = setTimeout(() => said.replaceChildren(), 8000);
    }).observe(said, { childList: true, characterData: true, subtree: true });
  }

  // Dialogs. The browser keeps focus inside and gives it back where it came from.
  const panel = document.getElementById("panel");
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-open]");
    if (opener) {
      document.getElementById(opener.dataset.open).showModal();
      return;
    }
    const closer = event.target.closest("[data-close]");
    if (closer) {
      event.preventDefault();
      closer.closest("dialog").close();
    }
  });
  let opener = null;
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (panel && !panel.open && event.detail.target && event.detail.target.id === "panel") {
      opener = document.activeElement && document.activeElement.id;
    }
  });
  // Only when htmx has taken hold of what came: who pressed Enter sooner would leave the page.
  let filled = false;
  document.addEventListener("htmx:afterSwap", (event) => {
    if (panel && event.detail.target.id === "panel") filled = true;
  });
  document.addEventListener("htmx:afterSettle", () => {
    if (!filled) return;
    filled = false;
    // Closed meanwhile, it has nothing to show.
    if (!panel.querySelector("h2")) return;
    if (!panel.open) panel.showModal();
    panel.scrollTop = 0;
    const place =
      panel.querySelector("[aria-invalid='true']") ||
      [...panel.querySelectorAll("[autofocus]")].find((e) => e.closest("dialog") === panel) ||
      panel.querySelector("h2");
    if (place) place.focus();
  });
  if (panel) {
    panel.addEventListener("close", () => {
      // An answer that came in the same moment has opened it again.
      if (panel.open) return;
      panel.replaceChildren();
      // The card that opened it may have been drawn anew meanwhile.
      const back = opener && document.getElementById(opener);
      if (back) back.focus();
      const home = panel.dataset.home;
      if (home && window.location.pathname !== home) history.replaceState(null, "", home + window.location.search);
    });
    if (panel.querySelector("h2")) panel.showModal();
  }

  // An act is done: what asked for it has nothing to ask any more.
  page.addEventListener("panel-done", (event) => {
    document.querySelectorAll("dialog[open]").forEach((dialog) => dialog.close());
    tell(event.detail.value);
  });

  // What could not be done is said, whatever it was.
  const trouble = document.getElementById("trouble");
  const complain = (text) => {
    if (trouble) {
      trouble.querySelector("p").textContent = text || trouble.dataset.words;
      trouble.showModal();
    }
  };
  document.addEventListener("htmx:sendError", () => complain());
  document.addEventListener("htmx:responseError", (event) => {
    const xhr = event.detail.xhr;
    if (xhr.status === 401 || event.detail.requestConfig.headers["x-live"]) return;
    const type = xhr.getResponseHeader("content-type") || "";
    complain(type.startsWith("text/plain") ? xhr.responseText : "");
  });

  // A part that could not be had keeps nothing below it from being seen.
  document.addEventListener("htmx:afterRequest", (event) => {
    const part = event.detail.elt;
    if (!event.detail.successful && part.matches("[hx-trigger=load]")) part.removeAttribute("hx-trigger");
  });

  // A chosen file is shown before it is sent, whatever it was saved with.
  document.addEventListener("change", async (event) => {
    const input = event.target;
    if (input.matches("input[type=file][data-into]") && input.files.length) {
      const bytes = await input.files[0].arrayBuffer();
      let text;
      try {
        text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      } catch (e) {
        text = new TextDecoder("windows-1252").decode(bytes);
      }
      document.getElementById(input.dataset.into).value = text;
    }
  });

  // Selects that lead somewhere, and boxes that show what they need.
  document.addEventListener("change", (event) => {
    const element = event.target;
    if (element.matches("select[data-go]")) element.form.requestSubmit();
    if (element.matches("input[data-shows]")) {
      document.getElementById(element.dataset.shows).hidden = !element.checked;
    }
  });
})();
