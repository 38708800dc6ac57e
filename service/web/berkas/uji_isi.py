"""What the workbench shows, and its forms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from flask import url_for

from service.acts.berkas.baca import Penuh
from service.acts.sop import peraturan
from service.domain.butir import Butir
from service.domain.pengecualian import counting, is_approval, is_closed
from service.domain.sop.bentuk import UJI
from service.domain.uji import KESIMPULAN, TERBUKA
from service.domain.uji_blok import BLOK, Kelengkapan, as_decided, completeness
from service.face.isi import Kolom, Kosong, Sel, Tabel
from service.face.isi_formulir import Pilihan, Ruas
from service.web.dasar.auth import house
from service.web.kata.berkas import outcome

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


def unapproved(whole: Penuh) -> list[Butir]:
    """The closed items that no standing approval covers."""
    return [one for one in whole.butir if is_closed(one) and not whole.terang.bukti(one).disetujui]


def approving(whole: Penuh) -> str:
    """What the head says by completing the present row; '' where it is no approval."""
    row, waiting = whole.langkah, unapproved(whole)
    if row is None or not waiting or not whole.kepala:
        return ""
    if not is_approval(whole.jalan.sop, whole.jalan.bahan, row):
        return ""
    return f"Dengan menyelesaikannya Anda menyetujui pengecualian {len(waiting)} butir."


def unproved(whole: Penuh) -> str:
    """What still keeps the present row from being left, of what is to be excluded."""
    row = whole.langkah
    if row is None:
        return ""
    if row.id not in counting(whole.jalan.sop, whole.jalan.bahan, whole.berkas.bagian):
        return ""
    agreed = replace(whole.terang, persetujuan=_agreed(whole))
    lacks = [one for one in whole.butir if is_closed(one) and agreed.lacks(one)]
    if not lacks:
        return ""
    why = dict.fromkeys(each for one in lacks for each in agreed.lacks(one))
    return f"{len(lacks)} butir belum cukup bukti untuk dikecualikan. {' '.join(list(why)[:4])}"


def _agreed(whole: Penuh) -> frozenset[str]:
    """The approvals there are, and the one that completing would be."""
    mine = (one.disetujui for one in unapproved(whole)) if approving(whole) else ()
    return whole.terang.persetujuan | frozenset(mine)


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
        Sel("–" if (one.hasil or it.kesimpulan) == TERBUKA else it.jangka.kata() or "–"),
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
    return tuple((id_, _versi(versi)) for versi, _, id_ in parts)


def _versi(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def nothing_here(whole: Penuh, *, may: bool) -> Kosong:
    """What would stand here."""
    if standing(whole):
        return Kosong("Tidak ada butir seperti itu", "Pilih saringan lain untuk melihat semuanya.")
    more = "Tambahkan di bawah ini." if may else "Pelaksana langkahnya yang menambahkan."
    if whole.tertulis:
        more = "Kembalikan berkas ini ke pengujian untuk menambahkannya."
    return Kosong("Belum ada butir", f"Satu butir satu informasi yang diuji. {more}")
