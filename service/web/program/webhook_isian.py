"""The form by which a webhook is made."""

from __future__ import annotations

from service.acts.kait.kelola import Isian
from service.domain.kait import ALAMAT_TERPANJANG, NAMA_TERPANJANG, PERISTIWA
from service.domain.wewenang import Hadir
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.ports import House
from service.web.dasar.centang import chosen
from service.web.dasar.forms import Terisi
from service.web.program.tempat import place_field, place_of


def new_form(house: House, oleh: Hadir, kait_id: str) -> Formulir:
    """What is asked of a new webhook; its id makes one of a form that is sent twice."""
    acts = tuple(Pilihan(nama, kata) for nama, (_, kata) in PERISTIWA.items())
    ruas = (
        Ruas("id", "Id", kait_id, "tersembunyi"),
        Ruas("nama", "Nama penerima", contoh="Portal data", lebar="sedang", batas=NAMA_TERPANJANG),
        Ruas(
            "alamat",
            "Alamat penerima",
            contoh="https://data.contoh.go.id/berkas",
            petunjuk="Harus https. Mesin di jaringan kantor hanya bila disebut pengelola.",
            batas=ALAMAT_TERPANJANG,
        ),
        place_field(house, oleh),
        Ruas(
            "peristiwa",
            "Yang diberitahukan",
            jenis="centang",
            petunjuk="Hanya id dan kata umum yang dikirim; yang rahasia atau dikecualikan tidak "
            "pernah.",
            pilihan=acts,
            wajib=False,
        ),
    )
    return Formulir(
        "/webhook/baru", "Buat webhook", (Kelompok("", ruas),), batal=Tautan("Batal", "/webhook")
    )


def asked_of(sent: Terisi) -> Isian:
    """The webhook a form asks for."""
    acts = next(one for one in sent.formulir.ruas if one.nama == "peristiwa")
    instansi, unit = place_of(sent["tempat"])
    return Isian(sent["nama"], instansi, unit, sent["alamat"], tuple(chosen(acts)))
