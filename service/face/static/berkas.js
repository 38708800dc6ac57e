// Only comfort: every page works without this file.
(() => {
  "use strict";
  const dressed = new WeakSet();
  const each = (what, then) => document.querySelectorAll(what).forEach((one) => {
    if (dressed.has(one)) return;
    dressed.add(one);
    then(one);
  });

  // The menu of a narrow window opens in place, and Escape closes it.
  const menu = document.getElementById("menu");
  const opener = document.querySelector(".buka-menu");
  const show = (open) => {
    menu.classList.toggle("terbuka", open);
    opener.setAttribute("aria-expanded", String(open));
  };
  if (menu && opener) {
    opener.setAttribute("role", "button");
    opener.setAttribute("aria-controls", "menu");
    show(location.hash === "#menu");
    opener.addEventListener("click", (event) => {
      event.preventDefault();
      const open = !menu.classList.contains("terbuka");
      show(open);
      if (open) menu.querySelector("a").focus();
    });
    opener.addEventListener("keydown", (event) => {
      if (event.key === " ") { event.preventDefault(); opener.click(); }
    });
    menu.querySelector(".tutup-menu").addEventListener("click", (event) => {
      event.preventDefault();
      show(false);
      opener.focus();
    });
    menu.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { show(false); opener.focus(); }
    });
  }

  const disable = (form, yes) => form.querySelectorAll("button[type=submit]")
    .forEach((button) => button.setAttribute("aria-disabled", String(yes)));

  const dress = () => {
    each(".ringkasan", (box) => box.focus());

    each(".tempat-sandi", (box) => {
      const field = box.querySelector("input");
      const button = document.createElement("button");
      button.type = "button";
      button.className = "tombol";
      button.textContent = "Lihat";
      const label = box.parentElement.querySelector("label").firstChild.textContent.trim();
      button.setAttribute("aria-label", `Lihat ${label}`);
      button.setAttribute("aria-pressed", "false");
      button.addEventListener("click", () => {
        const hidden = field.type === "password";
        field.type = hidden ? "text" : "password";
        button.setAttribute("aria-pressed", String(hidden));
      });
      box.append(button);
    });

    each("a[data-dialog]", (link) => {
      const dialog = document.querySelector(link.getAttribute("href"));
      if (!dialog || !dialog.showModal) return;
      link.setAttribute("role", "button");
      link.setAttribute("aria-haspopup", "dialog");
      if (dialog.open) { dialog.close(); dialog.showModal(); }
      const open = (event) => { event.preventDefault(); dialog.showModal(); };
      link.addEventListener("click", open);
      link.addEventListener("keydown", (event) => { if (event.key === " ") open(event); });
      dialog.querySelector(".tutup-dialog").addEventListener("click", (event) => {
        event.preventDefault();
        dialog.close();
      });
    });

    // A list that fits needs no stop of its own on the way of the Tab key.
    each(".gulung", (box) => new ResizeObserver(() => {
      const scrolls = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
      box.tabIndex = scrolls && getComputedStyle(box).overflowX === "auto" ? 0 : -1;
    }).observe(box));

    // Shift selects from the last ticked row to this one.
    each("table[data-pilih]", (table) => {
      const boxes = [...table.querySelectorAll("tbody input[name=pilih]")];
      let last = -1;
      table.addEventListener("click", (event) => {
        const here = boxes.indexOf(event.target);
        if (here < 0) return;
        if (event.shiftKey && last >= 0) {
          boxes.slice(Math.min(here, last), Math.max(here, last) + 1)
            .forEach((box) => { box.checked = event.target.checked; });
        }
        last = here;
      });
    });

    // Where a page could not be drawn, words stand in its place.
    each("main img", (picture) => {
      const missing = () => {
        const words = document.createElement("p");
        words.className = "lunak kecil tak-tergambar";
        words.textContent = "Gambar halaman ini tidak dapat dibuat.";
        (picture.closest("a") || picture).replaceWith(words);
      };
      if (picture.complete && picture.src && !picture.naturalWidth) missing();
      else picture.addEventListener("error", missing);
    });

    // A form that is being filled warns before the page is left; a sent one is not sent twice.
    each("form[method=post]:not([data-unduh])", (form) => {
      let touched = false;
      let sent = false;
      if (form.hasAttribute("data-jaga")) {
        form.addEventListener("input", () => { touched = true; });
        window.addEventListener("beforeunload", (event) => {
          if (touched && !sent) event.preventDefault();
        });
      }
      form.addEventListener("submit", (event) => {
        if (sent) { event.preventDefault(); return; }
        sent = true;
        disable(form, true);
      });
      window.addEventListener("pageshow", () => {
        sent = false;
        disable(form, false);
      });
    });
  };

  dress();
  document.addEventListener("htmx:after:swap", dress);
})();
