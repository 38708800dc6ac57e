"""The page of a meeting in the words and shapes it is shown in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import url_for

from service.acts.berkas import rapat_baca
from service.acts.berkas.baca import Penuh
from service.acts.berkas.rapat_baca import Bertemu
from service.acts.lihat.berkas import LANGKAH
from service.domain.berkas import Berkas
from service.domain.rapat import SEBAGAI, Peserta, after, before
from service.domain.rapat_berkas import RapatBerkas, lacking
from service.domain.rapat_isian import isian
from service.domain.rapat_waktu import warnings
from service.domain.tanggal import local
from service.domain.wewenang import Hadir
from service.face.isi import Bentuk, Kolom, Pemberitahuan, Sel, Tabel, Tautan
from service.face.isi_formulir import Formulir
from service.ports import House
from service.web.berkas.rapat_baris import PILIH
from service.web.berkas.rapat_isian import parts
from service.web.kata.berkas import moment

KONSEP: tuple[str, Bentuk] = ("Konsep", "baru")
DIUNDANG: tuple[str, Bentuk] = ("Undangan ditetapkan", "menunggu")
BERJALAN: tuple[str, Bentuk] = ("Hasil belum lengkap", "berjalan")
SELESAI: tuple[str, Bentuk] = ("Hasil ditetapkan", "selesai")
ORANG = (Kolom("Nama"), Kolom("Jabatan"), Kolom("Unit"), Kolom("Sebagai"), Kolom("Kehadiran"))
RAPAT = (Kolom("Rapat"), Kolom("Waktu"), Kolom("Keadaan"))
LEMBAR = (
    ("Lembar undangan", "call"),
    ("Daftar hadir", "list_"),
    ("Notula", "minutes"),
    ("Untuk kalender (.ics)", "calendar"),
)
LAMPAU = (
    "Berkas ini dikembalikan sesudah rapat ini. Catatannya tetap tersimpan, tetapi langkahnya "
    "memerlukan rapat baru: siapkan rapat berikutnya."
)
DIUBAH = {
    "tambah": "Satu baris ditambahkan.",
    "hapus": "Satu baris dihapus.",
    "hadir": "Yang belum ditandai sekarang ditandai hadir.",
    PILIH: "Yang Anda pilih ditambahkan ke daftar peserta.",
}


def page(house: House, one: Bertemu, formulir: Formulir, ubah: str = "") -> dict[str, Any]:
    """All that the page shows."""
    it, zona = one.rapat, one.kalender.zona
    held = it.tanggal is not None and it.tanggal <= one.hari
    return {
        "judul": "Rapat baru" if one.baru else f"Rapat ke-{it.urut}: {it.judul or 'tanpa judul'}",
        "jejak": _trail(one.berkas),
        "keadaan": state(it, came=held),
        "sifat": _traits(one, zona),
        "peringatan": [] if formulir.keliru or ubah else _warned(one),
        "kurang": _lacks(one, held=held),
        "lembar": [] if one.baru else _sheets(one),
        "lain": _others(one),
        "isian": parts(formulir) if one.boleh else None,
        "diubah": _changed(ubah),
        "hasil": held or it.dilaporkan is not None or _asks_results(formulir),
        "pilih": rapat_baca.to_pick(house, one.berkas) if one.boleh else {},
        "acara": it.acara,
        "peserta": Tabel("peserta", "Peserta", ORANG, tuple(map(_person, it.peserta))),
        "lagi": one.boleh and one.terakhir and _is_over(one),
    }


def _is_over(one: Bertemu) -> bool:
    """Whether the next meeting may be called: this one is whole, or of an earlier round."""
    return one.lampau or not lacking([one.rapat], one.rapat.langkah, one.hari)


def _asks_results(formulir: Formulir) -> bool:
    return any(one.nama.endswith("-hadir") and one.jenis == "pilih" for one in formulir.ruas)


def state(it: RapatBerkas, *, came: bool) -> tuple[str, Bentuk]:
    """How far a meeting is, in a word and a shape."""
    if it.dilaporkan:
        return SELESAI
    if came and it.diundang:
        return BERJALAN
    return DIUNDANG if it.diundang else KONSEP


def _trail(berkas: Berkas) -> tuple[Tautan, ...]:
    at = url_for("berkas.show", berkas_id=berkas.id)
    return (Tautan("Beranda", "/"), Tautan("Berkas", "/berkas"), Tautan(berkas.judul, at))


def _traits(one: Bertemu, zona: str) -> tuple[tuple[str, str], ...]:
    it = one.rapat
    told = isian(it.rapat, zona)["undangan"]
    traits = [
        ("Langkah", one.langkah.kegiatan),
        ("Waktu", ", pukul ".join(filter(None, (told["hari_tanggal"], told["pukul"])))),
        ("Tempat", told["tempat"]),
        ("Tautan", it.tautan),
        ("Undangan ditetapkan", moment(it.diundang, zona) if it.diundang else ""),
        ("Hasil ditetapkan", moment(it.dilaporkan, zona) if it.dilaporkan else ""),
        ("Sifat", "Rahasia: hanya terlihat oleh yang berwenang" if one.berkas.rahasia else ""),
    ]
    return tuple((name, value) for name, value in traits if value)


def _warned(one: Bertemu) -> list[Pemberitahuan]:
    if one.lampau and one.terakhir:
        return [Pemberitahuan(LAMPAU, "perhatian")]
    found = warnings(one.rapat.rapat, one.kalender, one.hari)
    kata = "Rapat tetap dapat diadakan; periksa sekali lagi harinya."
    return [Pemberitahuan(f"{each} {kata}", "perhatian") for each in found]


def _lacks(one: Bertemu, *, held: bool) -> tuple[str, list[str]]:
    """What the next deed waits for, under its heading."""
    it = one.rapat
    if one.baru or not one.boleh:
        return "", []
    if held:
        return "Sebelum hasil dapat ditetapkan", list(after(it.rapat, one.hari).values())
    return "Sebelum undangan dapat ditetapkan", list(before(it.rapat).values())


def _sheets(one: Bertemu) -> list[Tautan]:
    n = one.rapat.urut
    ready = one.rapat.tanggal is not None and one.rapat.mulai is not None
    return [
        Tautan(kata, url_for(f"berkas_rapat_lembar.{name}", berkas_id=one.berkas.id, n=n))
        for kata, name in LEMBAR
        if ready or name != "calendar"
    ]


def _others(one: Bertemu) -> list[Tautan]:
    return [
        Tautan(f"Rapat ke-{each.urut}", address(one.berkas, each))
        for each in one.semua
        if each != one.rapat
    ]


def urut(n: str) -> int:
    """Which meeting an address means; 0, that of none, where it is no number."""
    return int(n) if n.isascii() and n.isdigit() and len(n) < 6 else 0


def address(berkas: Berkas, one: RapatBerkas) -> str:
    """Where a meeting is shown."""
    return url_for("berkas_rapat.show", berkas_id=berkas.id, n=one.urut)


def _changed(ubah: str) -> Pemberitahuan | None:
    kata = DIUBAH.get(ubah.partition("-")[0], "")
    if not kata:
        return None
    return Pemberitahuan(f"{kata} Isian belum disimpan sebelum Anda menekan Simpan.")


def _person(one: Peserta) -> tuple[Sel, ...]:
    came = {None: "belum ditandai", True: "hadir", False: "tidak hadir"}[one.hadir]
    stood_in = f"diwakili {one.diwakili}" if one.diwakili else ""
    return (
        Sel(one.nama),
        Sel(one.jabatan or "–"),
        Sel(one.unit or "–"),
        Sel(SEBAGAI.get(one.sebagai, one.sebagai)),
        Sel(stood_in or came),
    )


@dataclass(frozen=True)
class Bagian:
    """Meetings on the page of a matter: which there are, and the way to the one that is next."""

    kurang: tuple[str, ...]
    tabel: Tabel | None
    isi: Tautan | None


def section(house: House, oleh: Hadir, whole: Penuh, zona: str) -> Bagian | None:
    """The meetings of a matter and of those that it called; None where there is nothing to say."""
    seen = [whole.berkas, *(one for one in whole.anak if one.untuk.startswith(LANGKAH))]
    found, today = rapat_baca.of_matters(house, seen), local(house.clock.now(), zona).date()
    rows = tuple(_line(one, today) for one in found)
    told = Bagian(
        whole.keadaan.rapat,
        Tabel("rapat", "Rapat", RAPAT, rows) if rows else None,
        _way_in(oleh, whole),
    )
    return told if told.tabel or told.isi or told.kurang else None


def _way_in(oleh: Hadir, whole: Penuh) -> Tautan | None:
    """To the form of the meeting, for those who may write it."""
    if not rapat_baca.may_begin(oleh, whole.berkas, whole.jalan):
        return None
    return Tautan("Isi rapat", url_for("berkas_rapat.latest", berkas_id=whole.berkas.id))


def _line(found: tuple[Berkas, RapatBerkas], today: date) -> tuple[Sel, ...]:
    berkas, one = found
    kata, bentuk = state(one, came=one.tanggal is not None and one.tanggal <= today)
    return (
        Sel(one.judul or f"Rapat ke-{one.urut}", address(berkas, one)),
        Sel(one.rapat.kapan or "belum ditetapkan"),
        Sel(kata, bentuk=bentuk),
    )
