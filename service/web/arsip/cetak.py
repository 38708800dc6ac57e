"""A list of archives on paper, to be read by those who decide of it before they do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, render_template, url_for

from service.acts.arsip import naskah_usul
from service.acts.arsip import usul as acts
from service.acts.isian.daftar_usul import grounds_of, rows_of
from service.domain.arsip.penyusutan import BUANG, PINDAH, SERAH
from service.domain.arsip.usul import DIBATALKAN, DILAKSANAKAN, KEADAAN, Usul
from service.domain.arsip.usul_isian import SUMBER_DAFTAR
from service.domain.ruas import Pasangan
from service.domain.tanggal import hari_tanggal, local, panjang, pukul
from service.domain.wewenang import Act
from service.face.isi import Tautan
from service.face.isi_register import LajurCetak
from service.web.arsip.usul import trail
from service.web.arsip.usul_satu import SATU
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sebutan import unit_name
from service.web.dasar.sekali import known

bp = Blueprint("arsip_usul_cetak", __name__)
JUDUL = {
    PINDAH: "Daftar arsip usul pindah",
    SERAH: "Daftar arsip usul serah",
    BUANG: "Daftar arsip usul musnah",
}
# Of the width of the sheet, in per cent; what a pair names besides shares what is left.
LEBAR: Mapping[str, float] = {
    "kode": 9,
    "uraian": 31,
    "kurun": 10,
    "jumlah": 6,
    "satuan": 7,
    "tingkat": 9,
    "retensi": 13,
    "keterangan": 12,
}
LAIN = 8.0
BAKU = {
    "kode": "Kode klasifikasi",
    "uraian": "Jenis dan uraian arsip",
    "kurun": "Kurun waktu",
    "jumlah": "Jumlah",
    "satuan": "Satuan",
    "tingkat": "Tingkat perkembangan",
    "retensi": "Retensi menurut jadwal",
    "keterangan": "Keterangan",
}
PENYETUJU = {
    PINDAH: ("Yang mengusulkan", "Yang menyetujui"),
    SERAH: ("Yang mengusulkan", "Yang menyetujui"),
    BUANG: ("Yang mengusulkan", "Panitia penilai arsip", "Yang menyetujui"),
}


@dataclass(frozen=True)
class LembarUsul:
    """The sheet."""

    kop: tuple[str, ...]
    alamat: tuple[str, ...]
    judul: str
    perihal: tuple[tuple[str, str], ...]
    kolom: tuple[LajurCetak, ...]
    baris: tuple[tuple[str, ...], ...]
    jumlah: str
    dasar: tuple[str, ...]
    tempat_tanggal: str
    tanda_tangan: tuple[tuple[str, str], ...]  # as what, and who, '' for a name to be written
    catatan: str


@bp.get(f"{SATU}/cetak")
@only(Act.ARCHIVE, Act.DESTROY)
def sheet(usul_id: str) -> str:
    """The whole list, for who may see it."""
    one, rows, grounds = _read(usul_id)
    return render_template(
        "arsip/usul_cetak.html",
        judul=JUDUL[one.macam],
        jejak=(*trail(), Tautan(one.judul, url_for("arsip_usul_satu.show", usul_id=one.id))),
        lembar=_sheet(one, rows, grounds),
    )


def _read(usul_id: str) -> tuple[Usul, list[dict[str, Any]], list[str]]:
    with house().ledger.read() as reading:
        one = acts.usul_for(reading, hadir(), usul_id)
        agency = known(one.instansi)
        zona = agency.zona_of(one.unit) if agency else "WIB"
        return one, rows_of(reading, one, zona), grounds_of(reading, one)


def _sheet(one: Usul, rows: Sequence[Mapping[str, Any]], grounds: Sequence[str]) -> LembarUsul:
    agency, now = known(one.instansi), house().clock.now()
    zona = agency.zona_of(one.unit) if agency else "WIB"
    today = local(now, zona).date()
    kop = agency.kop if agency else None
    heads = _columns(naskah_usul.kinds(house(), one), one.macam)
    kota = f"{agency.kota}, " if agency and agency.kota else ""
    return LembarUsul(
        kop=(*(kop.induk if kop else ()), (kop.nama if kop else "") or nama_instansi(one.instansi)),
        alamat=kop.alamat if kop else (),
        judul=JUDUL[one.macam],
        perihal=_about(one, zona),
        kolom=tuple(LajurCetak(kata, LEBAR.get(nama, LAIN)) for nama, kata in heads.items()),
        baris=tuple(tuple(str(row.get(x) or "–") for x in heads) for row in rows),
        jumlah=_counted(rows),
        dasar=tuple(grounds),
        tempat_tanggal=f"{kota}{panjang(today)}",
        tanda_tangan=_signers(one),
        catatan=f"Dicetak {hari_tanggal(today)} {pukul(now, zona)} oleh {hadir().orang.nama}. "
        f"{_state(one)}",
    )


def _columns(kinds: Sequence[Pasangan], macam: str) -> dict[str, str]:
    """As the berita acara of such a list has them, in the words of its pair."""
    for kind in kinds:
        for ruas in kind.ruas:
            if macam in SUMBER_DAFTAR.get(ruas.isi, ()) and ruas.kolom:
                return {x.nama: x.label for x in ruas.kolom}
    return BAKU


def _about(one: Usul, zona: str) -> tuple[tuple[str, str], ...]:
    told = (
        ("Usul", one.judul),
        ("Unit", unit_name(one.instansi, one.unit) if one.unit else "Semua unit"),
        ("Disusun", panjang(local(one.dibuat, zona).date())),
        ("Persetujuan", _agreed(one)),
    )
    return tuple(x for x in told if x[1])


def _agreed(one: Usul) -> str:
    letter = one.persetujuan
    if not letter.ada or letter.tanggal is None:
        return ""
    return f"{letter.oleh}, nomor {letter.nomor}, {panjang(letter.tanggal)}"


def _counted(rows: Sequence[Mapping[str, Any]]) -> str:
    many = Counter[str]()
    for row in rows:
        many[str(row["satuan"])] += int(row["jumlah"])
    some = ", ".join(f"{n} {satuan}" for satuan, n in sorted(many.items()))
    return f"Seluruhnya {len(rows)} arsip: {some}." if rows else "Belum ada arsip di usul ini."


def _signers(one: Usul) -> tuple[tuple[str, str], ...]:
    """Who prepared it last, and who approved it; the others write their names by hand."""
    first = one.penyiap[-1] if one.penyiap else ""
    names = house().lists.nama_orang({x for x in (first, one.penyetuju) if x})
    places = PENYETUJU[one.macam]
    by = {places[0]: names.get(first, ""), places[-1]: names.get(one.penyetuju, "")}
    return tuple((kata, by.get(kata, "")) for kata in places)


def _state(one: Usul) -> str:
    if one.keadaan in (DILAKSANAKAN, DIBATALKAN):
        return f"Usul ini sudah {KEADAAN[one.keadaan].lower()}."
    return f"Keadaan usul: {KEADAAN[one.keadaan].lower()}. Belum ada arsip yang berpindah."
