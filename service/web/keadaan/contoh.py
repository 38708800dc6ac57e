"""The sample home beside this one: played on request, opened, and taken away again."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.instansi import pilihan
from service.acts.orang import contoh as acts
from service.acts.orang import mulai as links
from service.domain.contoh import GAGAL, KOSONG, MENYALA, SEMUA, RumahContoh
from service.domain.wewenang import Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pastikan, Pilihan, Ruas
from service.web.dasar import forms
from service.web.dasar.auth import anyone, hadir, house, only
from service.web.dasar.muka import nama_instansi

bp = Blueprint("contoh", __name__)
KATA = {
    "diminta": "Rumah contoh menunggu giliran disusun.",
    "dimainkan": "Rumah contoh sedang disusun: {langkah} langkah SOP sudah dijalankan.",
    "menyala": "Rumah contoh siap dilihat.",
    "gagal": "Rumah contoh tidak jadi disusun. {sebab} Hapus, lalu coba lagi.",
    "dihapus": "Rumah contoh sedang dihapus.",
}
HAPUS = (
    "Semua orang, surat, naskah, dan nomor contoh hilang seluruhnya. "
    "Kantor Anda sendiri tidak tersentuh."
)


@bp.get("/contoh")
@only(Act.INSTANSI)
def show() -> str:
    """How the sample home stands, for whoever keeps the house."""
    acts.may_keep(hadir())
    return _page("/contoh", Tautan("Keadaan", url_for("keadaan.show")))


@bp.post("/contoh/muat")
@only(Act.INSTANSI)
def ask() -> Response:
    """Let it be played."""
    acts.may_keep(hadir())
    return _ask("/contoh", Tautan("Keadaan", url_for("keadaan.show")))


@bp.post("/contoh/hapus")
@only(Act.INSTANSI)
def drop() -> Response:
    """Let it go."""
    acts.may_keep(hadir())
    return _drop("/contoh")


@bp.get("/mulai/<token>/contoh")
@anyone
def first(token: str) -> str:
    """The same, for whoever holds the link that makes the first administrator."""
    return _page(*_before_all(token))


@bp.post("/mulai/<token>/contoh/muat")
@anyone
def first_ask(token: str) -> Response:
    """Let it be played before anybody keeps the house."""
    return _ask(*_before_all(token))


@bp.post("/mulai/<token>/contoh/hapus")
@anyone
def first_drop(token: str) -> Response:
    """Let it go before anybody keeps the house."""
    return _drop(_before_all(token)[0])


def _before_all(token: str) -> tuple[str, Tautan]:
    if links.invited(house(), token) is not None:
        raise links.TautanTidakBerlaku
    begin = url_for("mulai.ask", token=token)
    return f"{begin}/contoh", Tautan("Administrator pertama", begin)


def _ask(at: str, back: Tautan) -> Response:
    sent = forms.read(_form(at), lambda formulir: _page(at, back, formulir))
    sent.attempt(lambda: acts.ask(house(), sent["instansi"]))
    return redirect(f"{at}?kabar=contoh-diminta", 303)


def _drop(at: str) -> Response:
    acts.drop(house())
    return redirect(f"{at}?kabar=contoh-dihapus", 303)


def _form(at: str) -> Formulir:
    known = tuple(Pilihan(kode, _called(kode)) for kode in acts.offered(house()))
    kata = "Setiap SOP setiap instansi di bawah ini; perlu beberapa menit."
    semua = Pilihan(SEMUA, "Semua instansi", kata)
    pilih = Ruas("instansi", "Yang dijadikan contoh", SEMUA, "radio", pilihan=(semua, *known))
    return Formulir(f"{at}/muat", "Muat contoh", (Kelompok("", (pilih,)),), jaga=False)


def _called(kode: str) -> str:
    known = pilihan.known(house(), kode)
    return known.nama if known else nama_instansi(kode)


def _page(at: str, back: Tautan, formulir: Formulir | None = None) -> str:
    now = acts.standing(house())
    none = now.keadaan == KOSONG
    return render_template(
        "contoh.html",
        alamat=at,
        jejak=[back],
        kata=KATA.get(now.keadaan, "").format(langkah=now.langkah, sebab=now.sebab),
        salah=() if none or not formulir else formulir.salah,
        gagal=now.keadaan == GAGAL,
        bergerak=now.bergerak,
        formulir=(formulir or _form(at)) if none else None,
        pintu=Tautan("Buka rumah contoh", _door(now)) if now.keadaan == MENYALA else None,
        hapus=None if none else _goodbye(at),
    )


def _door(now: RumahContoh) -> str:
    """On the host by which this very page was found."""
    came = urlsplit(request.host_url)
    host = f"[{came.hostname}]" if ":" in str(came.hostname) else came.hostname
    return f"{came.scheme}://{host}:{now.port}/contoh/{now.kunci}"


def _goodbye(at: str) -> Pastikan:
    return Pastikan(
        "hapus-contoh", "Hapus contoh…", "Hapus rumah contoh?", HAPUS, f"{at}/hapus", "Hapus contoh"
    )
