// Only comfort: without this file a candidate is a link that fills its field on the server.
(() => {
  "use strict";
  const kind = document.getElementById("r-jenis");
  if (kind && !document.querySelector("[autofocus], .ringkasan")) kind.focus();
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-untuk]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const field = document.getElementById(link.dataset.untuk);
    if (!field) return;
    event.preventDefault();
    field.value = link.dataset.nilai;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  });
})();
