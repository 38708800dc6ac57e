"""What an office prints for its scanner and its shelves: separator sheets, and labels."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for

from service.acts.instansi.aturan import rules
from service.acts.lihat.terlihat import kiriman_for
from service.domain import pemisah
from service.domain.kiriman import Kiriman
from service.domain.pemisah import Pemisah
from service.domain.tanggal import local, panjang, pukul
from service.domain.wewenang import Act
from service.face import qr
from service.face.isi import Kosong, Tautan
from service.face.isi_formulir import Pilihan, Ruas
from service.face.isi_kiriman import LabelKertas, LembarPemisah
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sebutan import unit_name, zona_of
from service.web.dasar.sekali import at_work, known

bp = Blueprint("kertas", __name__)
BERANDA = Tautan("Beranda", "/")


@bp.get("/unggah/pemisah")
@only(Act.RECEIVE)
def separator() -> str:
    """A sheet to lay between letters that are scanned at once."""
    units, kinds = _units(), _kinds()
    unit = _chosen("unit", units)
    jenis = _chosen("jenis", kinds)
    said = Pemisah(unit.nilai, jenis.nilai)
    return render_template(
        "kertas/pemisah.html",
        jejak=(BERANDA, Tautan("Unggah file", "/unggah")),
        ruas=(
            Ruas("unit", "Untuk unit", unit.nilai, "pilih", wajib=False, pilihan=units),
            Ruas("jenis", "Jenis surat", jenis.nilai, "pilih", wajib=False, pilihan=kinds),
        ),
        lembar=LembarPemisah(
            qr.drawn(pemisah.code(said), "Kode lembar pemisah"),
            unit.teks,
            jenis.teks,
        ),
    )


def _chosen(name: str, among: tuple[Pilihan, ...]) -> Pilihan:
    """What the address asks for; nothing where there is no such choice."""
    asked = request.args.get(name, "")
    return next((one for one in among if one.nilai == asked), Pilihan("", ""))


def _agencies() -> list[str]:
    """The instansi for which this person takes something in."""
    now = house().clock.now()
    return [
        one.id
        for one in at_work()
        if (agency := known(one.id))
        and any(
            hadir().may(Act.RECEIVE, one.id, unit)
            for unit in ("", *(unit.id for unit in agency.open_units(now)))
        )
    ]


def _units() -> tuple[Pilihan, ...]:
    """Every unit at work: one scanner serves the whole house."""
    found, now = dict[str, str](), house().clock.now()
    for kode in _agencies():
        agency = known(kode)
        for one in agency.open_units(now) if agency else ():
            found.setdefault(one.id, one.nama)
    return tuple(Pilihan(nilai, teks) for nilai, teks in found.items())


def _kinds() -> tuple[Pilihan, ...]:
    found = dict[str, str]()
    for kode in _agencies():
        for one in rules(house().packs, kode).jenis:
            found.setdefault(one.id, one.nama)
    return tuple(Pilihan(nilai, teks) for nilai, teks in found.items())


@bp.get("/kiriman/<kiriman_id>/label")
@only(Act.LOOK, Act.PEOPLE)
def label(kiriman_id: str) -> str:
    """A label for the paper: its number, and a code that leads to its page."""
    with house().ledger.read() as reading:
        one = kiriman_for(reading, hadir(), kiriman_id)
    here = url_for("kiriman.show", kiriman_id=one.id)
    return render_template(
        "kertas/label.html",
        jejak=(BERANDA, Tautan("Kiriman", "/kiriman"), Tautan(one.surat.perihal or one.nama, here)),
        label=_label(one) if one.nomor_agenda else None,
        kosong=_no_number(one),
        kembali=Tautan("Kembali ke kiriman", here),
    )


def _no_number(one: Kiriman) -> Kosong:
    if one.kode == pemisah.DIPISAH:
        kata = "Tumpukan ini sudah dipisah. Cetak label dari halaman setiap bagiannya."
    else:
        kata = "Label dapat dicetak sesudah kiriman mendapat nomor agenda."
    return Kosong("Belum ada nomor untuk label ini", kata)


def _label(one: Kiriman) -> LabelKertas:
    zona = zona_of(hadir(), at_work())
    at = local(one.diterima, zona)
    there = url_for("kiriman.show", kiriman_id=one.id, _external=True)
    return LabelKertas(
        qr.drawn(there, "Kode halaman kiriman"),
        nama_instansi(one.instansi),
        unit_name(one.instansi, one.unit),
        one.nomor_agenda,
        f"{panjang(at.date())} {pukul(one.diterima, zona)}",
        one.fisik.lokasi if one.fisik else "",
    )
