// A reader may choose light or dark; without a choice the system decides, in CSS alone.
(() => {
  const KEY = "wissensspeicher.farben";
  const root = document.documentElement;
  const stored = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // storage switched off: the choice lasts for this page
    }
  };
  const dark = () => (root.dataset.farben ? root.dataset.farben === "dunkel" : matchMedia("(prefers-color-scheme: dark)").matches);
  const choice = stored();
  if (choice === "hell" || choice === "dunkel") root.dataset.farben = choice;

  addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll("[data-farben]:is(button)")) {
      button.hidden = false;
      button.addEventListener("click", () => {
        root.dataset.farben = dark() ? "hell" : "dunkel";
        try {
          localStorage.setItem(KEY, root.dataset.farben);
        } catch {
          // nothing to keep it in
        }
      });
    }
  });
})();
