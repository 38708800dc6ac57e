"""The pages of one act on many matters: what is asked, and what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for

from service.acts.berkas import banyak as acts
from service.acts.berkas.banyak import Dipilih, Nasib
from service.acts.berkas.titip import takers
from service.acts.lihat.berkas import berkas_for
from service.acts.sop.versi import walked
from service.domain.berkas import BERJALAN, Berkas
from service.domain.refusals import TidakAda
from service.domain.wewenang import Hadir
from service.face.isi import Kolom, Sel, Tabel
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.ports import House
from service.web.dasar.sebutan import unit_name

PERBUATAN: dict[str, str] = {
    acts.AMBIL: "Kerjakan sendiri",
    acts.SERAHKAN: "Serahkan langkahnya",
    acts.SELESAIKAN: "Selesaikan langkahnya",
    acts.INGATKAN: "Ingatkan pelaksananya",
    acts.TUNDA: "Tunda",
    acts.LANJUTKAN: "Lanjutkan",
    acts.BATALKAN: "Batalkan",
}
JUDUL: dict[str, str] = {
    acts.AMBIL: "Kerjakan langkah beberapa berkas",
    acts.SERAHKAN: "Serahkan langkah beberapa berkas",
    acts.SELESAIKAN: "Selesaikan langkah beberapa berkas",
    acts.INGATKAN: "Ingatkan pelaksana beberapa berkas",
    acts.TUNDA: "Tunda beberapa berkas",
    acts.LANJUTKAN: "Lanjutkan beberapa berkas",
    acts.BATALKAN: "Batalkan beberapa berkas",
}
TOMBOL: dict[str, str] = {
    acts.AMBIL: "Kerjakan semuanya",
    acts.SERAHKAN: "Serahkan semuanya",
    acts.SELESAIKAN: "Selesaikan semuanya",
    acts.INGATKAN: "Kirim pengingat",
    acts.TUNDA: "Tunda semuanya",
    acts.LANJUTKAN: "Lanjutkan semuanya",
    acts.BATALKAN: "Batalkan semuanya",
}
NASKAH, KATA_NASKAH = "naskah", "Buat naskah dari tabel"  # has pages of its own
HASIL = (Kolom("Berkas"), Kolom("Hasil"))
TEMPAT = 20  # places whose people are offered


@dataclass(frozen=True)
class Terpilih:
    """A matter that was chosen, as it was shown then."""

    dipilih: Dipilih
    berkas: Berkas

    @property
    def nilai(self) -> str:
        """As a box of the form carries it."""
        return f"{self.dipilih.id}.{self.dipilih.versi}"


def mark(berkas: Berkas) -> str:
    """What the box of a matter carries: which one, and how it stood."""
    return f"{berkas.id}.{berkas.versi}"


def bar() -> Formulir:
    """Below the list: what is to be done with the chosen."""
    every = {**PERBUATAN, NASKAH: KATA_NASKAH}
    acts_ = tuple(Pilihan(kode, kata) for kode, kata in every.items())
    label = "Untuk berkas yang dicentang"
    fields = (Ruas("apa", label, "", "pilih", pilihan=acts_, lebar="sedang"),)
    return Formulir(url_for("berkas_banyak.ask"), "Lanjut", (Kelompok("", fields),), jaga=False)


def chosen(house: House, oleh: Hadir, marks: Sequence[str]) -> list[Terpilih]:
    """The matters behind the boxes, as far as this person may see them."""
    found = []
    with house.ledger.read() as reading:
        for one in dict.fromkeys(marks[: acts.TERBANYAK + 1]):
            id_, _, versi = one.rpartition(".")
            if not (versi.isascii() and versi.isdigit() and len(versi) < 10):
                continue
            try:
                berkas = berkas_for(reading, oleh, id_)
            except TidakAda:
                continue
            found.append(Terpilih(Dipilih(id_, int(versi)), berkas))
    return found


def form(
    house: House, oleh: Hadir, apa: str, some: Sequence[Terpilih], ticked: Sequence[str]
) -> Formulir:
    """What is asked once for all of them; each can still be left out."""
    boxes = tuple(Pilihan(one.nilai, one.berkas.judul, _where(one.berkas)) for one in some)
    fields = [
        Ruas("tanda", "Tanda", house.new_id(), "tersembunyi", batas=40),
        Ruas(
            "berkas",
            f"Berkas ({len(boxes)})",
            jenis="centang",
            pilihan=boxes,
            terpilih=tuple(ticked),
            petunjuk="Hapus centang pada berkas yang tidak ikut.",
        ),
    ]
    if apa == acts.SERAHKAN:
        people = tuple(Pilihan(id_, nama) for id_, nama in _people(house, oleh, some).items())
        fields.append(Ruas("kepada", "Kepada", "", "pilih", pilihan=people, lebar="sedang"))
    if hint := _REASON.get(apa):
        label = "Pesan" if apa == acts.INGATKAN else "Alasan"
        must = apa in acts.BERALASAN
        fields.append(Ruas("alasan", label, jenis="panjang", petunjuk=hint, wajib=must, batas=2000))
    alamat = url_for("berkas_banyak.act", apa=apa)
    return Formulir(alamat, TOMBOL[apa], (Kelompok("", tuple(fields)),))


_REASON: dict[str, str] = {
    acts.TUNDA: "Berlaku untuk semua berkas di atas dan dicatat di masing-masing.",
    acts.LANJUTKAN: "Berlaku untuk semua berkas di atas dan dicatat di masing-masing.",
    acts.BATALKAN: "Berlaku untuk semua berkas di atas dan dicatat di masing-masing.",
    acts.SERAHKAN: "Wajib bila orang itu bukan pelaksananya: ia mengerjakannya atas nama.",
    acts.INGATKAN: "Boleh kosong. Pelaksananya melihatnya di beranda dan di komentar berkas.",
}


def _where(berkas: Berkas) -> str:
    step = berkas.langkah.replace("_", " ").capitalize()
    return " · ".join(filter(None, (step, unit_name(berkas.instansi, berkas.unit))))


def _people(house: House, oleh: Hadir, some: Sequence[Terpilih]) -> dict[str, str]:
    """To whom one of them can be given, by name."""
    found, places = dict[str, str](), set[tuple[object, ...]]()
    with house.ledger.read() as reading:
        for one in some:
            b = one.berkas
            place = (b.instansi, b.unit, b.rahasia, b.sidik, b.langkah, b.tahap)
            if b.keadaan != BERJALAN or not b.sidik or place in places or len(places) >= TEMPAT:
                continue
            places.add(place)
            sop = walked(reading, b).sop
            for able in takers(house, reading, sop, b, oleh):
                nama = able.nama if able.pelaksana else f"{able.nama} (atas nama)"
                found.setdefault(able.id, nama)
    return dict(sorted(found.items(), key=lambda two: two[1].casefold()))


def outcome(found: Sequence[Nasib]) -> Tabel:
    """What became of each: those that were not done first."""
    ordered = sorted(found, key=lambda one: one.jadi)
    rows = tuple(
        (
            Sel(one.judul, url_for("berkas.show", berkas_id=one.berkas))
            if one.judul
            else Sel("Berkas yang tidak ditemukan"),
            _fate(one),
        )
        for one in ordered
    )
    return Tabel("hasil", "Hasil untuk setiap berkas", HASIL, rows)


def _fate(one: Nasib) -> Sel:
    """Done, or not; why not stands right under it, where a phone shows it, too."""
    said = one.kata if one.kata != acts.JADI else ""
    if one.jadi:
        return Sel("Dikerjakan", bentuk="selesai", catatan=said)
    return Sel("Tidak dikerjakan", bentuk="lewat", catatan=said)


def summary(found: Sequence[Nasib]) -> str:
    """How many were done."""
    done = sum(one.jadi for one in found)
    left = len(found) - done
    if not left:
        return f"{done} berkas dikerjakan."
    return f"{done} berkas dikerjakan, {left} tidak. Yang tidak dikerjakan tidak berubah."
