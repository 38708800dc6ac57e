"""The agencies of this house: what their packs say, and where each piece of it is changed."""

from __future__ import annotations

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.instansi import pilihan as acts
from service.acts.instansi import ubah as changes
from service.acts.instansi.ubah import Paketan
from service.acts.pasangan.riwayat import works_in
from service.domain.instansi import Instansi
from service.domain.instansi_beda import differences
from service.domain.refusals import TidakAda
from service.domain.setelan import Setelan
from service.domain.tafsir_kata import spoken
from service.domain.tanggal import local
from service.domain.wewenang import Act
from service.face.isi import Beda, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pastikan, Ruas
from service.web.dasar import auth, forms
from service.web.dasar.auth import hadir, house, only
from service.web.instansi import batas_ttd
from service.web.instansi import identitas as instansi_identitas
from service.web.instansi import naskah as instansi_naskah
from service.web.instansi import nomor as instansi_nomor
from service.web.instansi import pejabat as instansi_pejabat
from service.web.instansi.bagian import Bagian, Sasaran
from service.web.instansi.mulai import empat_mata
from service.web.instansi.nomor import Contoh
from service.web.instansi.tabel import sections

bp = Blueprint("unit", __name__)
Answer = Response | str
JEJAK = (Tautan("Beranda", "/"),)
BAGIAN: dict[str, Bagian] = {
    "identitas": instansi_identitas.IDENTITAS,
    "unit": instansi_identitas.UNIT,
    "unit-baru": instansi_identitas.UNIT_BARU,
    "pejabat": instansi_pejabat.PEJABAT,
    "pejabat-baru": instansi_pejabat.PEJABAT_BARU,
    "peran": instansi_identitas.JABATAN,
    "seri": instansi_nomor.SERI,
    "seri-baru": instansi_nomor.SERI_BARU,
    "tenggat": instansi_nomor.TENGGAT,
    "naskah": instansi_naskah.NASKAH,
    "batas-ttd": batas_ttd.BATAS_TTD,
    "tafsir": instansi_identitas.TAFSIR,
}


@bp.get("/instansi")
@only(Act.INSTANSI, Act.LOOK)
def listing() -> Answer:
    """The first instansi this person may see; the others are linked from its page."""
    mine = _mine()
    if not mine:
        return redirect("/siapkan" if hadir().may(Act.INSTANSI) else "/", 303)
    return redirect(url_for("unit.show", kode=mine[0].id), 303)


def _mine() -> list[Setelan]:
    return [one for one in acts.at_work(house()) if _sees(one.id)]


def _sees(kode: str) -> bool:
    return hadir().may(Act.INSTANSI, kode) or kode in hadir().instansi


@bp.get("/instansi/<kode>")
@only(Act.INSTANSI, Act.LOOK)
def show(kode: str) -> str:
    """One instansi."""
    return _page(_one(kode))


def _one(kode: str) -> Setelan:
    found = [one for one in _mine() if one.id == kode]
    if not found:
        raise TidakAda("Instansi itu")
    return found[0]


def _page(setelan: Setelan, formulir: Formulir | None = None) -> str:
    paketan = changes.seen(house(), setelan.id)
    may = hadir().may(Act.INSTANSI, setelan.id)
    if paketan.kesalahan:
        return _broken(setelan, paketan, may=may)
    agency, kode = paketan.sound(), setelan.id
    today = local(house().clock.now(), setelan.zona).date()
    return render_template(
        "unit.html",
        nama=agency.nama,
        jejak=JEJAK,
        sifat=_traits(agency),
        ubah=Tautan("Ubah keterangan", _change_at(kode, "identitas")) if may else None,
        seksi=sections(agency, today, lambda *place: _change_at(kode, *place) if may else ""),
        lain=tuple(Tautan(x.nama, url_for("unit.show", kode=x.id)) for x in _others(kode)),
        templat=url_for("pasangan.listing", instansi=kode) if works_in(hadir(), kode) else "",
        letak=url_for("uji_letak.show", kode=kode) if may else "",
        tafsir=_change_at(kode, "tafsir") if may and agency.tafsir else "",
        bawaan=_seed_link(paketan) if may else None,
        setelan=(formulir or _choices(setelan)) if may else None,
    )


def _change_at(kode: str, bagian: str, butir: str = "") -> str:
    return url_for("unit.ask", kode=kode, bagian=bagian, butir=butir or None)


def _others(kode: str) -> list[Setelan]:
    return [one for one in _mine() if one.id != kode]


def _seed_link(one: Paketan) -> Tautan | None:
    if not one.bawaan or one.kini is None:
        return None
    return Tautan("Lihat beda dengan bawaan", url_for("unit.seed", kode=one.kode))


def _broken(setelan: Setelan, paketan: Paketan, *, may: bool) -> str:
    return render_template(
        "instansi/rusak.html",
        nama=setelan.nama,
        jejak=JEJAK,
        kesalahan=[str(one) for one in paketan.kesalahan],
        kembalikan=_restore(paketan) if may and paketan.bawaan and paketan.kini else None,
    )


def _traits(agency: Instansi) -> tuple[tuple[str, str], ...]:
    return (
        ("Kode", agency.kode),
        ("Kota", agency.kota),
        ("Zona waktu", agency.zona),
        ("Laman", agency.laman),
        ("Surel", agency.surel),
        ("Kop", ", ".join((*agency.kop.induk, agency.kop.nama))),
        ("Alamat", ", ".join(agency.kop.alamat)),
        ("Logo", agency.kop.logo),
        ("Warna", agency.warna),
        ("Yang disimpulkan", "; ".join(spoken(agency, path) for path in agency.tafsir)),
    )


