"""What the house has by itself for a question: what the public reads, and what it prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from service.acts.edisi.sk import sk_out
from service.acts.edisi.umumkan import made
from service.acts.instansi.packs import agency
from service.acts.sop.daftar import own_sops, sops
from service.domain.edisi.alamat_periksa import AlamatDiperiksa
from service.domain.edisi.edisi import DAFTAR, DIP, Edisi
from service.domain.edisi.jalan import current
from service.domain.edisi.terbitan import FileTerbit
from service.domain.monev import kuesioner as k
from service.domain.monev.bukti import SUMBER
from service.domain.tanggal import local
from service.ports import House, Reading


@dataclass(frozen=True)
class Calon:
    """One piece of evidence; `sebab` says why it cannot go in as things stand.

    `cetak` names what is printed when it is asked for; the others lie ready under `sidik`, on the
    public side where `publik`.
    """

    jenis: str
    sasaran: str
    nama: str
    sidik: str = ""
    publik: bool = False
    cetak: str = ""
    sebab: str = ""
    bukti: str = ""  # the id of the row by which a person chose it


class Milik:
    """Of one agency; what is asked twice is looked up once."""

    def __init__(self, house: House, reading: Reading, instansi: str, tahun: int) -> None:
        self.house, self.reading, self.instansi, self.tahun = house, reading, instansi, tahun
        self._found = dict[str, tuple[Calon, ...]]()

    def of(self, sumber: str) -> tuple[Calon, ...]:
        """All that one source gives; at least one line that says why there is nothing."""
        if sumber not in self._found:
            self._found[sumber] = tuple(self._sought(sumber))
        return self._found[sumber]

    def _sought(self, sumber: str) -> Iterator[Calon]:
        if sumber in (k.DIP, k.DIK):
            yield self._list(sumber)
        elif sumber == k.SK_DIP:
            yield self._decree()
        elif sumber == k.EDISI_DIP:
            yield from self._editions()
        elif sumber == k.SOP:
            yield from self._sops()
        elif sumber == k.ALAMAT:
            yield self._addresses()

    @cached_property
    def _every(self) -> list[Edisi]:
        return made(self.reading, self.instansi)

    @cached_property
    def _prints(self) -> Mapping[tuple[str, int, int], FileTerbit]:
        return self.house.penerbit.prints(self.instansi)

    @cached_property
    def _public(self) -> frozenset[str]:
        return self.house.penerbit.files()

    def _today(self, daftar: str) -> Edisi | None:
        return current([x for x in self._every if x.daftar == daftar], self.house.clock.now())

    def _list(self, daftar: str) -> Calon:
        one = self._today(daftar)
        if one is None:
            return _lacking(daftar, DAFTAR[daftar], "belum ada edisi yang berlaku dan terbit")
        return self._print(daftar, one)

    def _print(self, sumber: str, one: Edisi) -> Calon:
        file = self._prints.get((one.daftar, one.tahun, one.urut))
        if file is None:
            return _lacking(sumber, one.nama, "PDF edisi ini belum selesai dicetak")
        return Calon(SUMBER, sumber, one.nama, file.sha256, publik=True)

    def _decree(self) -> Calon:
        one = self._today(DIP)
        file = sk_out(self.reading, one) if one else None
        if file is None or file.sha256 not in self._public:
            why = "belum dilepas untuk umum; lepas di halaman edisinya"
            return _lacking(k.SK_DIP, "Surat keputusan DIP", why)
        nama = f"SK {one.sk.nomor}" if one else ""
        return Calon(SUMBER, k.SK_DIP, nama, file.sha256, publik=True)

    def _editions(self) -> Iterator[Calon]:
        now = self.house.clock.now()
        seen = [x for x in self._every if x.daftar == DIP and x.tampak(now) and x.terbit]
        since = [x for x in seen if x.terbit and self._year(x) >= self.tahun]
        yield from (self._print(k.EDISI_DIP, one) for one in since)
        if not since:
            yield _lacking(k.EDISI_DIP, "Edisi DIP", f"belum ada yang terbit sejak {self.tahun}")

    def _year(self, one: Edisi) -> int:
        zona = agency(self.house.packs, self.instansi).zona
        return local(one.terbit, zona).year if one.terbit else 0

    def _sops(self) -> Iterator[Calon]:
        """The agency's own; what is common to all is nobody's SOP until an agency takes it."""
        packs = self.house.packs.still()
        own = set(own_sops(packs, self.instansi))
        found = {kode: one for kode, one in sops(packs, self.instansi).items() if kode in own}
        for kode, one in found.items():
            nama = one.nama if one.nama.upper().startswith("SOP") else f"SOP {one.nama}"
            yield Calon(SUMBER, k.SOP, nama, cetak=kode)
        if not found:
            yield _lacking(k.SOP, "SOP", "instansi ini belum mempunyai SOP sendiri")

    def _addresses(self) -> Calon:
        nama = k.SUMBER[k.ALAMAT]
        if not self.reading.find(AlamatDiperiksa, instansi=self.instansi):
            return _lacking(k.ALAMAT, nama, "alamat belum pernah diperiksa")
        return Calon(SUMBER, k.ALAMAT, nama, cetak=k.ALAMAT)


def _lacking(sumber: str, nama: str, why: str) -> Calon:
    return Calon(SUMBER, sumber, nama, sebab=why)
