"""Whether an agency has the book in which the papers of a pair are numbered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from service.domain.instansi import Instansi
from service.domain.klinik.laporan import Cacat
from service.domain.klinik.templat import Tempat
from service.domain.nomor import RAHASIA
from service.domain.pola import filled, normal, tanda_of
from service.domain.ruas import Pasangan
from service.domain.seri import Perkara, Seri

DI = Tempat("daftar ruas (.toml), bagian [buku]")
BERGANTI = ("KODE_UNIT", "KODE_JABATAN")  # other for every letter
TERSEBUT = 12  # series that a sentence names


@dataclass(frozen=True)
class BukuLain:
    """Another book of the agency: what it is called, and how its numbers are written."""

    sebut: str
    seri: Seri


def has_book(pasangan: Pasangan, instansi: Instansi) -> bool:
    """Whether its papers bear no number, or one of a series that the agency has."""
    return not pasangan.bernomor or instansi.seri_for(pasangan.seri) is not None


def own_seri(pasangan: Pasangan) -> Seri:
    """The series that is made of the pattern of a pair where the agency has none of that name."""
    return Seri(pasangan.seri, pasangan.seri, pasangan.pola)


def of_book(
    pasangan: Pasangan, instansi: Instansi, lain: Iterable[Pasangan] = ()
) -> Iterator[Cacat]:
    """What is wrong or doubtful where a pair names a series that the agency does not have.

    Such papers are numbered from 1 in a book of their own. That is a fault where a number cannot
    be written at all, or where another book surely writes the same one; else it may be meant.
    `lain`: the other pairs of the agency, whose books may be such ones, too.
    """
    if has_book(pasangan, instansi):
        return
    seri = own_seri(pasangan)
    head = f"Seri '{seri.id}' tidak ada pada {instansi.nama}"
    if "NOMOR" not in tanda_of(seri.pola):
        yield Cacat(
            f"{head}, dan polanya tidak memuat {{NOMOR}}: semua naskah bernomor sama.",
            _saran(seri, instansi),
            DI,
        )
    elif empty := _never_filled(pasangan, instansi):
        yield Cacat(
            f"{head}, sehingga isi untuk {', '.join(f'{{{one}}}' for one in empty)} pada polanya "
            "tidak ada dan naskah ini tidak pernah dapat disetujui.",
            _saran(seri, instansi),
            DI,
        )
    elif twin := _twin(seri, instansi, lain):
        yield Cacat(
            f"{head}, dan polanya sama dengan {twin}: dua naskah akan bernomor sama.",
            _saran(seri, instansi),
            DI,
        )
    else:
        yield Cacat(
            f"{head}. Nomornya diambil dari buku tersendiri mulai dari 1, dengan pola "
            f"{seri.pola}, bukan dari seri instansi.",
            _saran(seri, instansi),
            DI,
            ingat=True,
        )


def _never_filled(pasangan: Pasangan, instansi: Instansi) -> list[str]:
    """The tags of its pattern for which the agency has nothing to write, whichever unit writes."""
    signer = pasangan.penandatangan[0] if pasangan.penandatangan else ""
    units = ["", *(one.id for one in instansi.unit)]
    told = [instansi.tetap(own_seri(pasangan), Perkara(one, signer)) for one in units]
    return [
        one
        for one in dict.fromkeys(tanda_of(pasangan.pola))
        if one in told[0] and not any(each[one] for each in told)
    ]


def _twin(seri: Seri, instansi: Instansi, lain: Iterable[Pasangan]) -> str:
    """Another book that writes a number of the series, too; '' where there is none."""
    mine = _written(seri, instansi)
    known = [BukuLain(f"seri '{one.id}' ({one.nama})", one) for one in instansi.seri]
    others = [
        BukuLain(f"pola naskah '{one.nama}' (seri '{one.seri}')", own_seri(one))
        for one in lain
        if not has_book(one, instansi) and one.seri != seri.id
    ]
    every = (one.sebut for one in (*known, *others) if mine & _written(one.seri, instansi))
    return next(every, "")


def _written(seri: Seri, instansi: Instansi) -> set[str]:
    """How its numbers look and those of its mate, with what never changes filled in."""
    mate = instansi.seri_for(seri.id, rahasia=True) or seri.mate
    return {_shape(seri, instansi), _shape(mate, instansi)}


def _shape(seri: Seri, instansi: Instansi) -> str:
    told = instansi.tetap(seri, Perkara(rahasia=seri.id.endswith(RAHASIA)))
    fixed = {tanda: kata for tanda, kata in told.items() if tanda not in BERGANTI}
    return normal(filled(seri.pola, fixed))


def _saran(seri: Seri, instansi: Instansi) -> str:
    known = [one.id for one in instansi.seri]
    near = get_close_matches(seri.id, known, 1, 0.6)
    some = ", ".join(known[:TERSEBUT]) + (", …" if len(known) > TERSEBUT else "")
    offered = f"Mungkin yang dimaksud '{near[0]}'. " if near else ""
    have = f"Pakai seri yang ada ({some}), atau tambahkan" if known else "Tambahkan"
    return f"{offered}{have} seri '{seri.id}' dengan polanya sendiri di halaman Instansi dan unit."
