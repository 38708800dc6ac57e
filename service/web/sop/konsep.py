"""A draft of an SOP on its page: the table as it was read beside what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.sop import konsep as acts
from service.acts.sop.konsep import SUSUNAN, Terbaca
from service.domain.refusals import TidakAda
from service.domain.sop import konsep_susun as susun
from service.domain.sop.konsep import DIPAKAI, KONSEP, SopKonsep
from service.domain.sop.konsep_siap import is_ready
from service.domain.wewenang import Act
from service.face.bagan import drawn
from service.face.isi import Bentuk, Kolom, Kosong, Sel, Tabel, Tautan
from service.face.isi_formulir import Pastikan, Ruas
from service.face.isi_sop import Potongan
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sekali import known
from service.web.kata.berkas import moment
from service.web.sop import siap_isi as siap
from service.web.sop.bagian_isian import BAGIAN, pieces
from service.web.sop.daftar import JEJAK
from service.web.sop.konsep_isi import faults, left, rows_of
from service.web.sop.simpan import moved_rows

bp = Blueprint("sop_konsep", __name__)
KEADAAN: dict[str, tuple[str, Bentuk]] = {
    KONSEP: ("Konsep, belum berlaku", "baru"),
    DIPAKAI: ("Sudah dipakai", "selesai"),
}
SIAP: tuple[str, Bentuk] = ("Konsep, siap diberlakukan", "menunggu")
DIBUANG: tuple[str, Bentuk] = ("Dibuang", "selesai")
KOLOM = (
    Kolom("Konsep"),
    Kolom("Keadaan"),
    Kolom("Langkah", angka=True),
    Kolom("Asal"),
    Kolom("Terakhir ditulis"),
)


@bp.get("/sop/konsep")
@only(Act.SOP)
def listing() -> str:
    """The drafts that are being written."""
    found = acts.listed(house(), hadir())
    names = house().lists.nama_orang({one.diubah_oleh for one in found})
    rows = tuple(
        (
            Sel(
                one.nama,
                url_for("sop_konsep.show", konsep_id=one.id),
                catatan=nama_instansi(one.instansi),
            ),
            _state(one),
            Sel(str(len(one.langkah))),
            Sel(origin(one)),
            Sel(said_at(one), catatan=names.get(one.diubah_oleh, "")),
        )
        for one in found
    )
    return render_template(
        "sop/konsep_daftar.html",
        jejak=JEJAK,
        daftar=Tabel("konsep", "Konsep SOP", KOLOM, rows),
        kosong=Kosong(
            "Belum ada konsep",
            "Impor tabel SOP dari Word, Excel, atau PDF, atau ubah SOP yang berlaku.",
            Tautan("Impor SOP", url_for("sop_impor.show")),
        ),
    )


def _state(one: SopKonsep) -> Sel:
    bentuk, keadaan = siap.badge(one)
    return Sel(keadaan, bentuk=bentuk, catatan=siap.declared(one) if is_ready(one) else "")


def origin(one: SopKonsep) -> str:
    """Where a draft comes from."""
    if one.nama_file:
        return one.nama_file
    return f"SOP bawaan {one.kode}" if one.dasar <= 0 else f"versi {one.dasar} SOP {one.kode}"


def said_at(one: SopKonsep) -> str:
    """When it was last written, on the clock of its office."""
    agency = known(one.instansi)
    return moment(one.diubah or one.dibuat, agency.zona if agency else "WIB")


@bp.get("/sop/konsep/<konsep_id>")
@only(Act.SOP)
def show(konsep_id: str) -> str:
    """One draft, all its rows."""
    found = acts.read(house(), hadir(), konsep_id)
    return page(found)


def page(found: Terbaca, salah: tuple[str, ...] = ()) -> str:
    """The page of a draft, with what could not be done."""
    konsep, periksa = found.konsep, found.periksa
    rows = tuple(rows_of(found))
    writes = konsep.keadaan == KONSEP
    return render_template(
        "sop/konsep.html",
        konsep=konsep,
        salah=salah,
        jejak=(*JEJAK, Tautan("Konsep", url_for("sop_konsep.listing"))),
        keadaan=SIAP if is_ready(konsep) else KEADAAN.get(konsep.keadaan, DIBUANG),
        sifat=tuple(_facts(konsep)),
        cacat=tuple(faults(found)),
        berat=len(periksa.berat),
        ragu=sum(len(row.ragu) for row in rows) + len(konsep.ragu),
        umum=tuple(one.sebab for one in konsep.ragu),
        baris=rows,
        sisa=tuple(left(konsep)),
        potongan=tuple(_pieces(found)),
        bagan=url_for("sop_konsep.picture", konsep_id=konsep.id, v=konsep.versi)
        if periksa.sop
        else "",
        tulis=writes,
        kesiapan=siap.readiness(found),
        memutus=hadir().may(Act.SOP_USE, konsep.instansi),
        terlihat=acts.sidik(konsep, SUSUNAN),
        buang=_discard(konsep) if writes else None,
    )


def _facts(konsep: SopKonsep) -> Iterator[tuple[str, str]]:
    names = house().lists.nama_orang({*konsep.penyiap, konsep.diubah_oleh})
    yield "Instansi", nama_instansi(konsep.instansi)
    yield "Terakhir ditulis", f"{said_at(konsep)}, oleh {names.get(konsep.diubah_oleh, '–')}"
    yield "Ditulis oleh", ", ".join(names.get(one, one) for one in konsep.penyiap)
    yield "Menggantikan", konsep.kode.replace("_", " ") if konsep.kode else "Tidak ada: SOP baru"


def _pieces(found: Terbaca) -> Iterator[Potongan]:
    konsep = found.konsep
    for name, said in pieces(konsep).items():
        yield Potongan(
            BAGIAN[name].judul,
            url_for("sop_bagian.show", konsep_id=konsep.id, bagian_sop=name),
            said,
            tuple(one.sebab for one in found.periksa.at(name) if not one.peringatan),
        )


def _discard(konsep: SopKonsep) -> Pastikan:
    return Pastikan(
        "buang",
        "Buang konsep…",
        f"Buang konsep {konsep.nama}?",
        "Konsep ini tidak dapat ditulis lagi. SOP yang berlaku tidak berubah, dan file asalnya "
        "tetap tersimpan.",
        url_for("sop_konsep.discard", konsep_id=konsep.id),
        "Buang konsep",
        (Ruas("versi", "Versi", str(konsep.versi), "tersembunyi"),),
    )


@bp.get("/sop/konsep/<konsep_id>/bagan.svg")
@only(Act.SOP)
def picture(konsep_id: str) -> Response:
    """The flowchart of a draft without faults."""
    sop = acts.read(house(), hadir(), konsep_id).periksa.sop
    if sop is None:
        raise TidakAda("Bagan konsep itu")
    answer = make_response(str(drawn(sop)))
    answer.headers["Content-Type"] = "image/svg+xml"
    return answer


@bp.post("/sop/konsep/<konsep_id>/susun")
@only(Act.SOP)
def arrange(konsep_id: str) -> Response:
    """A row put in, taken out, moved, split or joined."""
    apa, _, kunci = request.form.get("apa", "").partition(" ")
    terlihat = request.form.get("terlihat", "")
    after = moved_rows(
        konsep_id,
        terlihat,
        lambda now: susun.arranged(now, apa, kunci),
        lambda why: page(acts.read(house(), hadir(), konsep_id), (why,)),
    )
    if apa == susun.TAMBAH:
        place_ = next((n for n, one in enumerate(after.langkah) if one.kunci == kunci), -1)
        row = after.langkah[place_ + 1]
        return redirect(url_for("sop_langkah.show", konsep_id=konsep_id, kunci=row.kunci), 303)
    here = url_for("sop_konsep.show", konsep_id=konsep_id)
    return redirect(f"{here}#{kunci}" if after.row(kunci) else here, 303)


@bp.post("/sop/konsep/<konsep_id>/buang")
@only(Act.SOP)
def discard(konsep_id: str) -> Response:
    """Write it no more."""
    versi = request.form.get("versi", "")
    number = int(versi) if versi.isascii() and versi.isdigit() and len(versi) < 9 else 0
    acts.discard(house(), hadir(), konsep_id, number)
    return redirect(url_for("sop_konsep.listing", kabar="sop-dibuang"), 303)
