"""What a row of a unit's list becomes: a line of the ledger, and a line of the ledger as a row."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from service.domain.daftar_unit import lajur as lj
from service.domain.daftar_unit.banding import Terdaftar
from service.domain.daftar_unit.hasil import BarisUnit
from service.domain.daftar_unit.kata import dicentang
from service.domain.informasi import bentuk
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.kode import spoken
from service.domain.informasi.retensi import NASIB_AKHIR, Retensi, read_retensi
from service.domain.informasi.unsur import Pelengkap, Unsur
from service.domain.informasi.waktu import WaktuPembuatan


@dataclass(frozen=True)
class Jadi:
    """The words of a line."""

    unsur: Unsur = field(default_factory=Unsur)
    pelengkap: Pelengkap = field(default_factory=Pelengkap)
    kategori: str = ""


def became(row: BarisUnit, ada: Collection[str], before: Jadi | None, kategori: str = "") -> Jadi:
    """The row as the words of a line; of what its list has no column (`ada`) it says nothing.

    `kategori` is that of a line which names none and had none before.
    """
    was = before or Jadi()
    told, more = was.unsur, was.pelengkap
    unsur = replace(
        told,
        ringkasan=_summary(row) or told.ringkasan,
        penguasa=row.at(lj.PENGUASA) or told.penguasa,
        penanggung_jawab=row.at(lj.PENANGGUNG) or told.penanggung_jawab,
        waktu=row.waktu if isinstance(row.waktu, WaktuPembuatan) else told.waktu,
        tempat=row.at(lj.TEMPAT) or told.tempat,
        retensi=_kept(row, told.retensi),
    )
    if text := row.at(lj.BENTUK):
        unsur = replace(unsur, bentuk=_forms(text), bentuk_tertulis=_written(text))
    if lj.TAUTAN in ada or row.at(lj.TAUTAN):
        more = replace(more, alamat=row.at(lj.TAUTAN) or more.alamat)
    return Jadi(unsur, more, row.kategori or was.kategori or kategori)


def words_of(one: Informasi) -> Jadi:
    """The words of a line of the ledger."""
    return Jadi(one.unsur, one.pelengkap, one.kategori)


def listed(one: Informasi, ada: Collection[str]) -> Terdaftar:
    """A line of the ledger as a list with these columns would hold it."""
    told = one.unsur
    title, _, rest = told.ringkasan.partition("\n")
    split = lj.JUDUL in ada and lj.RINGKASAN in ada
    isi = {
        lj.JUDUL: title.strip(),
        lj.RINGKASAN: (rest.strip() or title) if split else told.ringkasan,
        lj.PENGUASA: told.penguasa,
        lj.PENANGGUNG: told.penanggung_jawab,
        lj.WAKTU: told.waktu.tertulis,
        lj.TEMPAT: told.tempat,
        lj.BENTUK: bentuk.told(told.bentuk, told.bentuk_tertulis),
        lj.RETENSI: told.retensi.kata,
        lj.AKTIF: told.retensi.aktif,
        lj.INAKTIF: told.retensi.inaktif,
        lj.NASIB: NASIB_AKHIR.get(told.retensi.nasib_akhir, ""),
        lj.TAUTAN: one.pelengkap.alamat,
    }
    return Terdaftar(spoken(one.kode), isi, one.kategori)


def _summary(row: BarisUnit) -> str:
    """Title and short content; one of them alone where they say the same."""
    title, short = row.at(lj.JUDUL), row.at(lj.RINGKASAN)
    if not title or title == short or short.partition("\n")[0].strip() == title:
        return short
    return f"{title}\n{short}" if short else title


def _forms(text: str) -> tuple[str, ...]:
    return bentuk.read_bentuk(text)


def _written(text: str) -> str:
    """The unit's own words, where they say more than the form itself."""
    return "" if text in (bentuk.told(_forms(text)), *bentuk.BENTUK) or dicentang(text) else text


def _kept(row: BarisUnit, was: Retensi) -> Retensi:
    """How long it is kept: what several columns say is not lost in the words of one."""
    text = row.at(lj.RETENSI)
    if not text:
        return was
    read = read_retensi(text)
    parts = {name: row.at(of) for name, of in (("aktif", lj.AKTIF), ("inaktif", lj.INAKTIF))}
    read = replace(read, **{name: said for name, said in parts.items() if said})
    # What a machine would print from the parts alone is no wording of the unit's own.
    bare = replace(read, tertulis="")
    return bare if bare.kata == text else read
