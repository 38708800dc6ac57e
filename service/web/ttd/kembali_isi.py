"""The page of one file that came back: what was found, both papers side by side, two forms."""

from __future__ import annotations

from typing import Any

from flask import url_for

from service.acts.kembali.putus import TANPA_AKUN
from service.acts.kembali.tertahan import Terlihat
from service.acts.naskah import gambar as naskah_gambar
from service.domain import kembalian as k
from service.domain.kembalian import Kembalian
from service.domain.tempat_ttd import APLIKASI, TINTA, TempatTtd
from service.domain.wewenang import PERAN, Hadir
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.face.isi_pasangan import HalamanBerdamping
from service.ports import House
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work
from service.web.kata.berkas import moment
from service.web.kata.naskah import KEMBALI as KEMBALI_BENTUK

HALAMAN_TERLIHAT = 12
DIKIRIM, KEMBALI = "dikirim", "kembali"
KENALI = "kenali"
TELAT = (
    "Naskahnya tidak lagi menunggu tanda tangan, jadi file ini tidak dapat diterima. Tolak dengan "
    "alasannya supaya tidak menunggu lagi; file tetap tersimpan."
)


def way(one: Kembalian) -> str:
    """By which door it came."""
    if one.jalan == TINTA:
        return "Pindaian tanda tangan tinta"
    return "Kiriman" if one.kiriman else "Folder tanda tangan"


def field(place: TempatTtd) -> str:
    """The name of the field that says who signed at a place."""
    return f"oleh_{place.urut}"


def files_of(one: Terlihat) -> dict[str, str]:
    """The two papers of the page, by the words in their addresses."""
    return {DIKIRIM: one.dikirim, KEMBALI: one.kembalian.file}


def page(house: House, oleh: Hadir, one: Terlihat, wrong: Formulir | None = None) -> dict[str, Any]:
    """All that the page shows."""
    zona, came = zona_of(oleh, at_work()), one.kembalian
    decides = one.boleh and came.keadaan == k.MENUNGGU
    forms = [accepting(one)] if decides and one.dapat_diterima else []
    forms += [refusing(one)] if decides else []
    if wrong:
        forms = [wrong, *(x for x in forms if x.alamat != wrong.alamat)]
    pages, more = _pages(house, one)
    return {
        "judul": f"{one.sebutan} yang kembali",
        "jejak": (Tautan("Beranda", "/"), Tautan("File kembali", url_for("kembali.desk"))),
        "keadaan": (KEMBALI_BENTUK[came.keadaan], k.KATA[came.keadaan]),
        "sifat": _traits(house, one, zona),
        "temuan": came.temuan,
        "catatan": TELAT if decides and not one.dapat_diterima else "",
        "formulir": forms,
        "halaman": pages,
        "lanjut": more,
        "unduh": (
            Tautan("Unduh file yang kembali", url_for("kembali.original", kembali_id=came.id)),
            Tautan("Lihat naskahnya", url_for("naskah.show", naskah_id=one.naskah.id)),
        ),
    }


def _traits(house: House, one: Terlihat, zona: str) -> tuple[tuple[str, str], ...]:
    came = one.kembalian
    by = house.lists.nama_orang({came.oleh}).get(came.oleh, "") if came.oleh else ""
    traits = [
        ("Nama file", came.nama),
        ("Kembali lewat", way(came)),
        ("Datang", moment(came.datang, zona)),
        ("Berkas", one.berkas.judul),
        ("Diputuskan oleh", by),
        ("Pada", moment(came.pada, zona) if came.pada else ""),
        ("Alasan", one.alasan),
    ]
    return tuple((name, value) for name, value in traits if value)


def _pages(house: House, one: Terlihat) -> tuple[tuple[HalamanBerdamping, ...], bool]:
    """The pages of both papers side by side, as far as they are shown."""
    files = files_of(one)
    many = {mana: naskah_gambar.pages(house, sha) for mana, sha in files.items() if sha}

    def at(mana: str, n: int) -> str:
        if n > many.get(mana, 0):
            return ""
        told: dict[str, Any] = {"kembali_id": one.kembalian.id, "mana": mana, "n": str(n)}
        return url_for("kembali.picture", **told, cetakan=files[mana][:12])

    last = max(many.values(), default=0)
    shown = range(1, min(last, HALAMAN_TERLIHAT) + 1)
    both = tuple(HalamanBerdamping(n, at(DIKIRIM, n), at(KEMBALI, n)) for n in shown)
    return both, last > HALAMAN_TERLIHAT


def accepting(one: Terlihat) -> Formulir:
    """The form that takes it for the signed paper."""
    who = tuple(_signer(one, place) for place in one.tempat)
    fields = (
        _seen(one),
        *who,
        *(_known(one) if who else ()),
        _reason("Mengapa file ini dapat diterima", "terima"),
    )
    at = url_for("kembali.accept", kembali_id=one.kembalian.id)
    kelompok = Kelompok("Terima sebagai naskah bertanda tangan", fields)
    return Formulir(at, "Terima file ini", (kelompok,))


def refusing(one: Terlihat) -> Formulir:
    """The form that says it is not the signed paper."""
    fields = (_seen(one), _reason("Mengapa file ini ditolak", "tolak"))
    at = url_for("kembali.refuse", kembali_id=one.kembalian.id)
    hint = "Naskahnya tetap menunggu tanda tangan; file yang ditolak tetap tersimpan."
    return Formulir(at, "Tolak file ini", (Kelompok("Tolak", fields, hint),))


def _seen(one: Terlihat) -> Ruas:
    return Ruas("sidik", "Yang terlihat", one.sidik, "tersembunyi", batas=40)


def _reason(label: str, kunci: str) -> Ruas:
    hint = "Tersimpan di riwayat naskah ini."
    return Ruas("alasan", label, jenis="panjang", batas=k.TERPANJANG, petunjuk=hint, kunci=kunci)


def _signer(one: Terlihat, place: TempatTtd) -> Ruas:
    """Who signed at one place; the first place is expected to be filled, with ink all of them."""
    people = one.orang.get(place.peran, ())
    offered = (
        Pilihan("", "Belum ada pada file ini"),
        *(Pilihan(x.id, x.nama) for x in people),
        Pilihan(TANPA_AKUN, "Pejabat yang tidak memiliki akun di sini"),
    )
    first = people[0].id if people else TANPA_AKUN
    there = one.kembalian.jalan == TINTA or place == one.tempat[0]
    label = f"Tanda tangan {PERAN.get(place.peran, place.peran)}"
    value = first if there else ""
    return Ruas(field(place), label, value, "pilih", wajib=False, pilihan=offered)


def _known(one: Terlihat) -> tuple[Ruas, ...]:
    if one.kembalian.jalan != APLIKASI:
        return ()
    offered = (
        Pilihan(
            "1",
            "Mulai sekarang kenali sertifikat pada file ini sebagai milik penandatangan itu",
            "Naskah berikutnya yang ditandatangani dengan sertifikat yang sama tidak perlu "
            "diputuskan lagi.",
        ),
    )
    return (Ruas(KENALI, "Sertifikat", jenis="centang", wajib=False, pilihan=offered),)
