"""What a matter itself fills into its papers: the request, the meeting, its items, its letters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from service.acts.isian import arsip as isian_arsip
from service.acts.isian import buku as isian_buku
from service.acts.isian import jalan as isian_jalan
from service.acts.isian import laporan as isian_laporan
from service.acts.isian import meja as isian_meja
from service.acts.isian import penyusutan as isian_penyusutan
from service.acts.isian import permohonan as isian_permohonan
from service.acts.isian import register as isian_register
from service.acts.isian.perkara import Isi, Perkara
from service.domain.ada import Ada
from service.domain.berkas import Berkas
from service.domain.isian_butir import told
from service.domain.naskah import BATAL, Naskah
from service.domain.rapat_isian import hours, link, place
from service.domain.ruas import BERKAS, DAFTAR, DAFTAR_TEKS, TEKS, Pasangan, Ruas
from service.domain.ruas_baku import baku
from service.domain.ruas_periksa import fault
from service.domain.wewenang import Hadir
from service.ports import House, Reading


def of_berkas(
    house: House, reading: Reading, oleh: Hadir, berkas: Berkas, kind: Pasangan
) -> dict[str, Any]:
    """The ruas whose asal is the matter; those about which it knows nothing are left out."""
    asked = [ruas for ruas in kind.ruas if ruas.asal == BERKAS]
    one = Perkara(house, reading, oleh, berkas) if asked else None
    found = {ruas.nama: _fitting(ruas, _value(one, ruas)) for ruas in asked if one}
    return {nama: value for nama, value in found.items() if value not in (None, "", [])}


def _fitting(ruas: Ruas, value: Any) -> Any:
    """The value as the ruas takes it; '' for what it does not, or no form could be begun."""
    if ruas.jenis == TEKS and isinstance(value, str):
        value = " ".join(value.split())
    return "" if fault(ruas, baku(ruas, value)) else value


def _value(one: Perkara, ruas: Ruas) -> Any:
    head, _, rest = ruas.isi.partition(".")
    if head == "bahan":
        thing, _, what = rest.rpartition(".")
        return _letter(one, thing, what)
    if head == "instansi":
        return getattr(one.instansi, rest, "")
    if head == "tenggat":
        return isian_permohonan.of_term(one, rest)
    known = SUMBER.get(ruas.isi)
    return known(one, ruas) if known else ""


def _letter(one: Perkara, bahan: str, what: str) -> str:
    """Number or date of another paper of the matter, the last one first."""
    for paper in sorted(_papers(one, bahan), key=lambda x: x.dibuat, reverse=True):
        told = paper.nomor if what == "nomor" else paper.tanggal
        if told:
            return str(told)
    laid = [x for x in one.reading.find(Ada, berkas=one.berkas.id, bahan=bahan) if not x.dicabut]
    for there in sorted(laid, key=lambda x: x.sejak, reverse=True):
        if what == "nomor" and there.nomor:
            return there.nomor
    return ""


def _papers(one: Perkara, bahan: str) -> Iterator[Naskah]:
    for paper in one.reading.find(Naskah, berkas=one.berkas.id):
        if paper.keadaan != BATAL and bahan in (paper.bahan or paper.jenis, paper.jenis):
            yield paper


def _day(one: Perkara, _: Ruas) -> str:
    met = one.meeting
    return met.tanggal.isoformat() if met and met.tanggal else ""


def _hours(one: Perkara, _: Ruas) -> str:
    return hours(one.meeting.rapat, one.zona) if one.meeting else ""


def _place(one: Perkara, _: Ruas) -> str:
    return place(one.meeting.rapat) if one.meeting else ""


def _link(one: Perkara, _: Ruas) -> str:
    return link(one.meeting.rapat) if one.meeting else ""


def _agenda(one: Perkara, ruas: Ruas) -> Any:
    met = one.meeting
    if met is None:
        return ""
    rows = [{"judul": x.judul, "pembahasan": x.pembahasan, "putusan": x.putusan} for x in met.acara]
    return _shaped(ruas, rows, [x.judul for x in met.acara])


def _people(one: Perkara, ruas: Ruas) -> Any:
    met = one.meeting
    if met is None:
        return ""
    rows = [{"nama": x.nama, "jabatan": x.jabatan, "unit": x.unit} for x in met.peserta]
    return _shaped(ruas, rows, [", ".join(y for y in r.values() if y) for r in rows])


def _minutes(one: Perkara, ruas: Ruas) -> Any:
    met = one.meeting
    said = [f"{x.judul}: {x.pembahasan}" for x in met.acara if x.pembahasan] if met else []
    return _shaped(ruas, [{"uraian": x} for x in said], said)


def _agreed(one: Perkara, ruas: Ruas) -> Any:
    met = one.meeting
    said = [x.putusan for x in met.acara if x.putusan] if met else []
    return _shaped(ruas, [{"uraian": x} for x in said], said)


def _shaped(ruas: Ruas, rows: list[dict[str, str]], lines: list[str]) -> Any:
    """Rows for a table, with the columns it has; lines for a list; else one text."""
    if ruas.jenis == DAFTAR:
        names = [one.nama for one in ruas.kolom]
        return [{name: row.get(name, "") for name in names} for row in rows]
    return lines if ruas.jenis == DAFTAR_TEKS else "\n\n".join(lines)


def _items(one: Perkara, ruas: Ruas) -> list[dict[str, Any]]:
    """Its items whole; for a table, what of them stands in its columns."""
    rows = [told(n, x, one.unit(x.uji.unit or x.unit)) for n, x in enumerate(one.items, 1)]
    if ruas.jenis != DAFTAR:
        return rows
    flat = [row | {"dasar": "; ".join(row["dasar"])} for row in rows]
    names = [x.nama for x in ruas.kolom]
    return [{name: " ".join(str(row.get(name, "")).split()) for name in names} for row in flat]


SUMBER: dict[str, Isi] = {
    "berkas.judul": lambda one, _: one.berkas.judul,
    "rapat.tanggal": _day,
    "rapat.jam": _hours,
    "rapat.tempat": _place,
    "rapat.tautan": _link,
    "rapat.acara": _agenda,
    "rapat.peserta": _people,
    "rapat.notula": _minutes,
    "rapat.simpulan": _agreed,
    "butir": _items,
    "unit.nama": lambda one, _: one.unit(one.berkas.unit),
    **isian_arsip.SUMBER,
    **isian_buku.SUMBER,
    **isian_permohonan.SUMBER,
    **isian_meja.SUMBER,
    **isian_jalan.SUMBER,
    **isian_register.SUMBER,
    **isian_laporan.SUMBER,
    **isian_penyusutan.SUMBER,
}
