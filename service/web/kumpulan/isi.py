"""The pages on which a table of papers is asked for: kinds, the form, what is wrong in a table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from flask import render_template, url_for

from service.acts.berkas.banyak import TERBANYAK as TERBANYAK
from service.acts.berkas.banyak import Dipilih, TiadaDipilih
from service.acts.kumpulan.daftar import TERBESAR
from service.acts.kumpulan.lihat import matters as seen
from service.acts.kumpulan.tabel import BedaInstansi, Letak, kind_of, place, writable
from service.acts.lihat.berkas import berkas_for
from service.acts.naskah.berkas import name_of
from service.acts.naskah.jenis import kinds
from service.domain.angka import ribuan
from service.domain.isian_tabel import NASKAH_TERBANYAK, BarisNaskah, Salah
from service.domain.kumpulan import DIMULAI, DIURUNGKAN, SIAP, Kumpulan
from service.domain.wewenang import Hadir
from service.face.isi import Bentuk, Kolom, Sel, Tabel, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.ports import House
from service.web.berkas.banyak_isi import Terpilih
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work
from service.web.kata.berkas import moment

JEJAK = (Tautan("Beranda", "/"), Tautan("Naskah", "/naskah"))
CARA = (
    "Untuk banyak naskah dalam satu berkas, mulai dari halaman berkasnya. Untuk satu naskah di "
    "masing-masing berkas, centang berkasnya di daftar berkas, lalu pilih Buat naskah dari tabel."
)
SALAH_TAMPIL = 500
SALAH = (Kolom("Baris"), Kolom("Yang harus diperbaiki"))
KOLOM = (
    Kolom("Naskah"),
    Kolom("Jumlah", angka=True),
    Kolom("Berkas"),
    Kolom("Diunggah"),
    Kolom("Keadaan"),
)
KATA: dict[str, tuple[Bentuk, str]] = {
    SIAP: ("baru", "Belum dimulai"),
    DIMULAI: ("berjalan", "Dimulai"),
    DIURUNGKAN: ("dikecualikan", "Diurungkan"),
}
_ASING = re.compile(r"[^\w .,()-]+")


def plain(name: str) -> str:
    """A name that every computer can keep a file under."""
    return _ASING.sub("-", name)


def kind_name(house: House, letak: Letak) -> str:
    """What papers of this kind are called."""
    return name_of(house, letak.instansi, letak.jenis)


def letak_of(house: House, oleh: Hadir, berkas_id: str, jenis: str) -> Letak:
    """The place of papers of one matter, for who may begin them there."""
    with house.ledger.read() as reading:
        berkas = writable(reading, oleh, berkas_id)
    return Letak(berkas.instansi, jenis, berkas.id)


def matters(house: House, oleh: Hadir, ids: str) -> list[Terpilih]:
    """The chosen matters again, as a page sent them back."""
    with house.ledger.read() as reading:
        known = seen(reading, oleh, ids.split()[:TERBANYAK])
    return [Terpilih(Dipilih(one.id, one.versi), one) for one in known.values()]


# --- pages -------------------------------------------------------------------------------------


def kinds_page(letak: Letak, named: Mapping[str, str]) -> str:
    """Which kind of paper, for one matter."""
    at = "naskah_kumpulan.ask"
    rows = tuple(
        (Sel(nama, url_for(at, berkas=letak.berkas, jenis=jenis)),) for jenis, nama in named.items()
    )
    return render_template(
        "kumpulan/jenis.html",
        jejak=JEJAK,
        daftar=Tabel("jenis", "Jenis naskah", (Kolom("Jenis naskah"),), rows),
    )


def choice(house: House, some: Sequence[Terpilih]) -> Formulir:
    """Which kind of paper each of the chosen matters gets."""
    if not some:
        raise TiadaDipilih
    if len({one.berkas.instansi for one in some}) > 1:
        raise BedaInstansi
    named = kinds(house, some[0].berkas.instansi)
    offered = tuple(Pilihan(jenis, nama) for jenis, nama in named.items())
    ids = " ".join(one.berkas.id for one in some)
    fields = (
        Ruas("pilih", "Berkas", ids, "tersembunyi", batas=TERBANYAK * 41),
        Ruas(
            *("jenis", "Jenis naskah", "", "pilih"),
            pilihan=offered,
            lebar="sedang",
            petunjuk=f"{len(some)} berkas dipilih; masing-masing mendapat satu naskah.",
        ),
    )
    at, batal = url_for("naskah_kumpulan.choose"), Tautan("Batal", "/berkas")
    return Formulir(at, "Lanjut", (Kelompok("", fields),), batal=batal, jaga=False)


def chosen_page(formulir: Formulir) -> str:
    """Which kind of paper, for chosen matters."""
    jejak = (Tautan("Beranda", "/"), Tautan("Berkas", "/berkas"))
    return render_template("kumpulan/pilih.html", jejak=jejak, formulir=formulir)


def upload(house: House, letak: Letak) -> Formulir:
    """Where the filled table comes back."""
    fields = (
        Ruas("instansi", "Instansi", letak.instansi, "tersembunyi", batas=80),
        Ruas("jenis", "Jenis", letak.jenis, "tersembunyi", batas=80),
        Ruas("berkas", "Berkas", letak.berkas, "tersembunyi", batas=40, wajib=False),
        Ruas("tanda", "Tanda", house.new_id(), "tersembunyi", batas=40),
        Ruas(
            *("file", "Formulir yang sudah diisi"),
            jenis="file",
            wajib=False,
            petunjuk=f"Excel (.xlsx), paling besar {TERBESAR // 1_000_000} MB dan "
            f"{ribuan(NASKAH_TERBANYAK)} baris.",
        ),
    )
    at = url_for("naskah_kumpulan.send")
    return Formulir(at, "Periksa tabelnya", (Kelompok("", fields),), berlampiran=True, jaga=False)


def step_page(
    house: House,
    oleh: Hadir,
    letak: Letak,
    formulir: Formulir,
    ids: Sequence[str] = (),
    salah: Sequence[BarisNaskah] = (),
) -> str:
    """The form to be filled in, where it comes back, and what is wrong in the one that came."""
    berkas = place(house, oleh, letak)
    nama = kind_of(house, letak).nama
    back = Tautan(berkas.judul, url_for("berkas.show", berkas_id=berkas.id)) if berkas else None
    own = {"instansi": letak.instansi, "jenis": letak.jenis, "berkas": letak.berkas}
    return render_template(
        "kumpulan/baru.html",
        judul=f"{nama} dari tabel",
        jejak=(*JEJAK, Tautan("Dari tabel", url_for("naskah_kumpulan.listing"))),
        berkas=back,
        unduh=url_for("naskah_kumpulan.blank") if berkas or ids else "",
        isian={**own, "pilih": " ".join(ids)},
        formulir=_asked(formulir),
        kesalahan=_faults(salah) if salah else None,
        banyak=_many(salah),
    )


def _asked(form: Formulir) -> Formulir:
    """The form as it is shown: a file is no field that can be read, and yet it must come."""
    (group,) = form.kelompok
    fields = tuple(replace(x, wajib=True) if x.jenis == "file" else x for x in group.ruas)
    return replace(form, kelompok=(replace(group, ruas=fields),))


def _many(salah: Sequence[BarisNaskah]) -> str:
    many = sum(len(one.salah) for one in salah)
    told = f"{ribuan(many)} kesalahan pada {ribuan(len(salah))} baris. Belum ada yang disimpan."
    if many > SALAH_TAMPIL:
        told += f" Yang tampak {SALAH_TAMPIL} yang pertama."
    return f"{told} Betulkan di tabelnya, lalu unggah lagi."


def _cell(one: Salah) -> str:
    """Where it stands, right under what is wrong, where a phone shows it, too."""
    if not one.kolom:
        return ""
    return f"Kolom {one.kolom}, isinya: {one.nilai}" if one.nilai else f"Kolom {one.kolom}, kosong"


def _faults(salah: Sequence[BarisNaskah]) -> Tabel:
    every = [(one.baris, each) for one in salah for each in one.salah]
    rows = tuple(
        (Sel(str(n)), Sel(each.kata, catatan=_cell(each))) for n, each in every[:SALAH_TAMPIL]
    )
    return Tabel("kesalahan", "Kesalahan di tabel", SALAH, rows)


# --- the list ----------------------------------------------------------------------------------


def table_of(house: House, oleh: Hadir, some: Sequence[Kumpulan]) -> Tabel | None:
    """The latest, newest first; None where there is none."""
    zona = zona_of(oleh, at_work())
    rows = tuple(_row(house, oleh, one, zona) for one in some)
    return Tabel("kumpulan", "Naskah dari tabel", KOLOM, rows) if rows else None


def _row(house: House, oleh: Hadir, one: Kumpulan, zona: str) -> tuple[Sel, ...]:
    bentuk, kata = KATA[one.keadaan]
    with house.ledger.read() as reading:
        known = seen(reading, oleh, one.berkas)
        many = len(known) if one.tiap_berkas else one.jumlah
        judul = "" if one.tiap_berkas else berkas_for(reading, oleh, one.berkas[0]).judul
    return (
        Sel(
            name_of(house, one.instansi, one.jenis),
            url_for("naskah_kumpulan_satu.show", kumpulan_id=one.id),
        ),
        Sel(ribuan(many)),
        Sel(judul or "Masing-masing berkas"),
        Sel(moment(one.dibuat, zona), iso=one.dibuat.isoformat()),
        Sel(kata, bentuk=bentuk),
    )
