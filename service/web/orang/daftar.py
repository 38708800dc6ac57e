"""People: the list, one person, a new one, and the peran they are given."""

from __future__ import annotations

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.instansi.pilihan import at_work
from service.acts.orang import orang as acts
from service.acts.orang import peran as roles
from service.domain.catatan import RUMAH
from service.domain.orang import UMUR_UNDANGAN, Orang, Pemegang
from service.domain.refusals import TidakAda
from service.domain.tanggal import hari_tanggal, local, nip_berkelompok, pukul
from service.domain.token import is_program
from service.domain.wewenang import PERAN, Act
from service.face.alamat import columns, page_of, pages
from service.face.isi import Kosong, Sel, Tabel, Tautan
from service.face.isi_formulir import Formulir, Pastikan, Pilihan, Ruas
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.muka import nama_instansi
from service.web.dasar.pemegang import held
from service.web.orang.isian import change_form, give_form, one_button, person_form, tugas_of

bp = Blueprint("orang", __name__)
Answer = Response | str
SEHALAMAN = 50
JEJAK = (Tautan("Beranda", "/"), Tautan("Orang", "/orang"))
KEPALA = (("nama", "Nama"), ("nama_masuk", "Nama masuk"), ("", "Peran"), ("", "Keadaan"))


@bp.get("/orang")
@only(Act.PEOPLE)
def listing() -> str:
    """Everybody this administrator keeps."""
    asked = request.args.to_dict()
    people = _found(asked)
    first = (page_of(asked) - 1) * SEHALAMAN
    return render_template(
        "orang/daftar.html",
        daftar=_table(people[first : first + SEHALAMAN], asked),
        saring=(Ruas("cari", "Cari nama", asked.get("cari", ""), wajib=False),),
        tersaring=bool(asked.get("cari")),
        alamat="/orang",
        halaman=pages("/orang", asked, len(people), SEHALAMAN, "orang"),
        baru=Tautan("Tambah orang", "/orang/baru"),
        kosong=Kosong("Tidak ada orang yang cocok", "Ubah kata pencarian, atau tambahkan orang."),
    )


def _found(asked: dict[str, str]) -> list[Orang]:
    words = asked.get("cari", "").casefold().strip()
    with house().ledger.read() as reading:
        kept = [one for one in reading.find(Orang) if hadir().may(Act.PEOPLE, one.instansi)]
    people = [one for one in kept if not is_program(one)]
    found = [one for one in people if words in f"{one.nama} {one.nama_masuk}".casefold()]
    by_login = asked.get("urut") == "nama_masuk"
    found.sort(key=lambda one: (one.nama_masuk if by_login else one.nama.casefold(), one.id))
    return found[::-1] if asked.get("arah") == "turun" else found


def _table(people: list[Orang], asked: dict[str, str]) -> Tabel:
    with house().ledger.read() as reading:
        roles = {one.id: reading.find(Pemegang, orang=one.id) for one in people}
    baris = tuple(_row(one, roles[one.id]) for one in people)
    return Tabel("orang", "Orang yang dapat masuk", columns("/orang", asked, KEPALA), baris)


def _row(orang: Orang, rows: list[Pemegang]) -> tuple[Sel, ...]:
    peran = dict.fromkeys(PERAN[one.peran] for one in rows if one.dicabut is None)
    return (
        Sel(orang.nama, url_for("orang.show", orang_id=orang.id)),
        Sel(orang.nama_masuk),
        Sel(", ".join(peran) or "–"),
        Sel(state_of(orang), bentuk="selesai" if orang.aktif else "dikecualikan"),
    )


def state_of(orang: Orang) -> str:
    """Whether a person can come in, in words."""
    if not orang.aktif:
        return "dinonaktifkan"
    return "aktif" if orang.sandi else "belum memilih sandi"


def places() -> tuple[Pilihan, ...]:
    """Where this administrator may put people."""
    known = [Pilihan(one.id, one.nama) for one in at_work(house())]
    whole = [Pilihan(RUMAH, nama_instansi(RUMAH))]
    return tuple(one for one in [*known, *whole] if hadir().may(Act.PEOPLE, one.nilai))


def _show_new(formulir: Formulir) -> str:
    return render_template("orang/baru.html", formulir=formulir, jejak=JEJAK)


@bp.get("/orang/baru")
@only(Act.PEOPLE)
def new() -> str:
    """The form of a new person."""
    return _show_new(person_form(places(), request.args.get("instansi", "")))


@bp.post("/orang/baru")
@only(Act.PEOPLE)
def create() -> Answer:
    """A new person, and the link by which they choose their password."""
    sent = forms.read(person_form(places()), _show_new)
    isian = acts.Isian(sent["nama_masuk"], sent["nama"], sent["nip"])
    orang, token = sent.attempt(lambda: acts.create(house(), g.hadir, sent["instansi"], isian))
    return link_page(orang, token)


def link_page(orang: Orang, token: str) -> str:
    """The one-time link, shown once and kept nowhere."""
    end = house().clock.now() + UMUR_UNDANGAN
    return render_template(
        "orang/tautan.html",
        nama=orang.nama,
        tautan=url_for("mulai.ask", token=token, _external=True),
        sampai=f"{hari_tanggal(local(end, 'WIB').date())} {pukul(end, 'WIB')}",
        iso=end.isoformat(),
        jejak=JEJAK,
        kembali=Tautan("Beri peran", url_for("orang.show", orang_id=orang.id)),
    )


