"""The forms about people and their peran."""

from __future__ import annotations

from collections.abc import Sequence

from service.acts.instansi.pilihan import known
from service.acts.orang.peran import Penugasan
from service.domain.catatan import RUMAH
from service.domain.orang import DEFINITIF, PLH, PLT, Orang
from service.domain.wewenang import ADMINISTRATOR, PERAN
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.ports import House
from service.web.dasar.forms import Terisi

SEBAGAI = (
    Pilihan(DEFINITIF, "Pejabat atau petugas tetap"),
    Pilihan(PLT, "Plt. (pelaksana tugas)", "Jabatannya sedang kosong."),
    Pilihan(PLH, "Plh. (pelaksana harian)", "Pejabatnya sedang berhalangan."),
)
SEMUA = "*"  # every unit, or the whole house: a place has two parts, instansi/unit


def _names(nama: str = "", nama_masuk: str = "", nip: str = "") -> tuple[Ruas, ...]:
    return (
        Ruas("nama", "Nama lengkap", nama, lebar="sedang"),
        Ruas("nama_masuk", "Nama masuk", nama_masuk, contoh="contoh.satu", lebar="sedang"),
        Ruas("nip", "NIP", nip, wajib=False, lebar="sedang", petunjuk="18 angka.", batas=30),
    )


def person_form(places: Sequence[Pilihan], instansi: str = "") -> Formulir:
    """A new person."""
    only = places[0].nilai if len(places) == 1 else instansi
    where = Ruas("instansi", "Instansi", only, "pilih", pilihan=tuple(places), lebar="sedang")
    return Formulir(
        "/orang/baru",
        "Simpan dan buat tautan",
        (Kelompok("", (*_names(), where)),),
        batal=Tautan("Batal", "/orang"),
    )


def change_form(orang: Orang) -> Formulir:
    """What can be changed of a person; carries the version that was seen."""
    seen = Ruas("versi", "Versi", str(orang.versi), "tersembunyi")
    return Formulir(
        f"/orang/{orang.id}/ubah",
        "Simpan perubahan",
        (Kelompok("", (*_names(orang.nama, orang.nama_masuk, orang.nip), seen)),),
        batal=Tautan("Batal", f"/orang/{orang.id}"),
    )


def one_button(alamat: str, tombol: str) -> Formulir:
    """A form that only asks to be sent."""
    return Formulir(alamat, tombol, (), jaga=False)


def give_form(house: House, at: str, places: Sequence[Pilihan], instansi: str) -> Formulir:
    """A peran to be given."""
    where = tuple(one for place in places for one in _spots(house, place))
    mine = f"{instansi}/{SEMUA}"
    ruas = (
        Ruas("peran", "Peran", "", "pilih", pilihan=_peran(house, instansi), lebar="sedang"),
        Ruas("tempat", "Untuk", mine, "pilih", pilihan=where, lebar="sedang"),
        Ruas("sebagai", "Sebagai", DEFINITIF, "radio", pilihan=SEBAGAI),
        Ruas("mulai", "Mulai", "", "tanggal", "Kosong: hari ini.", wajib=False, lebar="sempit"),
        Ruas(
            "sampai",
            "Sampai dengan",
            "",
            "tanggal",
            "Wajib untuk Plt. dan Plh.",
            wajib=False,
            lebar="sempit",
        ),
        Ruas(
            "dasar",
            "Dasar",
            petunjuk="Nomor surat perintah; wajib untuk Plt. dan Plh.",
            wajib=False,
            lebar="sedang",
        ),
    )
    return Formulir(f"{at}/peran", "Beri peran", (Kelompok("", ruas),))


def _peran(house: House, instansi: str) -> tuple[Pilihan, ...]:
    agency = known(house, instansi) if instansi != RUMAH else None
    said = {one.id: one.sebutan for one in agency.peran} if agency else {}
    return tuple(Pilihan(peran, said.get(peran, plain)) for peran, plain in PERAN.items())


def _spots(house: House, place: Pilihan) -> list[Pilihan]:
    whole = Pilihan(f"{place.nilai}/{SEMUA}", place.teks)
    agency = known(house, place.nilai) if place.nilai != RUMAH else None
    units = agency.open_units(house.clock.now()) if agency else ()
    return [whole, *(Pilihan(f"{place.nilai}/{u.id}", f"{place.teks}: {u.nama}") for u in units)]


def tugas_of(sent: Terisi) -> Penugasan:
    """The peran a form asks for; an administrator's reach is never one unit."""
    instansi, _, unit = sent["tempat"].partition("/")
    whole = unit == SEMUA or sent["peran"] == ADMINISTRATOR
    return Penugasan(
        instansi=instansi,
        unit="" if whole else unit,
        peran=sent["peran"],
        mulai=sent.tanggal("mulai"),
        sampai=sent.tanggal("sampai"),
        sebagai=sent["sebagai"],
        dasar=sent["dasar"],
    )
