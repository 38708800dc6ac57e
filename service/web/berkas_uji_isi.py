"""What the workbench shows, and its forms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from flask import url_for

from service.acts import peraturan
from service.acts.berkas_baca import Penuh
from service.domain.berkas import BERJALAN
from service.domain.butir import Butir, as_seen
from service.domain.pengecualian import PIMPINAN, is_closed
from service.domain.sop.bentuk import UJI
from service.domain.uji import KESIMPULAN
from service.domain.uji_blok import BLOK, Kelengkapan, as_decided, completeness
from service.domain.uji_salin import SALINAN
from service.domain.wewenang import PERAN
from service.face.isi import Kolom, Kosong, Sel, Tabel
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web.auth import house
from service.web.berkas_kata import outcome

KOLOM = (
    Kolom("Butir"),
    Kolom("Kelengkapan"),
    Kolom("Kesimpulan"),
    Kolom("Dasar"),
    Kolom("Akibat bila dibuka"),
    Kolom("Akibat bila ditutup"),
    Kolom("Jangka waktu"),
)
KURANG, TUTUP = "kurang", "tutup"
TAMPIL = {"": "Semua butir", KURANG: "Yang belum lengkap", TUTUP: "Yang akan dikecualikan"}
SINGKAT = 110  # letters of a cell; the whole stands in the worksheet


def is_tested(whole: Penuh) -> bool:
    """Whether items are tested or decided anywhere on the way of the matter."""
    rows = whole.jalan.sop.rows(whole.berkas.bagian)
    return bool(whole.butir) or any(UJI in row.lembar or row.untuk == "butir" for row in rows)


def standing(whole: Penuh) -> list[Butir]:
    """The items that count."""
    return [one for one in whole.butir if not one.dicabut]


def done(one: Butir, today: date) -> Kelengkapan:
    """How far its worksheet is; what is excluded for good is not measured by today."""
    return completeness(as_decided(one.uji, one.hasil), None if is_closed(one) else today)


def summary(whole: Penuh, today: date) -> str:
    """All items in one line."""
    items = standing(whole)
    if not items:
        return ""
    whole_ones = sum(1 for one in items if done(one, today).utuh)
    proved = sum(1 for one in items if whole.terang.proved(one))
    waiting = sum(1 for one in items if is_closed(one)) - proved
    parts = [f"{len(items)} butir", f"{whole_ones} lembar lengkap"]
    parts += [f"{waiting} diusulkan dikecualikan"] if waiting else []
    parts += [f"{proved} dikecualikan"] if proved else []
    return " · ".join(parts)


def proofs(whole: Penuh) -> list[tuple[str, str, bool]]:
    """What stands behind the exclusions, where there are any: name, words, whether it is there."""
    closed = [one for one in whole.butir if is_closed(one)]
    if not closed:
        return []
    agreed = sum(1 for one in closed if whole.terang.bukti(one).disetujui)
    papers = (
        ("Berita acara pengujian", whole.terang.berita_acara),
        ("Surat keputusan", whole.terang.sk),
    )
    lines = [
        (nama, "ditandatangani semua" if there else "belum ditandatangani", there)
        for nama, there in papers
    ]
    words = f"{agreed} dari {len(closed)} butir" if agreed else "belum dicatat"
    return [*lines, ("Persetujuan pimpinan", words, agreed == len(closed))]


def narrowed(whole: Penuh, tampil: str, today: date) -> list[Butir]:
    """The items that are asked for."""
    if tampil == KURANG:
        return [one for one in standing(whole) if not done(one, today).utuh]
    if tampil == TUTUP:
        return [one for one in whole.butir if is_closed(one)]
    return list(whole.butir)


def filters(tampil: str) -> list[Ruas]:
    """Which items are shown."""
    choices = tuple(Pilihan(key, kata) for key, kata in TAMPIL.items())
    return [Ruas("tampil", "Tampilkan", tampil, "pilih", pilihan=choices, wajib=False)]


def table(whole: Penuh, items: list[Butir], today: date) -> Tabel:
    """Each item in one line."""
    daftar = peraturan.regulations(house().packs, whole.berkas.instansi)
    rows = []
    for one in items:
        doubted = bool(peraturan.sheet_warnings(daftar, one.uji))
        rows.append(_row(whole, one, today, doubted=doubted))
    return Tabel("butir", "Butir", KOLOM, tuple(rows))


def _row(whole: Penuh, one: Butir, today: date, *, doubted: bool) -> tuple[Sel, ...]:
    it, far = one.uji, done(one, today)
    kata, bentuk = outcome(whole.terang, one)
    said = KESIMPULAN.get(it.kesimpulan, "")
    if not one.hasil and not one.dicabut:
        kata, bentuk = (f"Kesimpulan rapat: {said.lower()}", "berjalan") if said else (kata, bentuk)
    return (
        Sel(
            f"{one.urut}. {one.judul}",
            url_for("berkas_butir.show", berkas_id=one.berkas, butir_id=one.id),
        ),
        Sel(
            f"{far.blok}/{len(BLOK)}" + (" lengkap" if far.utuh else ""),
            bentuk="selesai" if far.utuh else "berjalan" if far.blok else "baru",
            catatan=far.kata,
        ),
        Sel(kata, bentuk=bentuk),
        Sel(
            "; ".join(x.singkat for x in it.dasar).replace("huruf ", "huruf\u00a0") or "–",
            catatan="ada kutipan yang perlu diperiksa" if doubted else "",
        ),
        Sel(_short(it.dibuka)),
        Sel(_short(it.ditutup)),
        Sel(it.jangka.kata() or "–"),
    )


def _short(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= SINGKAT:
        return words or "–"
    return words[:SINGKAT].rsplit(" ", 1)[0] + " …"


def marks(items: list[Butir]) -> tuple[str, ...]:
    """What the tick box of each item says: which, as it was seen."""
    return tuple(f"{one.versi}.{one.id}" for one in items)


def chosen(ticked: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """The items that were ticked."""
    parts = (one.partition(".") for one in ticked)
    return tuple((id_, int(versi) if versi.isdecimal() else 0) for versi, _, id_ in parts)


def nothing_here(whole: Penuh, *, may: bool) -> Kosong:
    """What would stand here."""
    if standing(whole):
        return Kosong("Tidak ada butir seperti itu", "Pilih saringan lain untuk melihat semuanya.")
    more = "Tambahkan di bawah ini." if may else "Pelaksana langkahnya yang menambahkan."
    return Kosong("Belum ada butir", f"Satu butir satu informasi yang diuji. {more}")


def copying(whole: Penuh) -> Formulir:
    """From which item, and what."""
    items = tuple(Pilihan(one.id, f"{one.urut}. {one.judul}") for one in standing(whole))
    parts = tuple(Pilihan(key, kata) for key, kata in SALINAN.items())
    over = (Pilihan("1", "Timpa isian yang sudah ada di butir tujuan"),)
    fields = (
        Ruas("dari", "Dari butir", "", "pilih", pilihan=items),
        Ruas("apa", "Yang disalin", jenis="centang", pilihan=parts, wajib=True),
        Ruas("timpa", "Bila sudah berisi", jenis="centang", pilihan=over, wajib=False),
    )
    at = url_for("berkas_uji.copy", berkas_id=whole.berkas.id)
    return Formulir(at, "Salin ke butir yang dicentang", (Kelompok("", fields),))


def ticked(form: Formulir, parts: tuple[str, ...]) -> Formulir:
    """The form with what was ticked in it."""
    kept = {"apa": parts}
    groups = tuple(
        replace(
            group,
            ruas=tuple(
                replace(one, terpilih=kept.get(one.nama, (one.nilai,)))
                if one.jenis == "centang"
                else one
                for one in group.ruas
            ),
        )
        for group in form.kelompok
    )
    return replace(form, kelompok=groups)


def addition(whole: Penuh) -> Formulir:
    """Many items at once."""
    fields = (
        Ruas("tanda", "Tanda", house().new_id(), "tersembunyi", batas=40),
        Ruas(
            "daftar",
            "Judul butir, satu baris satu butir",
            "",
            "panjang",
            petunjuk="Boleh ditempel dari daftar atau kolom Excel; nomor di depannya dibuang.",
            batas=160_000,
        ),
    )
    at = url_for("berkas_uji.put_in", berkas_id=whole.berkas.id)
    return Formulir(at, "Tambah butir", (Kelompok("", fields),))


def decision(whole: Penuh, today: date) -> Formulir | None:
    """All that are ready decided at once, where this person decides now."""
    if not whole.per_butir or not whole.giliran or not _open(whole):
        return None
    ready = [
        one
        for one in standing(whole)
        if not one.hasil and one.uji.kesimpulan in whole.per_butir and done(one, today).utuh
    ]
    if not ready:
        return None
    at = url_for("berkas_uji.decide", berkas_id=whole.berkas.id)
    tombol = f"Tetapkan {len(ready)} butir sesuai kesimpulan rapat"
    return Formulir(at, tombol, (Kelompok("", (_seen(whole),)),), jaga=False)


def _seen(whole: Penuh) -> Ruas:
    """The items as they stood on this page."""
    return Ruas("dilihat", "Dilihat", as_seen(whole.butir), "tersembunyi")


def approval(whole: Penuh) -> Formulir | None:
    """The approval of the head, where something waits for it."""
    waiting = [
        one for one in whole.butir if is_closed(one) and not whole.terang.bukti(one).disetujui
    ]
    if not waiting or not whole.kepala or not _open(whole):
        return None
    at = url_for("berkas_uji.approve", berkas_id=whole.berkas.id)
    tombol = f"Setujui pengecualian {len(waiting)} butir"
    return Formulir(at, tombol, (Kelompok("", (_seen(whole),)),), jaga=False)


def withdrawal(whole: Penuh) -> Formulir | None:
    """The approval taken back."""
    if not whole.terang.persetujuan or not whole.kepala or not _open(whole):
        return None
    hint = f"Hanya {PERAN[PIMPINAN]} yang dapat menariknya; alasannya tercatat di jurnal."
    fields = (Ruas("alasan", "Alasan", "", "panjang", petunjuk=hint, batas=2000),)
    at = url_for("berkas_uji.withdraw", berkas_id=whole.berkas.id)
    return Formulir(at, "Tarik persetujuan", (Kelompok("", fields),))


def _open(whole: Penuh) -> bool:
    return whole.berkas.keadaan == BERJALAN and whole.berkas.ditunda is None
