"""The form of a new instansi, on the third page of the set-up."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, g, redirect, render_template, request
from werkzeug.wrappers import Response

from service.acts.instansi import pilihan as acts
from service.domain.catatan import RUMAH
from service.domain.instansi import Instansi, Kop, UnitKerja
from service.domain.instansi_baru import IsianInstansi, kode_of
from service.domain.pejabat import Pejabat
from service.domain.tanggal import ZONA, local
from service.domain.wewenang import EMPAT_MATA, PERINGATKAN, Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.instansi.mulai import BANYAK, empat_mata

bp = Blueprint("instansi_baru", __name__)


def _formulir(umum: Instansi, aturan: str) -> Formulir:
    return Formulir(
        "/siapkan/baru",
        "Siapkan instansi ini",
        (
            Kelompok("Instansi", _identitas()),
            Kelompok("Kop surat", _kop()),
            Kelompok("Unit dan pejabat", _orang(umum)),
            Kelompok("Nomor berikutnya", _nomor(umum), "Nomor pertama yang diberikan Berkas."),
            Kelompok("Aturan", (empat_mata(aturan),)),
        ),
        berlampiran=True,
        batal=Tautan("Kembali ke pilihan instansi", "/siapkan"),
    )


def _identitas() -> tuple[Ruas, ...]:
    zona = tuple(Pilihan(one, one) for one in ZONA)
    return (
        Ruas("nama", "Nama instansi", contoh="Dinas Contoh Kota Contoh"),
        Ruas(
            "kode",
            "Kode instansi",
            petunjuk="Menjadi nama folder. Kosongkan untuk diturunkan dari nama.",
            contoh="dinas_contoh",
            wajib=False,
            batas=40,
            lebar="sedang",
        ),
        Ruas("singkatan", "Singkatan", wajib=False, lebar="sedang"),
        Ruas("kota", "Kota pada tanggal surat", contoh="Kota Contoh", lebar="sedang"),
        Ruas("zona", "Zona waktu", "WIB", "pilih", pilihan=zona, lebar="sempit"),
        Ruas("laman", "Laman", contoh="https://ppid.contoh.go.id", wajib=False),
        Ruas(
            "surel",
            "Surel untuk masyarakat",
            "",
            petunjuk="Tampil di kaki halaman publik dan di data DCAT.",
            contoh="ppid@contoh.go.id",
            wajib=False,
        ),
    )


def _kop() -> tuple[Ruas, ...]:
    return (
        Ruas("kop_induk", "Lembaga di atasnya", "", "panjang", "Satu baris satu.", wajib=False),
        Ruas(
            "logo",
            "Logo",
            jenis="file",
            petunjuk="PNG atau JPEG, paling besar 200 KB.",
            wajib=False,
        ),
        Ruas("kop_alamat", "Alamat", "", "panjang", "Seperti tercetak pada kop.", wajib=False),
    )


def _orang(umum: Instansi) -> tuple[Ruas, ...]:
    return (
        Ruas(
            "unit",
            "Unit kerja",
            "",
            "panjang",
            "Satu baris satu unit: nama; kode pada nomor surat.",
            "Bidang Contoh; BC",
        ),
        Ruas(
            "pejabat",
            "Pejabat",
            "",
            "panjang",
            "Satu baris satu pejabat: nama; jabatan; NIP (boleh kosong).",
            "Contoh Satu; Kepala Dinas Contoh; 198001012005011001",
            wajib=False,
        ),
        *(
            Ruas(f"jabatan_{one.id}", f"Jabatan yang menjadi {one.sebutan}", wajib=False)
            for one in umum.peran
        ),
    )


def _nomor(umum: Instansi) -> tuple[Ruas, ...]:
    return tuple(
        Ruas(f"nomor_{one.id}", one.nama, "1", "angka", lebar="sempit", batas=6)
        for one in umum.seri
    )


def _show(formulir: Formulir) -> str:
    return render_template(
        "mulai.html",
        tahap=BANYAK,
        banyak=BANYAK,
        judul="Instansi baru",
        kata="Semua isian ini dapat diubah kemudian, kecuali kode instansi.",
        formulir=formulir,
    )


@bp.get("/siapkan/baru")
@only(Act.INSTANSI)
def ask() -> str:
    """The form of a new instansi."""
    hadir().need(Act.INSTANSI, RUMAH)
    asked = request.args.get("empat_mata", "")
    aturan = asked if asked in EMPAT_MATA else PERINGATKAN
    return _show(_formulir(acts.common(house()), aturan))


@bp.post("/siapkan/baru")
@only(Act.INSTANSI)
def create() -> Response:
    """Write the pack of a new instansi and set it to work."""
    hadir().need(Act.INSTANSI, RUMAH)
    umum = acts.common(house())
    sent = forms.read(_formulir(umum, PERINGATKAN), _show)
    sent.must(tuple(_incomplete(sent)))
    isian = _isian(umum, sent)
    with house().room() as room:
        logo = forms.uploaded("logo", room)
        made = sent.attempt(
            lambda: acts.set_up_new(house(), g.hadir, isian, sent["empat_mata"], logo)
        )
    return redirect(f"/siapkan/{made.id}", 303)


def _incomplete(sent: forms.Terisi) -> Iterator[str]:
    for nama, label, bagian in (
        ("unit", "Unit kerja", "nama; kode"),
        ("pejabat", "Pejabat", "nama; jabatan; NIP"),
    ):
        for n, line in enumerate(_lines(sent[nama]), 1):
            if not all(_parts(line, 2)):
                yield f"{label} baris {n} belum lengkap. Tulis: {bagian}."


def _isian(umum: Instansi, sent: forms.Terisi) -> IsianInstansi:
    return IsianInstansi(
        kode=sent["kode"] or kode_of(sent["nama"]),
        nama=sent["nama"],
        kota=sent["kota"],
        zona=sent["zona"],
        tahun=local(house().clock.now(), sent["zona"]).year,
        singkatan=sent["singkatan"],
        laman=sent["laman"],
        surel=sent["surel"],
        kop=Kop(sent["nama"], _lines(sent["kop_induk"]), _lines(sent["kop_alamat"])),
        unit=tuple(_unit(*_parts(line, 2)) for line in _lines(sent["unit"])),
        pejabat=tuple(_pejabat(*_parts(line, 3)) for line in _lines(sent["pejabat"])),
        jabatan={one.id: sent[f"jabatan_{one.id}"] for one in umum.peran},
        nomor={one.id: sent.angka(f"nomor_{one.id}", 1) for one in umum.seri},
    )


def _unit(nama: str, kode: str) -> UnitKerja:
    return UnitKerja(kode_of(nama), nama, kode)


def _pejabat(nama: str, jabatan: str, nip: str) -> Pejabat:
    return Pejabat(nama, jabatan, nip=nip)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def _parts(line: str, count: int) -> list[str]:
    parts = [part.strip() for part in line.split(";", count - 1)]
    return parts + [""] * (count - len(parts))
