"""Open but in no line yet: a list, and the form by which one of it is proposed."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from service.acts.informasi.usul import Usulan
from service.acts.laporan import belum_masuk
from service.acts.laporan.hitung import Hitung
from service.domain.angka import ribuan
from service.domain.informasi.unsur import Unsur
from service.domain.laporan.belum_masuk import DARI, Calon
from service.domain.laporan.ketersediaan import KATEGORI, TANPA_UNIT
from service.domain.laporan.masa import read_masa
from service.domain.wewenang import Act
from service.face.isi import Kolom, Kosong, Sel, Tabel, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.sebutan import unit_name
from service.web.dasar.sekali import known
from service.web.laporan.tempat import chosen

bp = Blueprint("laporan_belum", __name__)
BATAS = 1_000  # letters of a summary
SUMBER = (
    "Halaman ini hanya mengenal dua sumber: permohonan yang dikabulkan dan pengujian yang selesai "
    "pada masa ini, yang tidak dirahasiakan. Yang tidak pernah diminta dan tidak pernah diuji "
    "tidak tampak di sini."
)
ADA = (
    "Sesuatu dianggap sudah ada barisnya bila diusulkan dari halaman ini, atau bila nomor register "
    "atau judul berkas ujinya ditulis sebagai dasar sebuah baris. Baris lain yang isinya sama "
    "tidak dikenali; periksa daftarnya sebelum mengusulkan."
)
SEBAGIAN = "Permohonan tampil bagi yang melihat seluruh instansi; Anda melihat hasil uji unit Anda."


@bp.get("/laporan/<instansi>/<masa>/belum-masuk")
@only(Act.FILL)
def listing(instansi: str, masa: str) -> str:
    """What of the period would be a line."""
    angka = _of(instansi, masa)
    found = belum_masuk.found(angka)
    head = (Kolom("Informasi"), Kolom("Unit"), Kolom("Kategori usulan"), Kolom("Diketahui dari"))
    rows = tuple(_row(angka, one) for one in found)
    return render_template(
        "laporan/belum_masuk.html",
        judul="Terbuka, belum masuk DIP",
        jejak=_path(angka),
        kata=f"{angka.masa.nama}: {len(found)} informasi sudah diberikan atau ditemukan terbuka, "
        "dan belum ada barisnya.",
        tabel=Tabel("belum-masuk", "Terbuka, belum masuk DIP", head, rows) if rows else None,
        formulir=None,
        batas=_limits(angka),
        kosong=Kosong(
            "Semua yang terbuka sudah ada barisnya",
            "Yang diberikan atas permohonan, dan yang ditemukan terbuka dalam pengujian, tampil di "
            "sini sampai ada yang mengusulkannya.",
        ),
    )


@bp.get("/laporan/<instansi>/<masa>/belum-masuk/<jenis>/<asal>")
@only(Act.FILL)
def show(instansi: str, masa: str, jenis: str, asal: str) -> str:
    """The form for one of them."""
    angka = _of(instansi, masa)
    return _page(angka, _form(angka, belum_masuk.one_of(angka, jenis, asal)))


@bp.post("/laporan/<instansi>/<masa>/belum-masuk/<jenis>/<asal>")
@only(Act.FILL)
def propose(instansi: str, masa: str, jenis: str, asal: str) -> Response:
    """It is proposed, in the words of the form."""
    angka = _of(instansi, masa)
    if belum_masuk.proposed(angka, jenis, asal):
        return _back(angka)
    form = _form(angka, belum_masuk.one_of(angka, jenis, asal))
    sent = forms.read(form, lambda x: _page(angka, x))
    words = Unsur(ringkasan=" ".join(sent["ringkasan"].split()))
    asked = Usulan("", instansi, sent["unit"], sent["kategori"], unsur=words)
    sent.attempt(lambda: belum_masuk.propose(angka, jenis, asal, asked))
    return _back(angka)


def _limits(angka: Hitung) -> tuple[str, ...]:
    """What the list does not know, and how far it looks."""
    most = (
        f"Yang diperiksa paling banyak {belum_masuk.TERBANYAK} permohonan pada masa ini, dan "
        f"{ribuan(belum_masuk.TERUJI)} informasi yang pernah diuji."
    )
    return (SUMBER, ADA, most, *(() if angka.utuh else (SEBAGIAN,)))


def _back(angka: Hitung) -> Response:
    return redirect(f"{_list(angka)}?kabar=informasi-diusulkan", 303)


def _of(instansi: str, masa: str) -> Hitung:
    return Hitung(house(), hadir(), chosen(instansi), read_masa(masa))


def _row(angka: Hitung, one: Calon) -> tuple[Sel, ...]:
    at = url_for(
        "laporan_belum.show",
        instansi=angka.id,
        masa=angka.masa.kode,
        jenis=one.jenis,
        asal=one.asal,
    )
    return (
        Sel(one.informasi[:300], at),
        Sel(unit_name(angka.id, one.unit) or TANPA_UNIT),
        Sel(KATEGORI[one.kategori]),
        Sel(DARI[one.jenis], catatan=one.rujukan),
    )


def _form(angka: Hitung, one: Calon) -> Formulir:
    agency = known(angka.id)
    may = [x for x in (agency.unit if agency else ()) if hadir().may(Act.FILL, angka.id, x.id)]
    units = tuple(Pilihan(x.id, x.nama) for x in may)
    kinds = tuple(Pilihan(nama, words) for nama, words in KATEGORI.items())
    fields = (
        Ruas(
            "ringkasan",
            "Ringkasan isi informasi",
            one.informasi[:BATAS],
            "panjang",
            petunjuk="Tulis informasinya saja. Nama dan keterangan pemohon tidak ikut ditulis.",
            batas=BATAS,
        ),
        Ruas("unit", "Unit", one.unit, "pilih", pilihan=units),
        Ruas("kategori", "Kategori", one.kategori, "pilih", pilihan=kinds),
    )
    at = url_for(
        "laporan_belum.propose",
        instansi=angka.id,
        masa=angka.masa.kode,
        jenis=one.jenis,
        asal=one.asal,
    )
    back = Tautan("Kembali ke daftarnya", _list(angka))
    return Formulir(at, "Usulkan ke DIP", (Kelompok("", fields),), batal=back)


def _page(angka: Hitung, form: Formulir) -> str:
    return render_template(
        "laporan/belum_masuk.html",
        judul="Usulkan ke DIP",
        jejak=(*_path(angka), Tautan("Terbuka, belum masuk DIP", _list(angka))),
        kata="Barisnya menjadi usulan dan diverifikasi seperti usulan lain.",
        tabel=None,
        formulir=form,
        batas=(),
        kosong=None,
    )


def _list(angka: Hitung) -> str:
    return url_for("laporan_belum.listing", instansi=angka.id, masa=angka.masa.kode)


def _path(angka: Hitung) -> tuple[Tautan, ...]:
    report = url_for("laporan.show", instansi=angka.id, masa=angka.masa.kode)
    return Tautan("Beranda", "/"), Tautan(f"Laporan {angka.masa.nama}", report)
