"""What may leave its unit, the archive or the world: proposed by one, approved by another, done by
both with a berita acara; never by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from service.domain.arsip.arsip import DI_UNIT, KEADAAN, PERGI, Arsip
from service.domain.arsip.jadwal import DINILAI, MUSNAH, PERMANEN
from service.domain.arsip.umur import BELUM_TERHITUNG, HABIS, INAKTIF, Umur, umur
from service.domain.informasi.retensi import NASIB_AKHIR
from service.domain.tanggal import panjang

PINDAH, SERAH, BUANG = "pemindahan", "penyerahan", "pemusnahan"
MACAM: dict[str, str] = {
    PINDAH: "Pemindahan ke unit kearsipan",
    SERAH: "Penyerahan ke lembaga kearsipan",
    BUANG: "Pemusnahan",
}


@dataclass(frozen=True)
class Halangan:
    """What stands in the way of an archive beside its retention."""

    ditahan: str = ""  # why it is held, in words
    dipinjam: str = ""  # who has its paper
    diusulkan: str = ""  # the list on which it already stands
    dibuka: bool = False  # its matter is under way again
    induk: bool = False  # the matter that called it is under way, and goes on with what it brought
    naskah: bool = False  # a paper of it waits to be approved or signed


BEBAS = Halangan()


def hindrances(macam: str, arsip: Arsip, halangan: Halangan, today: date) -> tuple[str, ...]:
    """Every reason why an archive may not be proposed; () where it may."""
    if arsip.keadaan in PERGI:
        return (f"Sudah {KEADAAN[arsip.keadaan].lower()}.",)
    age = umur(arsip.retensi, arsip.ditutup, arsip.peristiwa, today)
    return (*_always(halangan), *_RULES[macam](arsip, age, halangan))


def _always(halangan: Halangan) -> Iterator[str]:
    if halangan.dibuka:
        yield "Berkasnya dibuka kembali dan masih berjalan."
    if halangan.dipinjam:
        yield f"Sedang dipinjam {halangan.dipinjam}."
    if halangan.diusulkan:
        yield f"Sudah ada di usul {halangan.diusulkan}."


def _moves(arsip: Arsip, age: Umur, _: Halangan) -> Iterator[str]:
    """To the archive: whatever is active no more; a hold does not stand in the way."""
    if arsip.keadaan != DI_UNIT:
        yield "Sudah di unit kearsipan."
    if age.tahap == BELUM_TERHITUNG:
        yield age.sebab
    elif age.tahap not in (INAKTIF, HABIS) and age.aktif_sampai:
        yield f"Masih aktif sampai {panjang(age.aktif_sampai)}."


def _leaves(arsip: Arsip, age: Umur, halangan: Halangan, nasib: str) -> Iterator[str]:
    if age.tahap == BELUM_TERHITUNG:
        yield age.sebab
    elif age.tahap != HABIS and age.inaktif_sampai:
        yield f"Retensinya belum habis; sampai {panjang(age.inaktif_sampai)}."
    if halangan.ditahan:
        yield f"Ditahan: {halangan.ditahan}"
    if halangan.induk:
        yield "Berkas induknya masih berjalan."
    if halangan.naskah:
        yield "Masih ada naskahnya yang menunggu disetujui atau ditandatangani."
    if arsip.retensi.nasib == DINILAI and not arsip.penilaian:
        yield "Nasib akhirnya dinilai kembali, dan belum dinilai."
    elif arsip.nasib and arsip.nasib != nasib:
        yield f"Nasib akhirnya {NASIB_AKHIR[arsip.nasib].lower()}."


def _hands_over(arsip: Arsip, age: Umur, halangan: Halangan) -> Iterator[str]:
    yield from _leaves(arsip, age, halangan, PERMANEN)


def _destroys(arsip: Arsip, age: Umur, halangan: Halangan) -> Iterator[str]:
    yield from _leaves(arsip, age, halangan, MUSNAH)
    if arsip.vital:
        yield "Arsip vital; cabut dahulu penetapannya sebagai arsip vital."


_RULES = {PINDAH: _moves, SERAH: _hands_over, BUANG: _destroys}


def due(
    macam: str, arsip: Iterable[Arsip], halangan: Mapping[str, Halangan], today: date
) -> list[Arsip]:
    """Those that may be proposed, the longest closed first: what could be, and no more."""
    free = [one for one in arsip if not hindrances(macam, one, halangan.get(one.id, BEBAS), today)]
    return sorted(free, key=lambda one: (one.ditutup, one.id))


def hindered(
    macam: str, arsip: Collection[Arsip], halangan: Mapping[str, Halangan], today: date
) -> dict[str, tuple[str, ...]]:
    """By the archive, why it may not stand on a list; {} where all may."""
    told = {one.id: hindrances(macam, one, halangan.get(one.id, BEBAS), today) for one in arsip}
    return {id_: why for id_, why in told.items() if why}
