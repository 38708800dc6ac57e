"""The draft of an SOP out of any file's tables: what is sure is filled in, what is not is named."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from service.domain.sop import (
    impor_bahan,
    impor_baris,
    impor_cabang,
    impor_identitas,
    impor_kepala,
    impor_pelaksana,
    impor_toml,
)
from service.domain.sop.baca import TERBANYAK
from service.domain.sop.bahan import Daftar
from service.domain.sop.impor_bentuk import Isian, Konsep, Kotak, Sumber, Tabel, grid
from service.domain.sop.impor_identitas import Kepala
from service.domain.sop.impor_pelaksana import Orang
from service.domain.sop.impor_tolakan import (
    TabelLain,
    TanpaJudul,
    TanpaLangkah,
    TanpaTabel,
    TerlaluBanyakLangkah,
)
from service.domain.sop.konsep import BarisSumber
from service.domain.sop.waktu import KATA, read_waktu

_MUTU = (impor_kepala.KELENGKAPAN, impor_kepala.WAKTU, impor_kepala.KELUARAN)


@dataclass(frozen=True)
class _Calon:
    """A table that looks like an SOP, with the pieces of it that stand further down."""

    awal: int
    akhir: int  # the first place of the source after it
    kepala: impor_kepala.Kepala
    baris: list[Isian]

    @property
    def mutu(self) -> bool:
        """Whether it says what a row needs, takes and makes, as only the table of an SOP does."""
        return any(one.jenis in _MUTU for one in self.kepala.lajur)

    @property
    def mirip(self) -> tuple[int, int]:
        """How much it looks like one: its known columns, then its rows."""
        return len({one.jenis for one in self.kepala.lajur if one.jenis}), len(self.baris)


def read_draft(sumber: Sumber, bahan: Daftar, tabel: int = 0) -> Konsep:
    """The draft of the SOP in a file; a Refusal where there is none, in words for its author.

    `tabel` says which of several is meant, from 1; 0: the one that looks most like an SOP.
    """
    tables = [n for n, one in enumerate(sumber.isi) if isinstance(one, Tabel)]
    if not tables:
        raise TanpaTabel
    found = _candidates(sumber, tables)
    if not found:
        raise TanpaJudul(len(tables))
    found = [one for one in found if one.mutu] or found
    if tabel not in range(len(found) + 1):
        raise TabelLain(len(found))
    best = found[tabel - 1] if tabel else max(found, key=lambda one: one.mirip)  # first of equals
    if not best.baris:
        raise TanpaLangkah
    if len(best.baris) > TERBANYAK:
        raise TerlaluBanyakLangkah(len(best.baris))
    return _drafted(sumber, found, best, bahan)


def _candidates(sumber: Sumber, tables: Sequence[int]) -> list[_Calon]:
    found, skip = list[_Calon](), set[int]()
    for place in tables:
        if place in skip:
            continue
        rows = _grid(sumber, place)
        head = impor_kepala.find(rows)
        if head is None:
            continue
        end, last = place + 1, _last(impor_baris.read(rows, head))
        for more in tables[bisect_right(tables, place) :]:
            rest, last = _rest(sumber, more, head, last)
            if not rest:
                break
            rows += rest
            end = more + 1
            skip.add(more)
        found.append(_Calon(place, end, head, impor_baris.read(rows, head)))
    return found


def _grid(sumber: Sumber, place: int) -> list[list[Kotak]]:
    one = sumber.isi[place]
    return grid(one) if isinstance(one, Tabel) else []


def _rest(
    sumber: Sumber, place: int, head: impor_kepala.Kepala, last: str
) -> tuple[list[list[Kotak]], str]:
    """What a page cut off from the table above: as wide, and its numbers go on behind `last`.

    With its own last number, so that however many pages there are each is read once; no rows
    where the table is another one.
    """
    more = _grid(sumber, place)
    if not more or len(more[0]) != len(head.lajur):
        return [], last
    again = impor_kepala.find(more)
    if again and [one.jenis for one in again.lajur] != [one.jenis for one in head.lajur]:
        return [], last
    rest = more[again.akhir :] if again else more
    body = impor_baris.read(rest, _bare(head))
    number = next((one.nomor for one in body if one.nomor), "")
    follows = _counts(number) and _counts(last) and int(number) == int(last) + 1
    return (rest, _last(body)) if follows else ([], last)


def _last(rows: Sequence[Isian]) -> str:
    return next((one.nomor for one in reversed(rows) if one.nomor), "")


def _counts(number: str) -> bool:
    return number.isdecimal() and len(number) < 10


def _bare(head: impor_kepala.Kepala) -> impor_kepala.Kepala:
    return impor_kepala.Kepala(0, 0, head.lajur)


def _drafted(sumber: Sumber, found: list[_Calon], best: _Calon, bahan: Daftar) -> Konsep:
    rows, who = best.baris, impor_pelaksana.actors(best.kepala)
    impor_pelaksana.assign(rows, who)
    impor_cabang.propose(rows, who)
    store = impor_bahan.Gudang(bahan)
    for row in rows:
        row.perlu, row.hasil = store.give(row, "kelengkapan"), store.give(row, "keluaran")
        if read_waktu(row.waktu).jenis == KATA:
            row.doubt("waktu", f"waktu '{row.waktu}' tidak terbaca sebagai lama")
    impor_bahan.keep_order(rows, store.semua)
    above = [*_near(sumber.isi[: best.awal]), *_own_block(sumber, best)]
    kepala = impor_identitas.read(above, sumber.isi[best.akhir :])
    told = _told(found, best)
    doubts = [*told, *best.kepala.ragu, *_numbers(rows), *_head(kepala)]
    people = list({one.id: one for one in who.values()}.values())
    return Konsep(
        toml=impor_toml.draft(kepala, people, rows, doubts),
        bahan=impor_toml.bahan(store.baru),
        catatan=tuple(told),
        ragu=(
            *doubts[len(told) :],
            *(f"langkah {n}: {one}" for n, row in enumerate(rows, 1) for one in row.ragu),
        ),
        langkah=len(rows),
        umum=tuple(doubts[len(told) :]),
        baris=tuple((_as_read(row, who), tuple(row.sebab)) for row in rows),
        tabel=found.index(best) + 1,
        tabel_lain=tuple(_listed(found)) if len(found) > 1 else (),
    )


def _as_read(row: Isian, who: Mapping[int, Orang]) -> BarisSumber:
    tanda = dict[str, str]()
    for at, words in row.tanda.items():
        name = who[at].sebutan or f"Kolom {at + 1}"
        tanda[name] = f"{tanda[name]} {words}" if name in tanda else words
    return BarisSumber(
        nomor=row.nomor,
        kegiatan=row.kegiatan,
        tanda=tanda,
        kelengkapan=row.kelengkapan,
        waktu=row.waktu,
        keluaran=row.keluaran,
        keterangan=row.keterangan,
    )


def _listed(found: Sequence[_Calon]) -> list[str]:
    return [
        f"{len(one.baris)} langkah"
        + (f", mulai dari “{one.baris[0].kegiatan[:80]}”" if one.baris else "")
        for one in found
    ]


def _own_block(sumber: Sumber, best: _Calon) -> list[Tabel]:
    """The rows above the head, where block and rows are one table."""
    one = sumber.isi[best.awal]
    rows = one.baris[: best.kepala.awal] if isinstance(one, Tabel) else ()
    return [Tabel(rows)] if rows else []


def _near(above: Sequence[str | Tabel]) -> Sequence[str | Tabel]:
    """What belongs to this SOP: from behind the last other SOP table on."""
    starts = [
        n + 1
        for n, one in enumerate(above)
        if isinstance(one, Tabel) and impor_kepala.find(grid(one)) is not None
    ]
    return above[starts[-1] :] if starts else above


def _told(found: Sequence[_Calon], best: _Calon) -> list[str]:
    if len(found) == 1:
        return []
    each = "; ".join(f"tabel {n} dengan {len(one.baris)} langkah" for n, one in enumerate(found, 1))
    return [
        f"Ada {len(found)} tabel yang tampak sebagai SOP: {each}. Yang dibaca tabel "
        f"{found.index(best) + 1}; simpan tabel lainnya sebagai file sendiri untuk membacanya"
    ]


def _numbers(rows: Sequence[Isian]) -> list[str]:
    wrong = [
        f"baris ke-{n} bernomor {row.nomor}"
        for n, row in enumerate(rows, 1)
        if row.nomor and row.nomor != str(n)
    ]
    if not wrong:
        return []
    more = f" dan {len(wrong) - 3} lainnya" if len(wrong) > 3 else ""
    return [f"nomor pada sumber tidak berurutan: {', '.join(wrong[:3])}{more}"]


def _head(kepala: Kepala) -> list[str]:
    found = list(kepala.ragu)
    if kepala.instansi:
        kepala.tafsir.append("instansi")
        found.append("nama instansi diambil dari baris di atas nomor SOP")
    if not kepala.isi.get("nama") and kepala.judul_tabel:
        found.append("nama SOP tidak tertulis sendiri; diambil dari judul tabel")
    titled = {"nama": kepala.judul_tabel}
    missing = [one for one in ("nomor", "nama") if not (kepala.isi.get(one) or titled.get(one))]
    if missing:
        found.append(f"tidak terbaca pada sumber: {', '.join(missing)}")
    return found
