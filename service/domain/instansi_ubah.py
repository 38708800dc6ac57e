"""An agency as somebody changed it on its page: each edit takes the agency and gives the next."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from service.domain.instansi import Instansi, Kop, Peran, TataNaskah, Tenggat, UnitKerja
from service.domain.instansi_baru import cleaned, kode_of
from service.domain.instansi_tulis import write
from service.domain.pejabat import Pejabat
from service.domain.refusals import Refusal, TidakAda
from service.domain.seri import Seri
from service.domain.tafsir import unconfirmed

T = TypeVar("T")
Edit = Callable[[Instansi], Instansi]


class UnitTerakhir(Refusal):
    """An agency without an open unit could take nothing in."""

    def __init__(self) -> None:
        super().__init__(
            "Sedikitnya satu unit harus tetap buka tanpa tanggal tutup. Tidak ada yang diubah. "
            "Tambahkan unit penggantinya lebih dahulu, lalu tutup unit ini."
        )


class BukuSudahDipakai(Refusal):
    """A book that gave numbers goes on from its last; another start would give twins."""

    status = 409

    def __init__(self, nama: str, urut: int) -> None:
        super().__init__(
            f"Buku {nama} sudah memberi nomor sampai {urut}, jadi nomor awal dan cara mulai "
            "ulangnya tetap. Tidak ada yang diubah. Ubah pola saja, atau ubah keduanya sebelum "
            "buku tahun berikutnya dipakai."
        )


@dataclass(frozen=True)
class Identitas:
    """What stands on an agency's letterhead and pages."""

    nama: str
    kota: str
    zona: str
    singkatan: str = ""
    laman: str = ""
    surel: str = ""
    warna: str = ""
    kop: Kop = field(default_factory=Kop)


def identified(isian: Identitas) -> Edit:
    """Its name, place, page, address, colour and letterhead."""
    return lambda one: replace(one, **vars(cleaned(isian)))


def unit_added(nama: str, kode: str, zona: str = "") -> Edit:
    """One more unit; its id, and so its folder, comes from its name."""

    def edit(one: Instansi) -> Instansi:
        unit = cleaned(UnitKerja(_free_id(one, nama), nama, kode, zona))
        return replace(one, unit=(*one.unit, unit))

    return edit


def unit_changed(unit: UnitKerja) -> Edit:
    """A unit as it is called now, perhaps with its last day; its id stays."""

    def edit(one: Instansi) -> Instansi:
        after = replace(one, unit=_put(one.unit, _place(one.unit, unit.id), cleaned(unit)))
        if all(x.sampai for x in after.unit):
            raise UnitTerakhir
        return after

    return edit


def official_added(pejabat: Pejabat) -> Edit:
    """One more official, or one more term of the same."""
    return lambda one: replace(one, pejabat=(*one.pejabat, cleaned(pejabat)))


def official_changed(n: int, pejabat: Pejabat) -> Edit:
    """The n-th official, perhaps with the end of the term."""

    def edit(one: Instansi) -> Instansi:
        if not 0 <= n < len(one.pejabat):
            raise TidakAda("Pejabat itu")
        return replace(one, pejabat=_put(one.pejabat, n, cleaned(pejabat)))

    return edit


def offices_given(peran: Mapping[str, Peran]) -> Edit:
    """What each peran is called, and which office it comes with."""
    return lambda one: replace(
        one, peran=tuple(cleaned(peran.get(each.id, each)) for each in one.peran)
    )


def looks_changed(naskah: TataNaskah) -> Edit:
    """How its papers look, what it calls them, and under which unit they are numbered."""
    return lambda one: replace(one, naskah=naskah)


def series_changed(seri: Seri) -> Edit:
    """How the numbers of a series are written, and where they go on from."""
    return lambda one: replace(one, seri=_put(one.seri, _place(one.seri, seri.id), cleaned(seri)))


def series_added(seri: Seri) -> Edit:
    """One more series; its id, and so its books, comes from its name."""

    def edit(one: Instansi) -> Instansi:
        start = kode_of(seri.nama) or "seri"
        start = (start if start[0].isalpha() else f"seri_{start}")[:40].rstrip("_")
        tried = (start, *(f"{start[:36]}_{n}" for n in range(2, len(one.seri) + 3)))
        id_ = next(each for each in tried if one.seri_for(each) is None)
        return replace(one, seri=(*one.seri, cleaned(replace(seri, id=id_))))

    return edit


def confirmed(paths: Collection[str]) -> Edit:
    """What was inferred, and somebody has now made sure of."""
    return lambda one: replace(one, tafsir=tuple(x for x in one.tafsir if x not in paths))


def term_changed(tenggat: Tenggat) -> Edit:
    """A term, with the rule it rests on."""
    return lambda one: replace(
        one, tenggat=_put(one.tenggat, _place(one.tenggat, tenggat.id), cleaned(tenggat))
    )


def terms_set(terms: Callable[[Instansi], tuple[Tenggat, ...]]) -> Edit:
    """All of its terms, as they come of those it has."""
    return lambda one: replace(one, tenggat=tuple(cleaned(x) for x in terms(one)))


def rewritten(before: Instansi, after: Instansi) -> str:
    """The text of the changed agency; what a person changed is no longer inferred."""
    was, now = (write(replace(one, tafsir=())) for one in (before, after))
    return write(replace(after, tafsir=unconfirmed(after.tafsir, was, now)))


def restored(bawaan: str, seed: Instansi, now: Instansi | None, today: date) -> str:
    """The seed again; a unit it does not know keeps its register and is closed."""
    more = tuple(_closed(now.unit if now else (), {one.id for one in seed.unit}, today))
    return write(replace(seed, unit=(*seed.unit, *more))) if more else bawaan


def _closed(units: Sequence[UnitKerja], known: set[str], today: date) -> Iterator[UnitKerja]:
    for one in units:
        if one.id not in known:
            yield replace(one, sampai=min(one.sampai or today, today))


def _free_id(one: Instansi, nama: str) -> str:
    start = kode_of(nama) or "unit"
    start = start if start[0].isalpha() else f"unit_{start}"[:40]
    tried = (start, *(f"{start[:36]}_{n}" for n in range(2, len(one.unit) + 3)))
    return next(id_ for id_ in tried if one.unit_of(id_) is None)


def _place(rows: Sequence[UnitKerja | Seri | Tenggat], id_: str) -> int:
    for n, one in enumerate(rows):
        if one.id == id_:
            return n
    raise TidakAda("Baris itu")


def _put(rows: Sequence[T], n: int, one: T) -> tuple[T, ...]:
    return (*rows[:n], one, *rows[n + 1 :])