def person(orang_id: str) -> Orang:
    """A person this administrator keeps, or TidakAda."""
    with house().ledger.read() as reading:
        orang = reading.get(Orang, orang_id)
    if is_program(orang) or not hadir().may(Act.PEOPLE, orang.instansi):
        raise TidakAda
    return orang


def _page(orang: Orang, beri_peran: Formulir | None = None) -> str:
    at = url_for("orang.show", orang_id=orang.id)
    give = beri_peran or give_form(house(), at, places(), orang.instansi)
    link = one_button(f"{at}/tautan", "Buat tautan sekali pakai")
    again = one_button(f"{at}/aktif", "Aktifkan lagi dan buat tautan")
    return render_template(
        "orang/satu.html",
        nama=orang.nama,
        jejak=JEJAK,
        bentuk="selesai" if orang.aktif else "dikecualikan",
        keadaan=state_of(orang),
        sifat=_traits(orang),
        peran=held(house(), hadir(), orang),
        beri_peran=give if orang.aktif else None,
        tautan_sandi=link if orang.aktif else again,
        nonaktif=_shut(orang, at) if orang.aktif else None,
        ubah=Tautan("Ubah", f"{at}/ubah"),
        delegasi=None,
        peristiwa=(),
    )


def _traits(orang: Orang) -> tuple[tuple[str, str], ...]:
    return (
        ("Nama masuk", orang.nama_masuk),
        ("NIP", nip_berkelompok(orang.nip)),
        ("Instansi", nama_instansi(orang.instansi)),
    )


def _shut(orang: Orang, at: str) -> Pastikan:
    return Pastikan(
        nama="nonaktif",
        teks="Nonaktifkan akun…",
        judul=f"Nonaktifkan akun {orang.nama}?",
        kata="Ia tidak dapat masuk lagi dan semua perannya dicabut. Jejaknya tetap tersimpan.",
        alamat=f"{at}/nonaktif",
        tombol="Nonaktifkan akun",
    )


@bp.get("/orang/<orang_id>")
@only(Act.PEOPLE)
def show(orang_id: str) -> str:
    """One person."""
    return _page(person(orang_id))


@bp.get("/orang/<orang_id>/ubah")
@only(Act.PEOPLE)
def edit(orang_id: str) -> str:
    """The form that changes a person."""
    orang = person(orang_id)
    return _show_edit(orang, change_form(orang))


def _show_edit(orang: Orang, formulir: Formulir) -> str:
    at = url_for("orang.show", orang_id=orang.id)
    jejak = (*JEJAK, Tautan(orang.nama, at))
    return render_template("orang/ubah.html", formulir=formulir, jejak=jejak)


@bp.post("/orang/<orang_id>/ubah")
@only(Act.PEOPLE)
def change(orang_id: str) -> Answer:
    """Keep what was changed of a person."""
    orang = person(orang_id)
    sent = forms.read(change_form(orang), lambda form: _show_edit(orang, form))
    isian = acts.Isian(sent["nama_masuk"], sent["nama"], sent["nip"])
    sent.attempt(lambda: acts.change(house(), g.hadir, orang_id, sent.angka("versi"), isian))
    return redirect(url_for("orang.show", orang_id=orang_id, kabar="disimpan"), 303)


@bp.post("/orang/<orang_id>/peran")
@only(Act.PEOPLE)
def give(orang_id: str) -> Answer:
    """Give a peran."""
    orang = person(orang_id)
    at = url_for("orang.show", orang_id=orang_id)
    form = give_form(house(), at, places(), orang.instansi)
    sent = forms.read(form, lambda wrong: _page(orang, wrong))
    sent.attempt(lambda: roles.give(house(), g.hadir, orang_id, tugas_of(sent)))
    return redirect(f"{at}?kabar=peran", 303)


@bp.post("/peran/<pemegang_id>/cabut")
@only(Act.PEOPLE)
def take(pemegang_id: str) -> Answer:
    """Take a peran back."""
    one = roles.take(house(), hadir(), pemegang_id)
    return redirect(url_for("orang.show", orang_id=one.orang, kabar="dicabut"), 303)


@bp.post("/orang/<orang_id>/tautan")
@only(Act.PEOPLE)
def invite(orang_id: str) -> Answer:
    """A new one-time link for a person."""
    return link_page(person(orang_id), acts.invite(house(), hadir(), orang_id))


@bp.post("/orang/<orang_id>/nonaktif")
@only(Act.PEOPLE)
def deactivate(orang_id: str) -> Answer:
    """Shut an account."""
    acts.deactivate(house(), hadir(), person(orang_id).id)
    return redirect(url_for("orang.show", orang_id=orang_id, kabar="nonaktif"), 303)


@bp.post("/orang/<orang_id>/aktif")
@only(Act.PEOPLE)
def activate(orang_id: str) -> Answer:
    """Open an account again."""
    return link_page(person(orang_id), acts.activate(house(), hadir(), orang_id))
