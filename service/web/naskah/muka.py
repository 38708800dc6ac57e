"""The page of one naskah, in the words and shapes it is shown in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import url_for

from service.acts.kembali import tertahan as kembali
from service.acts.kumpulan import lihat as kumpulan_lihat
from service.acts.lihat.naskah_terbaca import TERTUTUP
from service.acts.naskah import gambar as naskah_gambar
from service.acts.naskah.baca import Terbuka
from service.acts.pasangan.riwayat import made_with
from service.domain.kembalian import KATA as KATA_KEMBALI
from service.domain.naskah import (
    BELUM_DISETUJUI,
    DIAJUKAN,
    DISETUJUI,
    DITULIS,
    KATA,
    Naskah,
    signatures_count,
)
from service.domain.naskah_tabel import has_tables
from service.domain.paket import UMUM
from service.domain.pasangan_versi import BAWAAN
from service.domain.tempat_ttd import GUGUR, JALAN, PERLU_DICEK, TempatTtd, of_turn, said
from service.domain.wewenang import Act
from service.face.isi import Kolom, Sel, Tabel, Tautan
from service.face.isi_formulir import Formulir
from service.ports import House
from service.web.dasar import kenangan
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sebutan import unit_name, zona_of
from service.web.dasar.sekali import at_work
from service.web.kata import naskah as kata
from service.web.kata.berkas import moment
from service.web.kata.jejak import events
from service.web.naskah import tindak

HALAMAN_TERLIHAT = 12  # of a long paper; the others are in its PDF
TTD = (Kolom("Penanda tangan"), Kolom("Keadaan"), Kolom("Oleh"))
KEMBALI = (Kolom("File"), Kolom("Keadaan"), Kolom("Datang"))
PARAF = (Kolom("Pemaraf"), Kolom("Keadaan"), Kolom("Oleh"))


@dataclass(frozen=True)
class Cetakan:
    """The print of a naskah on a page."""

    segar: bool  # it says what was last filled in
    ditunggu: bool  # a fresh one is on its way
    gambar: tuple[str, ...]  # addresses of its pages
    banyak: int  # how many pages it has
    ada: bool  # whether there is one at all
    alamat: str  # the page that shows it, for asking again
    terbuka: bool = True  # whether this person may read it
    musnah: bool = False  # destroyed with its archive


def trail(one: Terbuka) -> tuple[Tautan, ...]:
    """The way to a naskah: through its matter."""
    berkas = Tautan(one.berkas.judul, url_for("berkas.show", berkas_id=one.berkas.id))
    return (Tautan("Beranda", "/"), Tautan("Berkas", "/berkas"), berkas)


def printed(house: House, one: Terbuka, alamat: str) -> Cetakan:
    """The pictures of its pages, as far as they are shown."""
    if kenangan.here():
        return Cetakan(True, False, (), 0, False, alamat, one.terbaca, musnah=True)
    many = naskah_gambar.pages(house, one.cetakan) if one.cetakan else 0
    shown = range(1, min(many, HALAMAN_TERLIHAT) + 1)
    mark = one.cetakan[:12]
    at = tuple(
        url_for("naskah.picture", naskah_id=one.naskah.id, n=str(page), cetakan=mark)
        for page in shown
    )
    owed = one.terbaca and not one.segar and one.naskah.keadaan in BELUM_DISETUJUI | {DISETUJUI}
    return Cetakan(one.segar, owed, at, many, bool(one.cetakan), alamat, one.terbaca)


def page(house: House, one: Terbuka, wrong: Formulir | None = None) -> dict[str, Any]:
    """All that the page shows."""
    zona, naskah = zona_of(one.oleh, at_work()), one.naskah
    signed = {place.oleh for place in one.tempat}
    acted = {*naskah.penyiap, *(x.oleh for x in one.paraf), *signed}
    names = house.lists.nama_orang(acted - {""})
    at = url_for("tanda_tangan.show", naskah_id=naskah.id)
    here = url_for("naskah.show", naskah_id=naskah.id)
    return {
        "judul": one.nama,
        "jejak": trail(one),
        "keadaan": (kata.BENTUK[naskah.keadaan], KATA[naskah.keadaan]),
        "giliran": kata.turn(one),
        "sifat": (*_traits(one, names), *_template(house, one)),
        "berkas": Tautan(one.berkas.judul, url_for("berkas.show", berkas_id=one.berkas.id)),
        "kumpulan": _together(house, one),
        "isi": url_for("naskah_isi.show", naskah_id=naskah.id) if one.dapat_ditulis else "",
        "catatan": _notes(one),
        "formulir": _forms(one, wrong),
        "cetakan": printed(house, one, here),
        "unduh": _files(one),
        "paraf": _places(one, names, zona),
        "tempat": _signs(one, names, zona),
        "bukti": url_for("bukti_ttd.show", naskah_id=naskah.id)
        if one.tempat and one.terbaca
        else "",
        "periksa": url_for("periksa_ttd.show", naskah_id=naskah.id) if _doubt(one) else "",
        "tanda_tangani": at if one.giliran_ttd else "",
        "kembali": _came_back(house, one, zona),
        "peristiwa": events(house, naskah, names, zona),
    }


def _doubt(one: Terbuka) -> bool:
    """Whether nobody knows if one of its signatures was set."""
    here = of_turn(one.tempat, one.naskah.ajuan)
    return one.terbaca and any(x.keadaan == PERLU_DICEK for x in here)


def _together(house: House, one: Terbuka) -> Tautan | None:
    """The table of papers that it was begun with."""
    found = kumpulan_lihat.of_paper(house, one.naskah)
    if found is None:
        return None
    return Tautan("Naskah dari tabel", url_for("naskah_kumpulan_satu.show", kumpulan_id=found.id))


def _forms(one: Terbuka, wrong: Formulir | None) -> list[Formulir]:
    found = [tindak.form_of(apa, one) for apa in tindak.offered(one)]
    if wrong is None:
        return found
    return [wrong, *(form for form in found if form.alamat != wrong.alamat)]


def _traits(one: Terbuka, names: dict[str, str]) -> tuple[tuple[str, str], ...]:
    writers = ", ".join(names[x] for x in one.naskah.penyiap if x in names)
    traits = [
        ("Nomor", kata.number(one)),
        ("Tanggal", kata.date(one)),
        ("Disiapkan oleh", writers),
        ("Instansi", nama_instansi(one.naskah.instansi)),
        ("Unit", unit_name(one.naskah.instansi, one.berkas.unit)),
        (
            "Sifat berkas",
            "Rahasia: hanya terlihat oleh yang berwenang" if one.berkas.rahasia else "",
        ),
    ]
    return tuple((name, value) for name, value in traits if value)


def _template(house: House, one: Terbuka) -> tuple[tuple[str, str], ...]:
    """The version of its template that the print was made with, and whether it stays."""
    found = made_with(house, one.naskah)
    if found is None:
        return ()
    seed = "Bawaan umum" if found.asal == UMUM else "Bawaan instansi"
    words = f"Versi {found.urut}" if found.urut > BAWAAN else seed
    stays = one.naskah.keadaan not in BELUM_DISETUJUI
    more = "tetap sejak disetujui" if stays else "mengikuti yang berlaku sampai disetujui"
    return (("Templat", f"{words}, sidik {found.sidik[:12]} ({more})"),)


def _notes(one: Terbuka) -> tuple[str, ...]:
    """What keeps it where it is, and what helps."""
    told = [] if one.terbaca else [TERTUTUP]
    if one.tanda:
        told.append(
            f"Naskah ini batal. Setiap halaman cetakannya, di layar dan bila diunduh, bertanda "
            f"{one.tanda}; file Word-nya tidak dapat diunduh lagi. Aslinya tetap tersimpan utuh."
        )
    if one.terkunci:
        told.append("Berkasnya sudah ditutup, jadi naskah ini tidak dapat diubah lagi.")
    elif one.pasangan is None:
        told.append(
            "Pasangan templat naskah ini tidak dapat dibaca. Isiannya tetap tersimpan; beri tahu "
            "yang mengurus templat."
        )
    elif one.naskah.keadaan in DITULIS and one.kurang:
        told.append(f"Belum diisi: {', '.join(one.kurang)}. Lengkapi sebelum diajukan.")
    if one.naskah.keadaan == DIAJUKAN and one.perlu_lain and not one.terkunci:
        told.append("Anda menyiapkan naskah ini, jadi paraf dan persetujuannya oleh orang lain.")
    return tuple(told)


def _files(one: Terbuka) -> tuple[Tautan, ...]:
    if not one.segar or not one.terbaca or kenangan.here():
        return ()
    id_ = one.naskah.id
    kept = url_for("naskah.printable", naskah_id=id_, unduh="1")
    if one.wujud.pdf:
        at = url_for("naskah.printable", naskah_id=id_)
        found = [Tautan("Cetak", at), Tautan("Unduh PDF", kept)]
    else:
        found = [Tautan(f"Unduh pindaian ({one.wujud.sebutan})", kept)]
    if one.may(Act.FILL) and one.naskah.docx and not one.tanda:
        found.append(Tautan("Unduh Word", url_for("naskah.word", naskah_id=id_)))
    if one.pasangan and has_tables(one.pasangan) and not one.tanda:
        found.append(Tautan("Unduh Excel", url_for("naskah_buku.workbook", naskah_id=id_)))
    return tuple(found)


def _places(one: Terbuka, names: dict[str, str], zona: str) -> Tabel | None:
    rows = []
    for place in one.paraf:
        words, shape = kata.PARAF[place.keadaan]
        before = "" if place.ajuan == one.naskah.ajuan else f"Pengajuan ke-{place.ajuan}"
        by = names.get(place.oleh, "–")
        when = moment(place.pada, zona) if place.pada else ""
        rows.append(
            (
                Sel(kata.peran(place.peran), catatan=before),
                Sel(words, bentuk=shape),
                Sel(by, catatan=when),
            )
        )
    if rows:
        return Tabel("paraf", "Paraf", PARAF, tuple(rows))
    return None


def _signs(one: Terbuka, names: dict[str, str], zona: str) -> Tabel | None:
    """Who signs it, of the present time; who declined an earlier one is in its trail."""
    rows = tuple(
        (
            Sel(kata.peran(place.peran), catatan=JALAN[place.jalan].partition(":")[0]),
            _stands(place, one.naskah),
            Sel(names.get(place.oleh, "–"), catatan=moment(place.pada, zona) if place.pada else ""),
        )
        for place in of_turn(one.tempat, one.naskah.ajuan)
    )
    return Tabel("tanda-tangan", "Tanda tangan", TTD, rows) if rows else None


def _stands(place: TempatTtd, naskah: Naskah) -> Sel:
    counts = signatures_count(naskah)
    bentuk = kata.TTD[place.keadaan if counts else GUGUR]
    return Sel(said(place, berlaku=counts), bentuk=bentuk)


def _came_back(house: House, one: Terbuka, zona: str) -> Tabel | None:
    """What came back for it and was not taken as it was, for whoever may read the paper."""
    with house.ledger.read() as reading:
        found = kembali.of_paper(reading, one.naskah) if one.terbaca else []
    rows = tuple(
        (
            Sel(each.nama, url_for("kembali.show", kembali_id=each.id)),
            Sel(KATA_KEMBALI[each.keadaan], bentuk=kata.KEMBALI[each.keadaan]),
            Sel(moment(each.datang, zona), iso=each.datang.isoformat()),
        )
        for each in found
    )
    return Tabel("file-kembali", "File yang kembali", KEMBALI, rows) if rows else None
