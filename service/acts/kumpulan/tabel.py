"""The form of a kumpulan, and the rows that come back: what matters know, what people filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from service.acts.kumpulan.lihat import matters
from service.acts.lihat.berkas import berkas_for
from service.acts.naskah.fill import begun, pasangan
from service.acts.orang import izin
from service.domain import paper
from service.domain import ruas as r
from service.domain.angka import ribuan
from service.domain.berkas import DIARSIPKAN, DIBATALKAN, Berkas, BerkasTertutup
from service.domain.isian_kepala import BERKAS, KODE, Lajur
from service.domain.isian_tabel import NASKAH_TERBANYAK, BarisNaskah, Salah, cell, codes, lajur
from service.domain.isian_tabel import read as read_table
from service.domain.refusals import Refusal, TidakAda
from service.domain.ruas_baku import empty
from service.domain.tabel_isian import TabelIsian
from service.domain.tanggal import panjang
from service.domain.wewenang import Act, Hadir
from service.ports import Blangko, House, LajurBlangko, Reading
from service.ports.papers import Sel

KOSONG = 200  # rows that are made ready for typing, below those that are filled in already
JENIS_LAJUR = {r.TANGGAL: "tanggal", r.BILANGAN: "angka", r.RUPIAH: "angka"}
CARA = {
    r.PARAGRAF: "Alinea dipisah dengan satu baris kosong di dalam sel (Alt+Enter).",
    r.DAFTAR_TEKS: "Satu butir satu baris di dalam sel (Alt+Enter), tanpa nomor di depannya.",
    r.TANGGAL: "Tanggal, misalnya 21 November 2026 atau 21-11-2026.",
    r.BILANGAN: "Bilangan bulat.",
    r.RUPIAH: "Bilangan bulat rupiah, tanpa sen.",
    r.PILIHAN: "Pilih dari daftar di selnya.",
}


class BedaInstansi(Refusal):
    """Papers of several agencies are not begun together."""

    def __init__(self) -> None:
        super().__init__(
            "Berkas yang dipilih milik lebih dari satu instansi. Belum ada yang dikerjakan; pilih "
            "berkas dari satu instansi."
        )


class TanpaLajur(Refusal):
    """Nothing of this kind of paper can stand in a cell."""

    def __init__(self, nama: str) -> None:
        super().__init__(
            f"{nama} tidak mempunyai isian yang dapat ditulis di tabel. Buatlah satu per satu dari "
            "halaman berkasnya."
        )


@dataclass(frozen=True)
class Letak:
    """Where the papers go: all into one matter, or (`berkas` is '') each into that of its row."""

    instansi: str
    jenis: str
    berkas: str = ""


def place(house: House, oleh: Hadir, letak: Letak) -> Berkas | None:
    """The one matter, for who may write papers in it; None where each row has its own."""
    if letak.instansi not in oleh.instansi:
        raise TidakAda("Instansi itu")
    if not letak.berkas:
        return None
    with house.ledger.read() as reading:
        one = writable(reading, oleh, letak.berkas)
    if one.instansi != letak.instansi:
        raise TidakAda("Berkas itu")
    return one


def writable(reading: Reading, oleh: Hadir, berkas_id: str) -> Berkas:
    """The matter, where this person may begin papers in it now."""
    berkas = berkas_for(reading, oleh, berkas_id)
    if berkas.keadaan in (DIBATALKAN, DIARSIPKAN):
        raise BerkasTertutup(berkas.keadaan)
    izin.need(reading, oleh, Act.FILL, izin.Tempat(berkas.instansi, berkas.unit))
    return berkas


def kind_of(house: House, letak: Letak) -> r.Pasangan:
    """The pair, where a table can fill it in at all."""
    kind = pasangan(house, letak.instansi, letak.jenis)
    if not lajur(kind, {}):
        raise TanpaLajur(kind.nama)
    return kind


# --- the form ----------------------------------------------------------------------------------


def form(house: House, oleh: Hadir, letak: Letak, dipilih: Sequence[str], out: Path) -> Path:
    """An empty form for one matter, or one with a row for each chosen matter."""
    place(house, oleh, letak)
    kind = kind_of(house, letak)
    with house.ledger.read() as reading:
        if letak.berkas:
            one = writable(reading, oleh, letak.berkas)
            fixed, told = _apart(kind, begun(house, reading, oleh, one, kind))
            columns = lajur(kind, fixed, told)
            rows, head = list[list[Sel]](), f"{kind.nama}: {one.judul}"
        else:
            known = [writable(reading, oleh, each) for each in dict.fromkeys(dipilih)]
            if {each.instansi for each in known} - {letak.instansi}:
                raise BedaInstansi
            values = [begun(house, reading, oleh, each, kind) for each in known]
            columns = lajur(kind, _apart(kind, values[0])[0] if values else {})
            rows = [
                [one.id, one.judul, *(_sel(x, held.get(x.ruas.nama)) for x in columns)]
                for one, held in zip(known, values, strict=True)
            ]
            head = f"{kind.nama}: satu baris untuk setiap berkas"
    coded = [] if letak.berkas else [LajurBlangko(*x) for x in _CODES]
    blank = Blangko(head, _hints(letak), (*coded, *map(_column, columns)), rows, KOSONG)
    return house.blanks.write(out, blank)


_CODES = (
    (KODE, "Jangan diubah. Dengan kode ini naskah masuk ke berkasnya."),
    (BERKAS, "Hanya untuk dibaca; tidak ikut diolah."),
)


def _hints(letak: Letak) -> tuple[str, ...]:
    first = (
        "Satu baris menjadi satu naskah. Baris yang kosong dilewati."
        if letak.berkas
        else "Satu baris menjadi satu naskah di berkas itu. Hapus baris berkas yang tidak ikut."
    )
    return (
        first,
        f"Paling banyak {ribuan(NASKAH_TERBANYAK)} baris. Jangan menggabung sel, menyembunyikan "
        "baris, atau mengubah nama kolom.",
        "Contoh di atas kepala tabel tidak dibaca.",
    )


def _column(one: Lajur) -> LajurBlangko:
    ruas = one.ruas
    wajib = ruas.wajib and (not one.kunci or one.kunci == "nama")
    said = " ".join(x for x in (ruas.petunjuk, CARA.get(ruas.jenis, "")) if x)
    return LajurBlangko(
        one.label,
        said,
        _sample(one),
        wajib=wajib,
        jenis=JENIS_LAJUR.get(ruas.jenis, "teks"),
        pilihan=ruas.pilihan if ruas.jenis == r.PILIHAN else (),
    )


def _sample(one: Lajur) -> str:
    """The pair's own sample as a person would type it."""
    told = _sel(one, one.ruas.contoh)
    return panjang(told) if isinstance(told, date) else str(told or "")


