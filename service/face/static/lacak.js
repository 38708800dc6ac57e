// Only comfort: fills in a number that was not there yet when the page was shown.
(() => {
  "use strict";
  const place = document.querySelector("[data-nomor]");
  if (!place) return;
  let left = 40;
  const look = async () => {
    left -= 1;
    try {
      const answer = await fetch(place.dataset.nomor, { cache: "no-store" });
      const told = answer.ok ? await answer.json() : {};
      if (told.siap && "muat" in place.dataset) return location.reload();
      if (told.siap) {
        document.querySelectorAll("[data-isi]").forEach((one) => {
          one.textContent = told[one.dataset.isi] || one.textContent;
        });
        document.querySelectorAll("[data-menunggu]").forEach((one) => one.remove());
        return;
      }
    } catch { /* the next look may find the way again */ }
    if (left > 0) setTimeout(look, left > 30 ? 500 : 3000);
  };
  setTimeout(look, 500);
})();
