"""What a request, its extension and an objection to its answer fill into letters about them.

No source gives the NIK: it is asked for to know who asks, and no paper needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from typing import Any

from service.acts.instansi.kalender import kalender
from service.acts.isian.perkara import Isi, Perkara
from service.domain import keberatan as b
from service.domain import perpanjangan as d
from service.domain.isian_butir import told
from service.domain.isian_publik import PERMOHONAN, Aturan
from service.domain.keberatan import IsianKeberatan, Keberatan
from service.domain.permohonan import JALAN, Isian, Permohonan, extended_due
from service.domain.ruas import DAFTAR, DAFTAR_TEKS, Ruas
from service.domain.tanggal import local, pukul
from service.domain.tenggat_kata import spelt, term
from service.domain.uji import DIKECUALIKAN, DITUTUP, KESIMPULAN

_ATURAN: dict[str, Aturan] = {one.nama: one for one in PERMOHONAN}
DIPILIH = "X"  # as a form is ticked on paper


def of_term(one: Perkara, id_: str) -> str:
    """A term of the agency in words; '' for one that nobody knows."""
    found = term(one.instansi, id_)
    return spelt(found) if found else ""


def rows(one: Perkara, ruas: Ruas, *, only: Collection[str] = ()) -> Any:
    """What was asked for, item by item; without a test, the words of the request themselves."""
    tested = [told(n, x, one.unit(x.uji.unit or x.unit)) for n, x in enumerate(one.items, 1)]
    if only:
        said = {KESIMPULAN[kata] for kata in only}
        tested = [row for row in tested if row["kesimpulan"] in said]
    elif not tested and one.request and one.request.isian.rincian:
        tested = [{"judul": one.request.isian.rincian}]
    if ruas.jenis == DAFTAR_TEKS:
        return [_line(row["judul"]) for row in tested]
    return [_row(ruas, row) for row in tested]


def _row(ruas: Ruas, row: dict[str, Any]) -> dict[str, str]:
    """The columns that the pair has, each in one line."""
    laws = "; ".join(row.get("dasar", ()))
    return {x.nama: laws if x.nama == "dasar" else _line(row.get(x.nama, "")) for x in ruas.kolom}


def _line(value: object) -> str:
    return " ".join(str(value).split())


def _request(tell: Callable[[Perkara, Permohonan], Any]) -> Isi:
    def asked(one: Perkara, _: Ruas) -> Any:
        return tell(one, one.request) if one.request else ""

    return asked


def _objection(tell: Callable[[Perkara, Keberatan], Any]) -> Isi:
    def asked(one: Perkara, _: Ruas) -> Any:
        return tell(one, one.objection) if one.objection else ""

    return asked


def _contact(isian: Isian | IsianKeberatan) -> str:
    return ", ".join(x for x in (isian.telepon, isian.surel) if x)


def _proxy(isian: Isian | IsianKeberatan) -> str:
    return isian.pemberi_kuasa if isian.sebagai == "kuasa" else ""


def _chosen(nama: str, key: str) -> str:
    return _ATURAN[nama].pilihan.get(key, "")


def _came(one: Perkara, line: Permohonan | Keberatan) -> str:
    return _iso(local(line.diterima, one.zona).date())


def _iso(on: date | None) -> str:
    return on.isoformat() if on else ""


def _ahead(one: Perkara, line: Permohonan) -> str:
    """The last day of its answer; '' once that is over, for another day to be promised."""
    over = line.tenggat < local(one.house.clock.now(), one.zona).date()
    return "" if over else _iso(line.tenggat)


def _more(one: Perkara, _: Ruas) -> Any:
    """How many days its answer was given on top; as long as it was not, how many it would be."""
    if one.extension:
        return one.extension.hari
    rule = term(one.instansi, "perpanjangan") if one.request else None
    return rule.jumlah if rule else ""


def _from(one: Perkara, _: Ruas) -> str:
    if one.extension:
        return _iso(one.extension.dari)
    return _iso(one.request.tenggat) if one.request else ""


def _until(one: Perkara, _: Ruas) -> str:
    if one.extension:
        return _iso(one.extension.sampai)
    if one.request is None or one.request.diperpanjang:
        return ""
    days = kalender(one.house, one.reading, one.request.instansi, one.request.unit)
    return _iso(extended_due(one.instansi, days, one.request.tenggat))


def _why_longer(one: Perkara, _: Ruas) -> str:
    return d.ALASAN.get(one.extension.alasan, "") if one.extension else ""


def _grounds(one: Perkara, ruas: Ruas) -> Any:
    """All seven grounds of the law with the given ones ticked, for a table; else the given ones."""
    given = one.objection.alasan if one.objection else ()
    if ruas.jenis == DAFTAR:
        every = [
            {"huruf": x, "alasan": kata, "dipilih": DIPILIH if x in given else ""}
            for x, kata in b.ALASAN.items()
        ]
        names = [x.nama for x in ruas.kolom]
        return [{x: row.get(x, "") for x in names} for row in every]
    said = [b.ALASAN[x] for x in given if x in b.ALASAN]
    return said if ruas.jenis == DAFTAR_TEKS else "; ".join(said)


def _whose(one: Perkara, _: Ruas) -> str:
    """The number of the request that an objection is about, as the register or it has it."""
    if one.request and one.request.nomor_daftar:
        return one.request.nomor_daftar
    return one.objection.isian.nomor_permohonan if one.objection else ""


SUMBER: dict[str, Isi] = {
    "permohonan.nomor": _request(lambda _, x: x.nomor_daftar),
    "permohonan.tanggal": _request(lambda _, x: _iso(x.tanggal_daftar or x.hari_terima)),
    "permohonan.pemohon": _request(lambda _, x: x.isian.nama),
    "permohonan.alamat": _request(lambda _, x: x.isian.alamat),
    "permohonan.pekerjaan": _request(lambda _, x: x.isian.pekerjaan),
    "permohonan.kontak": _request(lambda _, x: _contact(x.isian)),
    "permohonan.kuasa": _request(lambda _, x: _proxy(x.isian)),
    "permohonan.rincian": _request(lambda _, x: x.isian.rincian),
    "permohonan.tujuan": _request(lambda _, x: x.isian.tujuan),
    "permohonan.memperoleh": _request(lambda _, x: _chosen("memperoleh", x.isian.memperoleh)),
    "permohonan.mendapatkan": _request(lambda _, x: _chosen("mendapatkan", x.isian.mendapatkan)),
    "permohonan.jalan": _request(lambda _, x: JALAN.get(x.jalan, "")),
    "permohonan.diterima": _request(_came),
    "permohonan.jam": _request(lambda one, x: pukul(x.diterima, one.zona)),
    "permohonan.tenggat": _request(lambda _, x: _iso(x.tenggat)),
    "permohonan.dijawab": _request(_ahead),
    "permohonan.alasan": _request(lambda _, x: x.keputusan.alasan),
    "permohonan.informasi": rows,
    "permohonan.ditolak": lambda one, ruas: rows(one, ruas, only=(DIKECUALIKAN,)),
    "permohonan.ditutup": lambda one, ruas: rows(one, ruas, only=DITUTUP),
    "perpanjangan.alasan": _why_longer,
    "perpanjangan.uraian": lambda one, _: one.extension.uraian if one.extension else "",
    "perpanjangan.hari": _more,
    "perpanjangan.dari": _from,
    "perpanjangan.sampai": _until,
    "keberatan.nomor": _objection(lambda _, x: x.nomor),
    "keberatan.tanggal": _objection(lambda _, x: _iso(x.tanggal_daftar or x.hari_terima)),
    "keberatan.pemohon": _objection(lambda _, x: x.isian.nama),
    "keberatan.alamat": _objection(lambda _, x: x.isian.alamat),
    "keberatan.pekerjaan": _objection(lambda _, x: x.isian.pekerjaan),
    "keberatan.kontak": _objection(lambda _, x: _contact(x.isian)),
    "keberatan.kuasa": _objection(lambda _, x: _proxy(x.isian)),
    "keberatan.permohonan": _whose,
    "keberatan.tujuan": _objection(lambda _, x: x.isian.tujuan),
    "keberatan.kasus_posisi": _objection(lambda _, x: x.isian.kasus_posisi),
    "keberatan.alasan": _grounds,
    "keberatan.diterima": _objection(_came),
    "keberatan.tenggat": _objection(lambda _, x: _iso(x.tenggat)),
    "keberatan.putusan": _objection(lambda _, x: b.PUTUSAN.get(x.surat.putusan, "")),
    "keberatan.tanggapan": _objection(lambda _, x: x.tanggapan.isi),
}
