"""What the upload form asks about a kiriman, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping

from service.acts.kiriman.unggah import SIFAT, SIFAT_RAHASIA, Antaran
from service.domain.fisik import KONDISI, SATUAN, TINGKAT
from service.domain.kiriman import Fisik, Surat
from service.domain.wewenang import Act, Hadir
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.ports import House
from service.web.dasar.sekali import at_work, known


def places(house: House, oleh: Hadir) -> tuple[Pilihan, ...]:
    """The units this person may receive for."""
    return tuple(
        Pilihan(f"{one.id}/{unit}", f"{one.nama}: {nama}" if len(at_work()) > 1 else nama)
        for one in at_work()
        for unit, nama in _units(house, one.id)
        if oleh.may(Act.RECEIVE, one.id, unit)
    )


def _units(house: House, kode: str) -> list[tuple[str, str]]:
    agency = known(kode)
    if agency is None:
        return []
    units = [(one.id, one.nama) for one in agency.open_units(house.clock.now())]
    return units or [("", agency.nama)]


def form(house: House, oleh: Hadir, kunci: str) -> Formulir:
    """The form of a new kiriman; its files stand before it on the page."""
    units = places(house, oleh)
    return Formulir(
        "/unggah",
        "Kirim",
        (
            Kelompok("", (_tempat(units), Ruas("kunci", "Tanda", kunci, "tersembunyi", batas=80))),
            Kelompok(
                "Keterangan surat",
                _surat(_sees_secrets(oleh, units)),
                "Boleh dikosongkan semua; mesin membaca sendiri yang dapat dibacanya.",
            ),
            Kelompok(
                "Kertasnya",
                fisik_fields(),
                "Isi bila kiriman ini datang sebagai kertas, agar kertasnya mudah dicari.",
            ),
        ),
        berlampiran=True,
    )


def _tempat(units: tuple[Pilihan, ...]) -> Ruas:
    only = units[0].nilai if len(units) == 1 else ""
    return Ruas("tempat", "Untuk unit", only, "pilih", pilihan=units, lebar="sedang")


def _sees_secrets(oleh: Hadir, units: tuple[Pilihan, ...]) -> bool:
    return any(
        oleh.sees(instansi, unit, rahasia=True)
        for instansi, _, unit in (one.nilai.partition("/") for one in units)
    )


def _surat(secrets: bool) -> tuple[Ruas, ...]:
    sifat = tuple(
        Pilihan(nilai, teks)
        for nilai, teks in SIFAT.items()
        if secrets or nilai not in SIFAT_RAHASIA
    )
    return (
        Ruas("perihal", "Perihal", wajib=False, batas=300),
        Ruas("pengirim", "Pengirim", wajib=False, lebar="sedang"),
        Ruas("nomor", "Nomor surat", wajib=False, lebar="sedang", contoh="12/A/XI/2026", batas=120),
        Ruas("tanggal", "Tanggal surat", jenis="tanggal", wajib=False, lebar="sempit"),
        Ruas(
            "sifat",
            "Sifat",
            jenis="pilih",
            wajib=False,
            lebar="sempit",
            pilihan=sifat,
            petunjuk="Kiriman rahasia hanya terlihat oleh yang berwenang." if secrets else "",
        ),
    )


def fisik_fields(fisik: Fisik | None = None) -> tuple[Ruas, ...]:
    """The fields about the paper."""
    one = fisik or Fisik()
    return (
        Ruas(
            "lokasi",
            "Disimpan di",
            one.lokasi,
            wajib=False,
            lebar="sedang",
            contoh="Rak 2, map merah",
        ),
        Ruas("jumlah", "Jumlah", str(one.jumlah or ""), "angka", wajib=False, lebar="sempit"),
        Ruas(
            "satuan",
            "Satuan",
            one.satuan,
            "pilih",
            wajib=False,
            lebar="sempit",
            pilihan=_choices(SATUAN),
        ),
        Ruas(
            "kondisi",
            "Kondisi",
            one.kondisi,
            "pilih",
            wajib=False,
            lebar="sempit",
            pilihan=_choices(KONDISI),
        ),
        Ruas(
            "tingkat",
            "Tingkat perkembangan",
            one.tingkat,
            "pilih",
            wajib=False,
            lebar="sempit",
            pilihan=_choices(TINGKAT),
        ),
    )


def _choices(words: Mapping[str, str]) -> tuple[Pilihan, ...]:
    return tuple(Pilihan(nilai, teks) for nilai, teks in words.items())


def fisik_of(sent: Mapping[str, str]) -> Fisik:
    """The paper, as the fields tell it."""
    return Fisik(
        lokasi=sent["lokasi"],
        jumlah=int(sent["jumlah"] or 0),
        satuan=sent["satuan"] or Fisik().satuan,
        kondisi=sent["kondisi"],
        tingkat=sent["tingkat"],
    )


def antaran_of(sent: Mapping[str, str]) -> Antaran:
    """What an officer says of the files, as the fields tell it."""
    instansi, _, unit = sent["tempat"].partition("/")
    return Antaran(
        kunci=sent["kunci"],
        instansi=instansi,
        unit=unit,
        surat=Surat(
            nomor=sent["nomor"],
            tanggal=sent["tanggal"],
            perihal=sent["perihal"],
            pengirim=sent["pengirim"],
            sifat=sent["sifat"],
        ),
        fisik=fisik_of(sent) if sent["lokasi"] or sent["jumlah"] else None,
    )
