"""A klasifikasi with its JRA out of a workbook: its head found by its words, faults by the cell."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from service.domain.arsip import jadwal_isi as isi
from service.domain.arsip.jadwal import Jadwal, jadwal_of
from service.domain.daftar_unit.hasil import BERAT, RINGAN, SalahSel
from service.domain.daftar_unit.kata import counted, huruf, polos
from service.domain.refusals import Refusal
from service.domain.tabel_isian import CACAT, BarisTabel, TabelIsian

TERBANYAK = 20_000
KEPALA_TERDALAM = 40  # rows above the list in which its head is looked for
_NAMA = re.compile(r"\b(?:jenis|nama|uraian|seri|pokok|masalah)\b")
_LAJUR: tuple[tuple[str, re.Pattern[str]], ...] = (
    (isi.INAKTIF, re.compile(r"\b(?:in aktif|inaktif)\b")),
    (isi.AKTIF, re.compile(r"\baktif\b")),
    (isi.NASIB, re.compile(r"\b(?:nasib|penyusutan akhir)\b|^keterangan nasib|^ket musnah")),
    (isi.VITAL, re.compile(r"\bvital\b")),
    (isi.KODE, re.compile(r"\bkode\b|^klasifikasi$")),
    (isi.NAMA, _NAMA),
    (isi.KETERANGAN, re.compile(r"^(?:ket|keterangan|catatan)$")),
)


class KepalaJadwalTidakAda(Refusal):
    """No sheet has a head by which a schedule is known."""

    def __init__(self) -> None:
        super().__init__(
            "Tidak ada lembar dengan kepala kolom Kode klasifikasi dan Jenis arsip. Belum ada yang "
            "disimpan. Tulis kepala kolomnya di satu baris, lalu unggah lagi."
        )


class JadwalTerlaluPanjang(Refusal):
    """More lines than an agency can have."""

    def __init__(self) -> None:
        super().__init__(
            f"Daftar memuat lebih dari {TERBANYAK} kode. Belum ada yang disimpan. Periksa apakah "
            "lembarnya benar."
        )


@dataclass(frozen=True)
class HasilJadwal:
    """What was read: the schedule, None where a fault is grave, and every fault at its cell."""

    lembar: str
    jadwal: Jadwal | None
    salah: tuple[SalahSel, ...] = ()


@dataclass(frozen=True)
class _Kepala:
    """Where the head ends, and which column says what."""

    akhir: int
    di: Mapping[str, int]
    tahun: bool  # the head says that the figures below count years


def read_tabel(tabel: Sequence[TabelIsian]) -> HasilJadwal:
    """The sheet with terms, and the klasifikasi beside it; KepalaJadwalTidakAda where there is no
    sheet with a head. What is hidden counts only where nothing that is seen has one."""
    found = [(sheet, kepala) for sheet in tabel if (kepala := _head(sheet))]
    seen = [one for one in found if one[0].terlihat] or found[:1]
    if not seen:
        raise KepalaJadwalTidakAda
    terms = [one for one in seen if isi.AKTIF in one[1].di]
    bare = [one for one in seen if isi.AKTIF not in one[1].di]
    if not terms or not bare:
        return _read(*seen[0])
    return _joined(_read(*terms[0]), _read(*bare[0]))


def _joined(terms: HasilJadwal, codes: HasilJadwal) -> HasilJadwal:
    """The codes of a klasifikasi with the terms that the JRA beside it gives them."""
    if codes.jadwal is None:
        return HasilJadwal(codes.lembar, None, (*codes.salah, *terms.salah))
    known = {one.kode for one in codes.jadwal.baris}
    # What the klasifikasi has above a code need not stand in the JRA as well.
    faults = [one for one in terms.salah if one.bobot == BERAT or not _knows(one, known)]
    if terms.jadwal is None:
        return HasilJadwal(terms.lembar, None, (*faults, *codes.salah))
    own = {one.kode: one for one in terms.jadwal.baris}
    whole = {one.kode: one for one in codes.jadwal.baris} | {
        kode: replace(one, vital=one.vital or _vital(codes.jadwal, kode))
        for kode, one in own.items()
    }
    every = jadwal_of(whole.values())
    return HasilJadwal(terms.lembar, every, (*faults, *codes.salah))


def _vital(jadwal: Jadwal, kode: str) -> bool:
    found = jadwal.one(kode)
    return found is not None and found.vital


def _knows(fault: SalahSel, known: Collection[str]) -> bool:
    """Whether a code that was missed above another stands in the klasifikasi."""
    return any(f"Kode {kode} di atasnya" in fault.kata for kode in known)


def _head(sheet: TabelIsian) -> _Kepala | None:
    """The row with a code and a name, with what stands below `retensi` in the row after it."""
    rows = sheet.baris[:KEPALA_TERDALAM]
    for n, row in enumerate(rows):
        di = _columns(row)
        if isi.KODE in di and isi.NAMA not in di and _NAMA.search(polos(row.at(di[isi.KODE]))):
            di[isi.NAMA] = di[isi.KODE]  # one column for both
        if not {isi.KODE, isi.NAMA} <= di.keys():
            continue
        words, last = " ".join(map(polos, row.sel)), n
        if not {isi.AKTIF, isi.INAKTIF} <= di.keys() and n + 1 < len(rows):
            below = {
                x: at for x, at in _columns(rows[n + 1]).items() if x in (isi.AKTIF, isi.INAKTIF)
            }
            if below:
                di, last = {**di, **below}, n + 1
                words += " " + " ".join(map(polos, rows[last].sel))
        if isi.AKTIF in di and isi.NASIB not in di and isi.KETERANGAN in di:
            di[isi.NASIB] = di.pop(isi.KETERANGAN)  # as the JRA of PP 28/2012 names it
        return _Kepala(last, di, tahun=re.search(r"\b(?:tahun|thn)\b", words) is not None)
    return None


def _columns(row: BarisTabel) -> dict[str, int]:
    """Which name each cell of a head has; the first of two alike counts."""
    found: dict[str, int] = {}
    for at, cell in enumerate(row.sel):
        words = polos(cell)
        name = next((name for name, pola in _LAJUR if words and pola.search(words)), "")
        if name and len(words) < 80:
            found.setdefault(name, at)
    return found


def _read(sheet: TabelIsian, kepala: _Kepala) -> HasilJadwal:
    body = [row for row in sheet.baris[kepala.akhir + 1 :] if _is_line(row, kepala)]
    if len(body) > TERBANYAK:
        raise JadwalTerlaluPanjang
    lines, faults = [], list[SalahSel]()
    for row in body:
        odd = list(_odd(sheet.nama, row, kepala))
        told = {name: row.at(at) for name, at in kepala.di.items()}
        read = isi.read_line(told, tahun=kepala.tahun)
        faults += odd or [_at(sheet.nama, row, kepala, one) for one in read.salah]
        lines.append(None if odd else read.baris)
    faults += [_at(sheet.nama, body[n], kepala, one) for n, one in isi.together(lines)]
    if not body:
        faults.append(SalahSel(sheet.nama, 0, "", "Belum ada satu baris pun di bawah kepalanya."))
    faults.sort(key=lambda one: (one.baris, one.kolom))
    grave = any(one.bobot == BERAT for one in faults)
    whole = None if grave else jadwal_of(row for row in lines if row)
    return HasilJadwal(sheet.nama, whole, tuple(faults))


def _is_line(row: BarisTabel, kepala: _Kepala) -> bool:
    """Whether it is no blank row, and not the one that counts the columns."""
    told = [at for at in kepala.di.values() if row.at(at).strip() or at in row.cacat]
    return bool(told) and not counted(row.sel)


def _odd(lembar: str, row: BarisTabel, kepala: _Kepala) -> Iterator[SalahSel]:
    """Cells that a spreadsheet did not tell rightly."""
    for name, at in kepala.di.items():
        if why := row.cacat.get(at):
            kata = f"{isi.SEBUTAN[name]} {CACAT[why]}."
            yield SalahSel(lembar, row.nomor, huruf(at), kata)


def _at(lembar: str, row: BarisTabel, kepala: _Kepala, one: isi.Salah) -> SalahSel:
    kolom = huruf(kepala.di[one.nama]) if one.nama in kepala.di else ""
    return SalahSel(lembar, row.nomor, kolom, one.kata, RINGAN if one.ringan else BERAT)
