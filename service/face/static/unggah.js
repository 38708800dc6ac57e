// Files come in piece by piece and go on after a broken line; states renew themselves.
// Only comfort: the form of /unggah and "Muat ulang" work without this file.
(() => {
  "use strict";
  const API = "/api/v1/unggahan";
  const page = document.body.dataset.unggah;
  const form = document.getElementById("unggah");
  const csrf = document.querySelector("input[name=csrf]").value;
  const LEAST = 262144, MOST = 8388608, AT_ONCE = 2;
  const PAUSES = [1, 2, 5, 10, 30];
  const wait = (seconds) => new Promise((then) => setTimeout(then, 1000 * seconds));

  const size = (many) => {
    const units = [[1e9, "GB"], [1e6, "MB"], [1e3, "KB"]];
    const [unit, name] = units.find(([one]) => many >= one) || [1, "bita"];
    return `${(many / unit).toFixed(unit > 1 ? 1 : 0).replace(".0", "").replace(".", ",")} ${name}`;
  };

  // An answer, or null where the line broke; what the house says in `kata` is shown as it is.
  const ask = async (method, path, body, headers) => {
    let answer;
    try {
      answer = await fetch(path, {
        method, body, headers: { "X-CSRF-Token": csrf, ...headers }, cache: "no-store",
      });
    } catch { return null; }
    if (answer.status === 502 || answer.status === 503) return null;
    const told = await answer.json().catch(() => ({}));
    return { status: answer.status, ok: answer.ok, told };
  };

  /* ---- one row for each file ---- */
  const make = (name, traits = {}, text = "") => {
    const one = document.createElement(name);
    Object.entries(traits).forEach(([key, value]) => one.setAttribute(key, value));
    one.textContent = text;
    return one;
  };

  let list = document.getElementById("daftar-unggahan");
  let said = document.getElementById("kabar-unggah");
  // Files dropped on another page come in beside it, and are sent from the page of the form.
  const drawer = () => {
    if (list) return;
    const box = make("aside", { class: "laci", "aria-label": "File yang sedang diunggah" });
    list = make("ul", { class: "unggahan" });
    said = make("p", { role: "status" });
    const close = make("button", { class: "tombol", type: "button" }, "Tutup");
    close.addEventListener("click", () => {
      if (busy || queue.length) return;
      box.remove();
      list = null;
    });
    const buttons = make("div", { class: "baris-tombol" });
    buttons.append(
      make("a", { class: "tombol tombol-utama", href: page }, "Isi keterangan dan kirim"), close,
    );
    box.append(said, list, buttons);
    document.body.append(box);
  };

  const tell = (row, words, wrong = false) => {
    const line = row.querySelector(".kecil");
    line.textContent = words;
    line.classList.toggle("galat", wrong);
  };

  const rowOf = (file) => {
    const row = make("li", { "data-nama": file.name });
    const bar = make("progress", { max: file.size || 1, value: 0, "aria-label": file.name });
    const words = make("div");
    words.append(make("span", {}, file.name), make("span", { class: "kecil lunak" }, size(file.size)));
    row.append(bar, words);
    [...list.querySelectorAll("li.belum")]
      .filter((old) => old.dataset.nama === file.name).forEach((old) => old.remove());
    list.append(row);
    list.hidden = false;
    return row;
  };

  const remover = (row, id, there) => {
    const button = there || make("button", { class: "tombol", type: "button" }, "Hapus");
    if (!there) button.append(make("span", { class: "suara" }, ` ${row.dataset.nama}`));
    button.addEventListener("click", async (event) => {
      event.preventDefault();
      if (id) await ask("DELETE", `${API}/${id}`);
      row.remove();
      const next = list.querySelector("button") || document.getElementById("r-file");
      if (next) next.focus();
    });
    return button;
  };

  const arrived = (row, told) => {
    row.querySelector("progress").remove();
    tell(row, `${size(told.ukuran)} · sudah sampai`);
    if (!form) return;
    const tick = make("input", {
      type: "checkbox", name: "unggahan", value: told.id, checked: "", "aria-label": told.nama,
    });
    const letter = make("span", { class: "pengantar" });
    const label = make("label", { for: `p-${told.id}` }, "Surat pengantar");
    label.append(make("span", { class: "suara" }, `: ${told.nama}`));
    letter.append(
      make("input", { type: "radio", name: "pengantar", value: told.id, id: `p-${told.id}` }), label,
    );
    row.prepend(tick);
    row.append(letter, remover(row, told.id));
  };

  /* ---- one file ---- */
  const place = async (file) => {
    const tanda = String(file.lastModified);
    const known = await ask("GET", API);
    const same = known && known.ok && known.told.unggahan.find((one) => !one.utuh &&
      one.nama === file.name && one.ukuran === file.size && one.tanda === tanda &&
      !underway.has(one.id));
    if (same) return { status: 200, ok: true, told: same };
    const told = JSON.stringify({ nama: file.name, ukuran: file.size, tanda });
    return ask("POST", API, told, { "Content-Type": "application/json" });
  };

  const underway = new Set();
  const ended = (answer) => answer.status === 401 || answer.status === 403
    ? "Sesi Anda berakhir. Masuk lagi, lalu pilih file yang sama; yang sudah sampai tidak diulang."
    : answer.told.kata || "File ini belum dapat diterima. Muat ulang halaman, lalu coba lagi.";

  // A broken line is tried again for some minutes; what came in stays where it is.
  const again = async (row, act) => {
    for (let turn = 0; turn < 12; turn += 1) {
      const answer = await act();
      if (answer) return answer;
      tell(row, "Sambungan terputus; dicoba lagi. Yang sudah sampai tidak hilang.");
      await wait(PAUSES[Math.min(turn, PAUSES.length - 1)]);
    }
    return { status: 0, ok: false, told: { kata: "Sambungan terputus. Pilih file yang sama untuk melanjutkan." } };
  };

  const bring = async (file, row) => {
    let answer = await again(row, () => place(file));
    if (!answer.ok) { tell(row, ended(answer), true); row.append(remover(row)); return; }
    const { id } = answer.told;
    underway.add(id);
    let { sudah } = answer.told, piece = LEAST, told = answer.told;
    while (sudah < file.size) {
      const from = sudah, began = performance.now();
      answer = await again(row, async () => {
        const sent = await ask("PATCH", `${API}/${id}`, file.slice(from, from + piece), {
          "Upload-Offset": String(from), "Content-Type": "application/octet-stream",
        });
        // Perhaps the piece came in and only its answer was lost.
        return sent || ask("GET", `${API}/${id}`);
      });
      if (!answer.ok && answer.status !== 409) {
        underway.delete(id);
        tell(row, ended(answer), true);
        row.append(remover(row, id));
        return;
      }
      if (answer.told.id) told = answer.told;
      sudah = answer.told.sudah;
      const took = performance.now() - began;
      if (took < 1000) piece = Math.min(2 * piece, MOST);
      if (took > 8000) piece = Math.max(piece / 2, LEAST);
      row.querySelector("progress").value = sudah;
      tell(row, `${size(sudah)} dari ${size(file.size)}`);
    }
    underway.delete(id);
    arrived(row, { ...told, nama: file.name, ukuran: file.size });
  };

  /* ---- all files, some at once ---- */
  const queue = [];
  let busy = 0;
  const count = () => {
    const left = queue.length + busy;
    said.textContent = left ? `${left} file sedang diunggah.` : "Semua file sudah sampai.";
    const button = document.getElementById("tunggu");
    if (button) button.textContent = left ? `Menunggu ${left} file selesai diunggah.` : "";
    if (!left && waiting) { waiting = false; form.requestSubmit(); }
  };
  const next = async () => {
    if (busy >= AT_ONCE || !queue.length) return;
    busy += 1;
    const [file, row] = queue.shift();
    try { await bring(file, row); } finally { busy -= 1; }
    count();
    next();
  };
  const take = (files) => {
    drawer();
    [...files].forEach((file) => queue.push([file, rowOf(file)]));
    count();
    for (let n = 0; n < AT_ONCE; n += 1) next();
  };

  let waiting = false;
  if (form) {
    form.querySelectorAll(".tanpa-skrip").forEach((one) => one.remove());
    form.querySelectorAll(".seret").forEach((one) => { one.hidden = false; });
    list.querySelectorAll("button[form]").forEach((button) =>
      remover(button.closest("li"), button.getAttribute("form").slice(2), button));
    const field = document.getElementById("r-file");
    field.addEventListener("change", () => {
      if (field.files.length) take(field.files);
      field.value = "";  // they come in by themselves, not once more with the form
    });
    // Whoever sends while files still come in need not press twice.
    document.addEventListener("submit", (event) => {
      if (event.target !== form || !(busy || queue.length)) return;
      event.preventDefault();
      event.stopPropagation();
      waiting = true;
      count();
    }, true);
  }
  window.addEventListener("beforeunload", (event) => {
    if (busy || queue.length) event.preventDefault();
  });

  /* ---- dropped anywhere ---- */
  const holds = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  let over = 0;
  const lit = (yes) => document.body.classList.toggle("menerima", yes);
  document.addEventListener("dragenter", (event) => { if (holds(event)) { over += 1; lit(true); } });
  document.addEventListener("dragleave", (event) => {
    if (holds(event)) { over = Math.max(0, over - 1); lit(over > 0); }
  });
  document.addEventListener("dragover", (event) => { if (holds(event)) event.preventDefault(); });
  document.addEventListener("drop", (event) => {
    if (!holds(event)) return;
    event.preventDefault();
    over = 0;
    lit(false);
    take(event.dataTransfer.files);
  });

  /* ---- states that renew themselves; nothing on the page moves for it ---- */
  const badge = (box, bentuk, kata) => {
    const one = box && box.querySelector(".lencana");
    if (!one || one.lastElementChild.textContent === kata) return;
    one.className = `lencana ${bentuk}`;
    const shape = one.querySelector("use");
    shape.setAttribute("href", shape.getAttribute("href").replace(/#.*/, `#${bentuk}`));
    one.lastElementChild.textContent = kata;
  };
  const watched = document.querySelector("[data-pantau]");
  const shown = (name) => watched.querySelector(`[data-isi="${name}"]`);
  const watch = async () => {
    for (let turn = 0; ; turn += 1) {
      await wait(turn < 30 ? 1.5 : 5);
      if (document.hidden) continue;
      const answer = await ask("GET", watched.dataset.pantau);
      if (answer && !answer.ok) return;
      if (!answer) continue;
      const { told } = answer;
      badge(shown("keadaan"), told.bentuk, told.kata);
      const nomor = told.nomor_agenda || told.tanpa_nomor;
      if (nomor && shown("nomor_agenda")) shown("nomor_agenda").textContent = nomor;
      told.file.forEach((one) => badge(shown(one.id), one.bentuk, one.keadaan));
      if (!told.selesai) continue;
      const line = watched.querySelector(".pantau");
      line.firstElementChild.textContent = "Pemeriksaan selesai.";
      line.querySelector("a").textContent = "Tampilkan hasilnya";
      return;
    }
  };
  if (watched) watch();
})();
