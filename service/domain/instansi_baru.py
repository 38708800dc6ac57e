"""A new agency from what somebody wrote on a form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar

from service.domain.instansi import Instansi, Kop, Peran, UnitKerja
from service.domain.instansi_baca import read_text
from service.domain.instansi_tulis import write
from service.domain.kesalahan import Kesalahan
from service.domain.paket import INSTANSI_TOML, is_kode
from service.domain.pejabat import Pejabat
from service.domain.seri import Lanjut, Seri

T = TypeVar("T")


@dataclass(frozen=True)
class IsianInstansi:
    """What the form asks; the rest is taken from the common pack."""

    kode: str
    nama: str
    kota: str
    zona: str
    tahun: int  # the year the next numbers belong to
    singkatan: str = ""
    laman: str = ""
    surel: str = ""
    kop: Kop = field(default_factory=Kop)
    unit: tuple[UnitKerja, ...] = ()
    pejabat: tuple[Pejabat, ...] = ()
    jabatan: Mapping[str, str] = field(default_factory=dict)  # peran -> the office it comes with
    nomor: Mapping[str, int] = field(default_factory=dict)  # seri -> its next number


def made(
    bawaan: Instansi, isian: IsianInstansi, taken: Collection[str] = ()
) -> tuple[str, list[Kesalahan]]:
    """The text of the new instansi.toml, and every fault the form should show."""
    clean = cleaned(isian)
    file = f"{clean.kode}/{INSTANSI_TOML}"
    text = write(_agency(bawaan, clean))
    _, found = read_text(clean.kode, file, text)
    if not is_kode(clean.kode):
        found.append(
            Kesalahan(
                file, 0, "Kode instansi harus huruf kecil, angka, dan '_', misalnya dinas_contoh."
            )
        )
    if clean.kode in taken:
        found.append(Kesalahan(file, 0, f"Kode instansi '{clean.kode}' sudah dipakai."))
    return text, sorted(found)


def kode_of(nama: str) -> str:
    """A kode to propose for a name: `Dinas Contoh` is `dinas_contoh`."""
    plain = unicodedata.normalize("NFKD", nama).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:40].rstrip("_")


def cleaned(thing: T) -> T:
    """The same with every text on one line, without control characters or spaces around it."""
    changed = {one.name: _clean(getattr(thing, one.name)) for one in fields(thing)}  # type: ignore[arg-type]
    return replace(thing, **changed)  # type: ignore[type-var]


def _clean(value: Any) -> Any:
    cleaners: dict[type, Callable[[Any], Any]] = {
        str: _one_line,
        tuple: lambda found: tuple(_clean(one) for one in found),
        dict: lambda found: {key: _clean(one) for key, one in found.items()},
        **dict.fromkeys((Kop, UnitKerja, Pejabat), cleaned),
    }
    return cleaners.get(type(value), lambda same: same)(value)


def _one_line(text: str) -> str:
    spaced = "".join(" " if unicodedata.category(c) == "Cc" else c for c in text)
    # A lone surrogate is half a character and no file can hold it.
    whole = spaced.encode("utf-8", "replace").decode()
    return re.sub(r"\s+", " ", whole).strip()


def _agency(bawaan: Instansi, isian: IsianInstansi) -> Instansi:
    return replace(
        bawaan,
        kode=isian.kode,
        nama=isian.nama,
        singkatan=isian.singkatan,
        kota=isian.kota,
        zona=isian.zona,
        laman=isian.laman,
        surel=isian.surel,
        kop=isian.kop,
        unit=isian.unit,
        pejabat=isian.pejabat,
        peran=tuple(_peran(one, isian) for one in bawaan.peran),
        seri=tuple(_seri(one, isian) for one in bawaan.seri),
        tafsir=(),
    )


def _peran(one: Peran, isian: IsianInstansi) -> Peran:
    return replace(one, jabatan=isian.jabatan.get(one.id, ""))


def _seri(one: Seri, isian: IsianInstansi) -> Seri:
    nomor = isian.nomor.get(one.id, 1)
    return replace(one, lanjut=Lanjut(isian.tahun, nomor) if nomor != 1 else None)
