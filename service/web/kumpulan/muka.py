"""The page of one table of papers, in the words and shapes it is shown in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import url_for

from service.acts.kumpulan import bersama, gabung
from service.acts.kumpulan.lihat import Terbuka, rows
from service.acts.kumpulan.tabel import Letak, kind_of
from service.acts.naskah.berkas import name_of
from service.domain.angka import ribuan
from service.domain.isian_tabel import besides, cell, lajur
from service.domain.kumpulan import BENTUK, BOLAK, CETAK, DIMULAI, SIAP, ZIP, Kemajuan
from service.domain.naskah import BATAL, KATA
from service.domain.refusals import TidakAda
from service.domain.ruas import PETUGAS
from service.domain.wewenang import Hadir
from service.face.alamat import link, page_of
from service.face.isi import Halaman, Kolom, Sel, Tabel, Tautan
from service.face.isi_formulir import Formulir
from service.ports import House
from service.web.kata.naskah import BENTUK as RUPA_KEADAAN
from service.web.kumpulan import isi
from service.web.kumpulan.bersama import form_of

SEHALAMAN = 50
CONTOH, LAJUR_CONTOH, HURUF_CONTOH = 5, 4, 60
KOLOM = (Kolom("Naskah"), Kolom("Berkas"), Kolom("Nomor"), Kolom("Keadaan"))
FILE = {
    ZIP: "ZIP (Word dan PDF)",
    CETAK: "file cetak",
    BOLAK: "file cetak bolak-balik",
}
AKHIRAN = {ZIP: "zip", CETAK: "pdf", BOLAK: "pdf"}


@dataclass(frozen=True)
class FileGabungan:
    """One file of all papers on the page: there, on its way, or to be asked for."""

    nama: str
    unduh: str  # its address; '' while it is not there
    ditunggu: bool
    alamat: str  # where it is asked for; '' where it cannot be now
    lama: bool  # one was made, and the papers changed since


def page(
    house: House,
    oleh: Hadir,
    one: Terbuka,
    asked: Mapping[str, str],
    wrong: Formulir | None,
) -> dict[str, Any]:
    """All that the page shows."""
    k = one.kumpulan
    here = url_for("naskah_kumpulan_satu.show", kumpulan_id=k.id)
    nama = name_of(house, k.instansi, k.jenis)
    begun = k.keadaan == DIMULAI
    daftar, halaman = _papers(one, nama, here, asked) if begun else (None, None)
    files = _files(one, oleh) if begun else ()
    made = one.kemajuan
    return {
        "judul": f"{nama} dari tabel",
        "jejak": (*isi.JEJAK, Tautan("Dari tabel", url_for("naskah_kumpulan.listing"))),
        "keadaan": isi.KATA[k.keadaan],
        "sifat": _traits(one),
        "berkas": None if k.tiap_berkas else _matter(one),
        "salah": wrong,
        "siap": _ready(house, one) if k.keadaan == SIAP else None,
        "kata": said(made) if begun else "",
        "ditunggu": begun and (not made.utuh or any(x.ditunggu for x in files)),
        "menyusul": begun and not made.utuh,
        "alamat": link(here, {}, halaman=str(at) if (at := page_of(asked)) > 1 else ""),
        "bersama": _together(house, oleh, one) if begun else [],
        "file": files,
        "daftar": daftar,
        "halaman": halaman,
    }


def _together(house: House, oleh: Hadir, one: Terbuka) -> list[Formulir]:
    """What can be done with several now; while the page renews itself nothing that is typed in."""
    some = bersama.possible(house, oleh, one)
    still = one.kemajuan.utuh
    return [form_of(one.kumpulan.id, x) for x in some if still or not x.seorang]


def _traits(one: Terbuka) -> tuple[tuple[str, str], ...]:
    k = one.kumpulan
    many = one.kemajuan.jumlah
    where = f"{ribuan(many)} berkas, masing-masing satu naskah"
    return (
        ("Jumlah naskah", ribuan(many)),
        ("Tabel", k.nama_file),
        *((("Berkas", where),) if k.tiap_berkas else ()),
    )


def _matter(one: Terbuka) -> Tautan:
    (berkas,) = one.berkas.values()
    return Tautan(berkas.judul, url_for("berkas.show", berkas_id=berkas.id))


def said(made: Kemajuan) -> str:
    """How far the papers are, in one sentence."""
    if made.utuh:
        states = ", ".join(f"{ribuan(many)} {KATA[one].lower()}" for one, many in made.keadaan)
        return f"Semua naskah sudah dibuat dan dicetak: {states}."
    return (
        f"{ribuan(made.ada)} dari {ribuan(made.jumlah)} naskah dibuat, {ribuan(made.tercetak)} "
        "tercetak."
    )


# --- before it is begun ------------------------------------------------------------------------


def _ready(house: House, one: Terbuka) -> dict[str, Any]:
    k = one.kumpulan
    kind = kind_of(house, Letak(k.instansi, k.jenis))
    told = [x for x in rows(house, k)[:SEHALAMAN] if x.berkas in one.berkas][:CONTOH]
    columns = [y for y in lajur(kind, {}) if y.ruas.asal == PETUGAS][:LAJUR_CONTOH]
    table = tuple(
        (
            Sel(str(x.baris)),
            *((Sel(one.berkas[x.berkas].judul),) if k.tiap_berkas else ()),
            *(Sel(_short(cell(y, x.isian.get(y.ruas.nama)))) for y in columns),
        )
        for x in told
    )
    heads = (Kolom("Baris"), *((Kolom("Berkas"),) if k.tiap_berkas else ()))
    heads += tuple(Kolom(y.label) for y in columns)
    left = besides(kind, told[0].isian if told else {})
    return {
        "contoh": Tabel("contoh", "Baris pertama tabel ini", heads, table),
        "kurang": f"Diisi kemudian di setiap naskah: {', '.join(left)}." if left else "",
        "mulai": plain_form(one, "mulai"),
        "urungkan": plain_form(one, "urungkan"),
    }


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return f"{flat[:HURUF_CONTOH]}…" if len(flat) > HURUF_CONTOH else flat or "–"


def plain_form(one: Terbuka, apa: str) -> Formulir:
    """One button that needs nothing typed."""
    many = ribuan(one.kemajuan.jumlah)
    words = {"mulai": f"Mulai {many} naskah", "urungkan": "Urungkan"}
    words |= {bentuk: f"Siapkan {FILE[bentuk]}" for bentuk in BENTUK}
    if apa not in words:
        raise TidakAda("Perbuatan itu")
    at = url_for("naskah_kumpulan_satu.act", kumpulan_id=one.kumpulan.id, apa=apa)
    return Formulir(at, words[apa], (), jaga=False)


# --- the papers, and their files ---------------------------------------------------------------


def _at(naskah_id: str) -> str:
    return url_for("naskah.show", naskah_id=naskah_id)


def _papers(
    one: Terbuka, nama: str, here: str, asked: Mapping[str, str]
) -> tuple[Tabel | None, Halaman | None]:
    pages = max(1, -(-len(one.naskah) // SEHALAMAN))
    at = min(max(page_of(asked), 1), pages)
    first = (at - 1) * SEHALAMAN
    some = one.naskah[first : first + SEHALAMAN]
    rows_ = tuple(
        (
            Sel(f"{nama} ke-{n}", _at(x.id)),
            Sel(one.berkas[x.berkas].judul, url_for("berkas.show", berkas_id=x.berkas)),
            Sel(x.nomor or "–"),
            Sel(
                KATA[x.keadaan], bentuk=RUPA_KEADAAN[x.keadaan], catatan=_waits(x.resep, x.keadaan)
            ),
        )
        for n, x in enumerate(some, first + 1)
    )
    if not rows_:
        return None, None
    before = link(here, {}, halaman=str(at - 1)) if at > 1 else ""
    after = link(here, {}, halaman=str(at + 1)) if at < pages else ""
    kata = f"{first + 1} sampai {first + len(some)} dari {ribuan(len(one.naskah))} naskah"
    halaman = Halaman(at, pages, kata, before, after) if pages > 1 else None
    return Tabel("naskah", "Naskah dari tabel ini", KOLOM, rows_), halaman


def _waits(resep: str, keadaan: str) -> str:
    return "" if resep or keadaan == BATAL else "Cetakannya sedang disusun"


def _files(one: Terbuka, oleh: Hadir) -> tuple[FileGabungan, ...]:
    found = []
    for bentuk, nama in FILE.items():
        if not gabung.may(one, oleh, bentuk):
            continue
        id_ = one.kumpulan.id
        fresh, waits = one.segar(bentuk), one.ditunggu(bentuk)
        at = url_for("naskah_kumpulan_satu.download", kumpulan_id=id_, bentuk=bentuk)
        ask = url_for("naskah_kumpulan_satu.act", kumpulan_id=id_, apa=bentuk)
        can = one.kemajuan.utuh and bool(one.hidup) and not fresh and not waits
        old = bool(one.gabungan.get(bentuk) and one.gabungan[bentuk].file) and not fresh
        found.append(FileGabungan(nama, at if fresh else "", waits, ask if can else "", old))
    return tuple(found)


def file_name(house: House, one: Terbuka, bentuk: str) -> str:
    """What the file of all papers is called when it is handed out."""
    k = one.kumpulan
    nama = name_of(house, k.instansi, k.jenis)
    side = " bolak-balik" if bentuk == BOLAK else ""
    return isi.plain(f"{nama} {len(one.hidup)} naskah{side}.{AKHIRAN[bentuk]}")
