"""One ruas of a naskah on a page: the fields it is typed into, and the value that was typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from service.domain import ruas as r
from service.domain.angka import ribuan
from service.domain.ruas_baku import baku
from service.domain.tanggal import nip_berkelompok
from service.face.isi_formulir import JenisRuas, Pilihan, Ruas

AWALAN = "isi"  # before the name of every field, so that none meets a field of the page itself
CONTOH_TERPANJANG = 160
SEBARIS = 80  # a sample longer than this asks for more than one line to type in
RADIO_TERBANYAK = 4
GAMBAR = "PNG atau JPEG."
PELAKSANA = (
    Pilihan("", "Pejabat definitif"),
    Pilihan("Plt.", "Plt. (pelaksana tugas)"),
    Pilihan("Plh.", "Plh. (pelaksana harian)"),
    Pilihan("a.n.", "a.n. (atas nama)"),
    Pilihan("u.b.", "u.b. (untuk beliau)"),
)
_PEJABAT: dict[str, tuple[str, int]] = {
    "nama": ("Nama dengan gelar", 160),
    "jabatan": ("Jabatan", 300),
    "pangkat": ("Pangkat", 120),
    "nip": ("NIP", 40),
}
_MANDAT: dict[str, tuple[str, str]] = {
    "jabatan_sendiri": (
        "Jabatan sendiri",
        "Diisi bila a.n. atau u.b.; jabatan di atas ialah yang memberi mandat.",
    ),
    "melalui": ("Jabatan yang diberi mandat a.n.", "Diisi bila u.b."),
}
BATAS_JABATAN = 300
_JENIS: dict[str, JenisRuas] = {
    r.PARAGRAF: "panjang",
    r.DAFTAR_TEKS: "panjang",
    r.TANGGAL: "tanggal",
    r.BILANGAN: "angka",
    r.RUPIAH: "angka",
    r.GAMBAR: "file",
    r.DAFTAR_DIP: "file",
}
_CARA = {
    r.PARAGRAF: "Alinea dipisah dengan satu baris kosong.",
    r.DAFTAR_TEKS: "Satu butir satu baris, tanpa nomor atau huruf di depannya.",
    r.RUPIAH: "Rupiah tanpa sen.",
    r.GAMBAR: GAMBAR,
    r.DAFTAR_DIP: "Tabel XLSX dengan tujuh lajur Daftar Informasi Publik.",
}
TANPA_NOMOR = "Tanpa nomor atau huruf di depannya."
DARI_BERKAS = "Diambil dari berkas; betulkan bila perlu."


def named(*parts: object) -> str:
    """The name of a field."""
    return "-".join((AWALAN, *map(str, parts)))


# --- one field -------------------------------------------------------------------------------


def field(ruas: r.Ruas, value: Any, nama: str) -> Ruas:
    """A ruas, or a column of one, as a field with its value in it."""
    return replace(_plain(ruas, nama), nilai=text_of(ruas, value), **_looks(ruas))


def hint(ruas: r.Ruas, *more: str) -> str:
    """What is said below the name of a ruas: its own words, how it is typed, where it is from."""
    told = (ruas.petunjuk, _typed(ruas), DARI_BERKAS * (ruas.asal == r.BERKAS))
    return " ".join(one for one in (*told, *more) if one)


def _typed(ruas: r.Ruas) -> str:
    """How it is typed, as far as its own words do not say so."""
    lines = ruas.jenis == r.DAFTAR_TEKS and "satu baris" in ruas.petunjuk
    return TANPA_NOMOR if lines else _CARA.get(ruas.jenis, "")


def _plain(ruas: r.Ruas, nama: str) -> Ruas:
    return Ruas(nama, ruas.label, petunjuk=hint(ruas), contoh=_sample(ruas), wajib=ruas.wajib)


def _looks(ruas: r.Ruas) -> dict[str, Any]:
    match ruas.jenis:
        case r.PILIHAN:
            few = ruas.wajib and len(ruas.pilihan) <= RADIO_TERBANYAK
            offered = tuple(Pilihan(one, one) for one in ruas.pilihan)
            return {"jenis": "radio" if few else "pilih", "pilihan": offered}
        case r.TEKS:
            many = len(str(ruas.contoh)) > SEBARIS
            narrow = 0 < ruas.batas <= SEBARIS
            return {
                "jenis": "panjang" if many else "teks",
                "batas": ruas.terpanjang,
                "lebar": "sedang" if narrow else "",
            }
        case r.PARAGRAF:
            return {"jenis": "panjang", "batas": ruas.terpanjang}
        case r.TANGGAL | r.BILANGAN | r.RUPIAH:
            return {"jenis": _JENIS[ruas.jenis], "lebar": "sempit"}
    return {"jenis": _JENIS[ruas.jenis]}


def _sample(ruas: r.Ruas) -> str:
    match ruas.jenis:
        case r.PILIHAN | r.GAMBAR | r.DAFTAR_DIP:
            return ""
        case r.TANGGAL if ruas.contoh:
            return f"{date.fromisoformat(ruas.contoh):%d-%m-%Y}"
        case r.DAFTAR_TEKS if ruas.contoh:
            shown = str(ruas.contoh[0])
        case _:
            shown = " ".join(text_of(ruas, ruas.contoh).split())
    return shown if len(shown) <= CONTOH_TERPANJANG else f"{shown[:CONTOH_TERPANJANG].rstrip()}…"


def text_of(ruas: r.Ruas, value: Any) -> str:
    """A value as it stands in its field."""
    match ruas.jenis:
        case r.GAMBAR | r.DAFTAR_DIP:
            return ""
        case r.BILANGAN | r.RUPIAH if isinstance(value, int):
            return ribuan(value)
        case r.DAFTAR_TEKS if isinstance(value, list):
            return "\n".join(map(str, value))
    return value if isinstance(value, str) else ""


def value_of(ruas: r.Ruas, typed: str) -> Any:
    """The value that was typed, in the form in which it is kept."""
    match ruas.jenis:
        case r.DAFTAR_TEKS:
            return baku(ruas, typed.split("\n"))
        case r.TEKS:
            return baku(ruas, " ".join(typed.split("\n")))
    return baku(ruas, typed)


# --- an official, in four fields -------------------------------------------------------------


def official(ruas: r.Ruas, value: Any) -> tuple[Ruas, ...]:
    """The fields of an official: who it is, and as what."""
    held = value if isinstance(value, Mapping) else {}
    contoh = ruas.contoh if isinstance(ruas.contoh, Mapping) else {}
    fields = tuple(
        Ruas(
            named(ruas.nama, key),
            label,
            str(held.get(key, "")),
            contoh=str(contoh.get(key, "")),
            wajib=ruas.wajib and key in ("nama", "jabatan"),
            batas=batas,
        )
        for key, (label, batas) in _PEJABAT.items()
    )
    acting = str(held.get("sebagai", "")).strip()
    as_what = Ruas(
        *(named(ruas.nama, "sebagai"), "Sebagai", acting, "pilih"),
        pilihan=PELAKSANA,
        wajib=False,
    )
    mandate = tuple(
        Ruas(
            *(named(ruas.nama, key), label, str(held.get(key, ""))),
            petunjuk=hint,
            wajib=False,
            batas=BATAS_JABATAN,
        )
        for key, (label, hint) in _MANDAT.items()
    )
    return (*fields, as_what, *mandate)


def official_of(ruas: r.Ruas, sent: Mapping[str, str]) -> dict[str, str]:
    """The official who was typed; {} where nothing was."""
    told = {key: sent.get(named(ruas.nama, key), "").strip() for key in (*_PEJABAT, *_MANDAT)}
    if not any(told.values()):
        return {}
    acting = sent.get(named(ruas.nama, "sebagai"), "").strip()
    known = acting if acting in {one.nilai for one in PELAKSANA} else ""
    # A space parts it from the office that is printed behind it.
    return told | {
        "nip": nip_berkelompok(told["nip"]),
        "sebagai": f"{known} " if known else "",
    }