def _choices(setelan: Setelan) -> Formulir:
    seen = Ruas("versi", "Versi", str(setelan.versi), "tersembunyi")
    kelompok = Kelompok("", (empat_mata(setelan.empat_mata), seen))
    return Formulir(f"/instansi/{setelan.id}/setelan", "Simpan setelan", (kelompok,))


@bp.post("/instansi/<kode>/setelan")
@only(Act.INSTANSI)
def choose(kode: str) -> Answer:
    """Keep the four-eyes rule of an instansi."""
    one = _one(kode)
    sent = forms.read(_choices(one), lambda form: _page(one, form))
    versi = sent.angka("versi")
    sent.attempt(lambda: acts.choose(house(), g.hadir, kode, versi, sent["empat_mata"]))
    return _back(kode)


def _back(kode: str, kabar: str = "disimpan") -> Response:
    return redirect(url_for("unit.show", kode=kode, kabar=kabar), 303)


# --- changing a piece ---


@bp.get("/instansi/<kode>/ubah/<bagian>")
@bp.get("/instansi/<kode>/ubah/<bagian>/<butir>")
@only(Act.INSTANSI)
def ask(kode: str, bagian: str, butir: str = "") -> str:
    """The form of one piece."""
    one = _sasaran(kode, bagian, butir)
    return _form_page(one, BAGIAN[bagian].formulir(one))


def _sasaran(kode: str, bagian: str, butir: str) -> Sasaran:
    auth.need(Act.INSTANSI, kode)
    if bagian not in BAGIAN:
        raise TidakAda
    return Sasaran(house(), hadir(), changes.seen(house(), kode), bagian, butir)


def _form_page(one: Sasaran, formulir: Formulir, contoh: Contoh | None = None) -> str:
    bagian, at = BAGIAN[one.bagian], url_for("unit.show", kode=one.kode)
    nomor = one.bagian == "seri"
    return render_template(
        "instansi/ubah.html",
        judul=bagian.judul,
        kata=bagian.kata,
        jejak=(*JEJAK, Tautan(one.instansi.nama, at)),
        formulir=formulir,
        contoh=(contoh or instansi_nomor.sample(one)) if nomor else None,
        contoh_di=url_for("unit.sample", kode=one.kode, seri=one.butir) if nomor else "",
    )


@bp.post("/instansi/<kode>/ubah/<bagian>")
@bp.post("/instansi/<kode>/ubah/<bagian>/<butir>")
@only(Act.INSTANSI)
def save(kode: str, bagian: str, butir: str = "") -> Answer:
    """Keep one piece as a new version of the pack, or show what its number would look like."""
    one = _sasaran(kode, bagian, butir)
    sent = forms.read(BAGIAN[bagian].formulir(one), lambda form: _form_page(one, form))
    if "contoh" in request.form and bagian == "seri":
        contoh = sent.attempt(lambda: instansi_nomor.sample(one, sent))
        return _form_page(one, sent.formulir, contoh)
    with house().room() as room:
        logo = forms.uploaded("logo", room)
        sent.attempt(lambda: BAGIAN[bagian].simpan(one, sent, logo))
    return _back(kode)


@bp.get("/instansi/<kode>/contoh-nomor/<seri>")
@only(Act.INSTANSI)
def sample(kode: str, seri: str) -> str:
    """The next number of a series as it is being typed."""
    one = _sasaran(kode, "seri", seri)
    typed = forms.filled(BAGIAN["seri"].formulir(one), request.args)
    return _form_page(one, typed, instansi_nomor.sample_typed(one, typed))


# --- back to the seed ---


@bp.get("/instansi/<kode>/bawaan")
@only(Act.INSTANSI)
def seed(kode: str) -> str:
    """Where the pack differs from the one that came with Berkas, and the way back."""
    auth.need(Act.INSTANSI, kode)
    paketan = changes.seen(house(), kode)
    found = differences(changes.seed_of(paketan), paketan.sound())
    return render_template(
        "instansi/bawaan.html",
        jejak=(*JEJAK, Tautan(paketan.sound().nama, url_for("unit.show", kode=kode))),
        beda=[Beda(one.nama, one.sebelum, one.sesudah) for one in found],
        kembalikan=_restore(paketan) if found else None,
    )


def _restore(one: Paketan) -> Pastikan:
    return Pastikan(
        nama="kembalikan",
        teks="Kembalikan ke bawaan…",
        judul="Kembalikan paket ini ke bawaan?",
        kata="Semua perubahan di halaman ini diganti dengan isi paket bawaan. Unit yang tidak ada "
        "di bawaan ditutup, bukan dihapus. Versi sekarang tetap tersimpan di jurnal.",
        alamat=url_for("unit.restore", kode=one.kode),
        tombol="Kembalikan ke bawaan",
        isian=(Ruas("versi", "Versi", str(one.versi), "tersembunyi"),),
    )


@bp.post("/instansi/<kode>/bawaan")
@only(Act.INSTANSI)
def restore(kode: str) -> Response:
    """The pack as it came, as a new version."""
    auth.need(Act.INSTANSI, kode)
    changes.restore(house(), hadir(), kode, request.form.get("versi", -1, type=int))
    return _back(kode)
