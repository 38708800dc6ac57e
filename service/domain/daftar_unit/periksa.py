"""What is wrong with one row, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from service.domain.daftar_unit import dasar_hukum, golongan
from service.domain.daftar_unit import lajur as lj
from service.domain.daftar_unit.hasil import BERAT, PINDAHKAN, RINGAN, SalahSel, WaktuTerbaca
from service.domain.daftar_unit.kata import hampa, huruf, seperti_atas
from service.domain.daftar_unit.kepala import Kepala
from service.domain.tabel_isian import CACAT

PENDEK = 3  # letters of a title
ATAS = "Bila sama dengan baris di atasnya, tulis lagi atau gabungkan selnya."
SEMBUNYI = "Baris ini tersembunyi. Tampilkan bila memang ikut, atau hapus barisnya."
# What neighbours in a list often have in common.
_SERUPA = (lj.PENGUASA, lj.PENANGGUNG, lj.WAKTU_TEMPAT, lj.WAKTU, lj.BENTUK, lj.RETENSI)
_KATA = (lj.RINGKASAN, lj.JUDUL, lj.PENGUASA, lj.PENANGGUNG, lj.DIBUKA, lj.DITUTUP)


@dataclass(frozen=True, slots=True)
class Diambil:
    """A row as it stands under the columns, before anything is said of it."""

    baris: int
    sel: Mapping[str, str] = field(
        repr=False
    )  # by the name of its column, what is merged from above filled in
    cacat: Mapping[str, str]  # a code of CACAT, or a sentence
    tersembunyi: bool = False
    bilah: str = ""  # the kind that the bar above it names
    catatan: tuple[str, ...] = ()  # why it goes back, said of the whole row


class Pemeriksa:
    """Checks row after row of one sheet."""

    def __init__(
        self,
        lembar: str,
        kepala: Kepala,
        *,
        bawaan: Mapping[str, str],
        berkategori: bool,
    ) -> None:
        self._lembar, self._daftar = lembar, kepala.daftar
        self._huruf = {ruas: huruf(n) for ruas, n in kepala.di.items()}
        self._berkategori = berkategori
        there, wajib = kepala.di, lj.WAJIB[kepala.daftar]
        self._wajib: list[tuple[str, str]] = []  # what a row must say, and where it would stand
        for name, any_ in wajib.items():
            if first := next((one for one in any_ if one in there), ""):
                held = lj.WAKTU if name == lj.WAKTU_TEMPAT else name
                if not bawaan.get(held):
                    self._wajib.append((held, first))

    def faults(
        self,
        one: Diambil,
        isi: Mapping[str, str],
        waktu: WaktuTerbaca | None,
        kinds: tuple[str, ...] | None,
    ) -> Iterator[SalahSel]:
        """Every fault of a row, a cell at most once."""
        for kata in one.catatan:
            yield self._at(one, "", kata)
        if one.tersembunyi:
            yield self._at(one, "", SEMBUNYI)
        told = set[str]()
        for name, odd in one.cacat.items():
            told.add(name)
            label = lj.LABEL[name]
            yield self._at(one, name, f"{label} {CACAT[odd]}." if odd in CACAT else odd)
        for name, place in self._wajib:
            if not isi.get(name) and place not in told:
                told.add(place)
                yield self._at(one, place, self._missing(one, name, place))
        yield from self._words(one, told)
        if self._daftar == lj.DIP:
            yield from self._kind(one, kinds)
            yield from self._when(one, isi, waktu, told)
        else:
            yield from self._ground(one, isi, told)

    def _missing(self, one: Diambil, name: str, place: str) -> str:
        label = lj.LABEL[lj.WAKTU if name == lj.WAKTU else place]
        text = one.sel.get(place, "").strip()
        if text:
            return f"{label} hanya berisi tanda '{text[:10]}'; tulis isinya."
        above = ATAS if place in _SERUPA else ""
        return f"{label} belum diisi. {above}".strip()

    def _words(self, one: Diambil, told: set[str]) -> Iterator[SalahSel]:
        for name, text in one.sel.items():
            if name in told or name == lj.NO or not text:
                continue
            if len(text) <= 6 and seperti_atas(text):
                told.add(name)
                kata = f"Tanda '{text.strip()}' tidak dapat dibaca; tulis isinya."
                yield self._at(one, name, kata)
            elif name in _KATA and text.strip("., ").replace(" ", "").isdecimal():
                told.add(name)
                yield self._at(one, name, f"{lj.LABEL[name]} hanya berisi angka; tulis katanya.")
            elif name in (lj.RINGKASAN, lj.JUDUL) and len(text) < PENDEK and not hampa(text):
                told.add(name)
                yield self._at(one, name, f"{lj.LABEL[name]} terlalu pendek untuk dimengerti.")

    def _kind(self, one: Diambil, kinds: tuple[str, ...] | None) -> Iterator[SalahSel]:
        place = lj.KATEGORI if lj.KATEGORI in self._huruf else ""
        if kinds is None:
            if one.bilah == golongan.DIKECUALIKAN:
                yield self._at(one, "", PINDAHKAN)
            elif not one.bilah and self._berkategori:
                kata = "Kategori belum disebut: Berkala, Serta-Merta, atau Setiap Saat."
                yield self._at(one, place, kata, RINGAN)
        elif golongan.DIKECUALIKAN in kinds:
            yield self._at(one, place, PINDAHKAN)
        elif len(kinds) != 1:
            what = "tidak dikenal" if not kinds else "lebih dari satu"
            kata = f"Kategori {what}; pilih satu: Berkala, Serta-Merta, atau Setiap Saat."
            yield self._at(one, place, kata)
        elif one.bilah and kinds[0] != one.bilah:
            kata = "Kategori di kolom ini berbeda dengan judul golongan di atasnya; pastikan."
            yield self._at(one, place, kata, RINGAN)

    def _when(
        self,
        one: Diambil,
        isi: Mapping[str, str],
        waktu: WaktuTerbaca | None,
        told: set[str],
    ) -> Iterator[SalahSel]:
        place = lj.WAKTU_TEMPAT if lj.WAKTU_TEMPAT in self._huruf else lj.WAKTU
        if place in told:
            return
        if waktu is not None and waktu.ragu:
            yield self._at(one, place, waktu.ragu, RINGAN)
        elif not isi.get(lj.TEMPAT):
            kata = "Tempat pembuatan belum disebut."
            yield self._at(one, lj.TEMPAT if lj.TEMPAT in self._huruf else place, kata, RINGAN)

    def _ground(self, one: Diambil, isi: Mapping[str, str], told: set[str]) -> Iterator[SalahSel]:
        ground = isi.get(lj.DASAR, "")
        if ground and lj.DASAR not in told:
            for kata, back in dasar_hukum.faults(ground):
                yield self._at(one, lj.DASAR, kata, BERAT if back else RINGAN)
        if (text := isi.get(lj.JANGKA)) and (why := dasar_hukum.term_fault(text, ground)):
            yield self._at(one, lj.JANGKA, why)

    def _at(self, one: Diambil, name: str, kata: str, bobot: str = BERAT) -> SalahSel:
        return SalahSel(self._lembar, one.baris, self._huruf.get(name, ""), kata, bobot)


def unmapped(kepala: Kepala, bawaan: Mapping[str, str], lembar: str) -> Sequence[SalahSel]:
    """What the law asks and no column says, unless a person gave it for the whole list."""
    held = {lj.WAKTU_TEMPAT: lj.WAKTU}
    return [
        SalahSel(lembar, 0, "", f"Kolom {lj.LABEL[name]} belum ada; tambahkan dan isi.")
        for name in kepala.kurang
        if not bawaan.get(held.get(name, name))
    ]
