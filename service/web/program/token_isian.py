"""The form by which a token is made."""

from __future__ import annotations

from service.acts.orang.token import Isian
from service.domain.token import NAMA_TERPANJANG
from service.domain.wewenang import ADMINISTRATOR, PERAN, Hadir
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.ports import House
from service.web.dasar.forms import Terisi
from service.web.program.tempat import place_field, place_of


def new_form(house: House, oleh: Hadir, token_id: str) -> Formulir:
    """What is asked of a new token; its id makes one of a form that is sent twice."""
    roles = tuple(Pilihan(x, kata) for x, kata in PERAN.items() if x != ADMINISTRATOR)
    ruas = (
        Ruas("id", "Id", token_id, "tersembunyi"),
        Ruas(
            "nama",
            "Nama program",
            contoh="Portal data",
            lebar="sedang",
            batas=NAMA_TERPANJANG,
            petunjuk="Nama ini tampil di jurnal dan di riwayat sebagai pelakunya.",
        ),
        place_field(house, oleh),
        Ruas(
            "peran",
            "Peran",
            "",
            "pilih",
            "Program dapat melakukan yang dapat dilakukan peran ini. Pilih yang paling sempit.",
            pilihan=roles,
            lebar="sedang",
        ),
        Ruas(
            "sampai",
            "Berlaku sampai",
            "",
            "tanggal",
            "Hari terakhir token berlaku, paling lama dua tahun lagi.",
            lebar="sempit",
        ),
    )
    batal = Tautan("Batal", "/token")
    return Formulir("/token/baru", "Buat token", (Kelompok("", ruas),), batal=batal)


def asked_of(sent: Terisi) -> Isian:
    """The token a form asks for."""
    return Isian(sent["nama"], *place_of(sent["tempat"]), sent["peran"], sent.tanggal("sampai"))
