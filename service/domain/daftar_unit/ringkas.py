"""What was read of a list, in short, for the page on which a person judges it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from service.domain.daftar_unit import lajur as lj
from service.domain.daftar_unit.banding import Banding, Ragu, Ubahan
from service.domain.daftar_unit.hasil import Hasil
from service.domain.daftar_unit.kata import huruf

SALAH_TERLIHAT, UBAH_TERLIHAT, RAGU_TERLIHAT, LAIN_TERLIHAT = 200, 200, 100, 100


@dataclass(frozen=True)
class Lajur:
    """One column as it was understood."""

    n: int
    huruf: str
    judul: str
    ruas: str
    yakin: int  # per cent


@dataclass(frozen=True)
class Salah:
    """One fault at its cell."""

    tempat: str
    kata: str
    bobot: str


@dataclass(frozen=True)
class Berubah:
    """One line that says something else now."""

    baris: int
    kode: str
    judul: str
    beda: tuple[tuple[str, str, str], ...]  # name, before, now


@dataclass(frozen=True)
class Bimbang:
    """One line that may be a known one; which, by kode, title and how like it is."""

    baris: int
    judul: str
    calon: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class Ringkas:
    """All of it."""

    daftar: str
    lembar: str
    jumlah: dict[str, int]
    lajur: tuple[Lajur, ...]
    kurang: tuple[str, ...] = ()  # what the law asks and no column says
    tanya: tuple[str, ...] = ()
    lembar_lain: tuple[str, ...] = ()
    dilewati: tuple[str, ...] = ()
    salah: tuple[Salah, ...] = ()
    berubah: tuple[Berubah, ...] = ()
    ragu: tuple[Bimbang, ...] = ()
    hilang: tuple[tuple[str, str], ...] = ()  # kode and title
    asing: tuple[int, ...] = field(default=())

    @property
    def baik(self) -> int:
        """How many lines would be taken in."""
        return self.jumlah["baru"] + self.jumlah["berubah"]


def told(hasil: Hasil, beda: Banding, ubah: Mapping[int, Ubahan]) -> Ringkas:
    """The short of it; `ubah` are the changes that are some, by their row."""
    many = hasil.jumlah | {
        "baru": len(beda.tambah),
        "berubah": len(ubah),
        "sama": len(beda.sama) + len(beda.ubah) - len(ubah),
        "ragu": len(beda.ragu),
        "hilang": len(beda.hilang),
        "asing": len(beda.asing),
    }
    return Ringkas(
        daftar=hasil.kepala.daftar,
        lembar=hasil.lembar,
        jumlah=many,
        lajur=tuple(
            Lajur(one.n, huruf(one.n), one.judul, one.ruas, round(100 * one.yakin))
            for one in hasil.kepala.lajur
        ),
        kurang=hasil.kepala.kurang,
        tanya=hasil.tanya,
        lembar_lain=hasil.lembar_lain,
        dilewati=tuple(
            f"{one.apa}, baris {one.dari}" + (f"-{one.sampai}" if one.sampai != one.dari else "")
            for one in hasil.dilewati[:LAIN_TERLIHAT]
        ),
        salah=tuple(Salah(x.tempat, x.kata, x.bobot) for x in hasil.salah[:SALAH_TERLIHAT]),
        berubah=tuple(_changes(ubah)),
        ragu=tuple(_doubt(one) for one in beda.ragu[:RAGU_TERLIHAT]),
        hilang=tuple((x.kode, x.isi[lj.JUDUL]) for x in beda.hilang[:LAIN_TERLIHAT]),
        asing=tuple(one.baris for one in beda.asing[:LAIN_TERLIHAT]),
    )


def _changes(ubah: Mapping[int, Ubahan]) -> Iterator[Berubah]:
    for baris in sorted(ubah)[:UBAH_TERLIHAT]:
        one = ubah[baris]
        pairs = (
            (lj.LABEL[name], _before(one, name), _now(one, name))
            for name in one.beda
            if name in lj.LABEL
        )
        yield Berubah(
            baris,
            one.sebelum.kode,
            one.baris.at(lj.JUDUL),
            tuple(x for x in pairs if x[1] != x[2]),
        )


def _before(one: Ubahan, name: str) -> str:
    return one.sebelum.kategori if name == lj.KATEGORI else one.sebelum.isi.get(name, "")


def _now(one: Ubahan, name: str) -> str:
    return one.baris.kategori if name == lj.KATEGORI else one.baris.at(name)


def _doubt(one: Ragu) -> Bimbang:
    near = ((x.kode, x.isi.get(lj.JUDUL, ""), round(100 * sure)) for x, sure in one.calon)
    return Bimbang(one.baris.baris, one.baris.at(lj.JUDUL), tuple(near))


def kept(one: Ringkas) -> dict[str, Any]:
    """As it is kept in the store."""
    return asdict(one)


def opened(isi: Mapping[str, Any]) -> Ringkas:
    """As it was kept."""
    plain = dict(isi)
    return Ringkas(
        daftar=plain["daftar"],
        lembar=plain["lembar"],
        jumlah=dict(plain["jumlah"]),
        lajur=tuple(Lajur(**one) for one in plain["lajur"]),
        kurang=tuple(plain["kurang"]),
        tanya=tuple(plain["tanya"]),
        lembar_lain=tuple(plain["lembar_lain"]),
        dilewati=tuple(plain["dilewati"]),
        salah=tuple(Salah(**one) for one in plain["salah"]),
        berubah=tuple(
            Berubah(**{**one, "beda": tuple(tuple(x) for x in one["beda"])})
            for one in plain["berubah"]
        ),
        ragu=tuple(
            Bimbang(**{**one, "calon": tuple(tuple(x) for x in one["calon"])})
            for one in plain["ragu"]
        ),
        hilang=tuple((kode, judul) for kode, judul in plain["hilang"]),
        asing=tuple(plain["asing"]),
    )