def _sel(one: Lajur, value: Any) -> Sel:
    """A value that is known already, as a spreadsheet keeps it."""
    if one.ruas.jenis == r.TANGGAL and isinstance(value, str) and value:
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return cell(one, value)


def _apart(kind: r.Pasangan, told: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the instansi says of itself, and what the matter does."""
    own = {one.nama for one in kind.ruas if one.asal == r.INSTANSI}
    fixed = {nama: x for nama, x in told.items() if nama in own and not empty(x)}
    return fixed, {nama: x for nama, x in told.items() if nama not in own}


# --- what came back ------------------------------------------------------------------------------


def read(house: House, oleh: Hadir, letak: Letak, tabel: TabelIsian) -> list[BarisNaskah]:
    """Each row with all that its paper is begun with, or with what is wrong in it."""
    kind = kind_of(house, letak)
    with house.ledger.read() as reading:
        if letak.berkas:
            one = writable(reading, oleh, letak.berkas)
            fixed, told = _apart(kind, begun(house, reading, oleh, one, kind))
            rows = read_table(kind, tabel, fixed, isi=told)
            return [_kept(kind, row, letak.berkas) for row in rows]
        known = _open(reading, oleh, letak, codes(tabel))
        values = {id_: begun(house, reading, oleh, x, kind) for id_, x in known.items()}
    fixed = _apart(kind, next(iter(values.values())))[0] if values else {}
    rows = read_table(kind, tabel, fixed, isi=_everywhere(values), berkas=known)
    return [_kept(kind, _with_matter(row, values.get(row.berkas, {}), fixed)) for row in rows]


def _with_matter(
    row: BarisNaskah, told: Mapping[str, Any], fixed: Mapping[str, Any]
) -> BarisNaskah:
    """What stands in the cells of a row, and for the rest what its own matter says."""
    typed = {nama: x for nama, x in row.isian.items() if nama not in fixed and x is not _ADA}
    return BarisNaskah(row.baris, {**told, **typed}, row.salah, row.berkas)


def _open(reading: Reading, oleh: Hadir, letak: Letak, ids: Sequence[str]) -> dict[str, Berkas]:
    """Of the matters that the rows name, those in which this person may begin papers."""
    found = matters(reading, oleh, ids[:NASKAH_TERBANYAK])
    return {
        id_: one
        for id_, one in found.items()
        if one.instansi == letak.instansi
        and one.keadaan not in (DIBATALKAN, DIARSIPKAN)
        and oleh.may(Act.FILL, one.instansi, one.unit)
    }


def _everywhere(values: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The ruas that every matter fills in by itself, so that they need no column; no values."""
    every = list(values.values())
    names = set(every[0]) if every else set[str]()
    return {nama: _ADA for nama in names if all(not empty(x.get(nama)) for x in every)}


_ADA = "ada"  # stands for a value that each matter has of its own


def _kept(kind: r.Pasangan, row: BarisNaskah, berkas: str = "") -> BarisNaskah:
    """The row as its paper keeps it; what its matter itself fills in wrongly is a fault, too."""
    salah, isian = row.salah, row.isian
    if not salah:
        try:
            isian = paper.kept(kind, isian)
        except paper.RuasSalah as no:
            salah = tuple(Salah("", "", one) for one in no.faults)
    return BarisNaskah(row.baris, isian, salah, berkas or row.berkas)
