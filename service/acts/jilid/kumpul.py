"""A dossier from its files: each fetched once, looked at in the box, and taken as it can be."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from service.acts.jilid.salinan_baca import drawn, known
from service.acts.simpan.gambar import DIUBAH
from service.domain.dossier.bahan import Bahan, Isi
from service.domain.dossier.boleh import DIGAMBAR, Fakta, way
from service.domain.dossier.isi import GAMBAR, LAMPIRAN, TULISAN, Asal, Bagian, Dossier
from service.domain.dossier.tulisan import lines_of
from service.domain.refusals import Refusal
from service.ports import House

PDF = "application/pdf"
BERTANDA = "Memuat tanda tangan elektronik"
TAK_TERGAMBAR = "Dokumen ini tidak dapat digambar ulang halaman demi halaman."
TEKS, TEKS_TERPANJANG = "text/plain", 100_000
CREW = 2  # files looked at side by side; each has a process of its own in the box
BUKAN_HALAMAN = "File ini bukan dokumen berhalaman, jadi tidak dapat dijilid."


@dataclass(frozen=True)
class Terkumpul:
    """A dossier, and where the files lie that it is bound from."""

    dossier: Dossier
    halaman: tuple[Path | None, ...]
    asli: dict[str, Path]


@dataclass(frozen=True)
class Hasil:
    """How a file enters: the pages it brings, taken from where, or why none."""

    halaman: int
    cara: str
    sebab: str = ""
    dari: Path | None = None
    bertanda: bool = False
    baris: tuple[tuple[str, str], ...] = ()


def gathered(house: House, room: Path, isi: Isi) -> Terkumpul:
    """Every file laid in `room`, and judged."""
    kumpul = _Kumpul(house, room)
    kumpul.look_at(one for one in isi.bahan if not isinstance(one, Bagian))
    bagian, halaman = list[Bagian](), list[Path | None]()
    for one in isi.bahan:
        if isinstance(one, Bagian):
            bagian.append(one)
            halaman.append(None)
        else:
            made, path = kumpul.take(one)
            bagian.append(made)
            halaman.append(path)
    dossier = Dossier(isi.sampul, tuple(bagian), bolak_balik=isi.bolak_balik)
    attached = {one.sha256 for one in dossier.terlampir}
    asli = {sha: path for sha, path in kumpul.asli.items() if sha in attached}
    return Terkumpul(dossier, tuple(halaman), asli)


def bound(house: House, room: Path, isi: Isi) -> tuple[Path, int]:
    """The dossier as one PDF in `room`, and how many pages it has."""
    terkumpul = gathered(house, room, isi)
    out = room / "dossier.pdf"
    many = house.binder.bind(terkumpul.dossier, terkumpul.halaman, terkumpul.asli, out)
    return out, many


class _Kumpul:
    """Fetches each file once and judges how it enters, several at a time."""

    def __init__(self, house: House, room: Path) -> None:
        self._house, self._room = house, room
        self.asli = dict[str, Path]()
        self._judged = dict[str, Hasil]()

    def look_at(self, some: Iterable[Bahan]) -> None:
        """Each file laid down once, and judged."""
        every = dict[str, Bahan]()
        for one in some:
            every.setdefault(one.sha256, one)
        self.asli = {sha: self._room / f"{n}.asli" for n, sha in enumerate(every)}
        with ThreadPoolExecutor(CREW) as crew:
            self._judged = dict(zip(every, crew.map(self._laid, every.values()), strict=True))

    def take(self, one: Bahan) -> tuple[Bagian, Path | None]:
        """One paper, as pages where it can be; what cannot be is always attached."""
        hasil = self._judged[one.sha256]
        size = self.asli[one.sha256].stat().st_size
        asal = Asal(one.nama, one.sha256, size, one.mime, one.hubungan)
        made = Bagian(
            one.judul,
            one.pada,
            hasil.halaman,
            hasil.cara,
            hasil.sebab,
            nomor=one.nomor,
            tanggal=one.tanggal,
            tanda=one.tanda or (BERTANDA if hasil.bertanda else ""),
            asal=asal if one.utuh or hasil.cara == LAMPIRAN else None,
            urut=one.urut,
            baris=hasil.baris,
            cap=one.cap,
        )
        return made, hasil.dari

    def _laid(self, one: Bahan) -> Hasil:
        return self._judge(one, self._house.store.fetch(one.sha256, self.asli[one.sha256]))

    def _judge(self, one: Bahan, path: Path) -> Hasil:
        if one.mime == PDF:
            return self._pdf(one.sha256, path)
        if one.mime == TEKS and path.stat().st_size <= TEKS_TERPANJANG:
            return _typed(path)
        try:
            if one.mime in DIUBAH:
                return self._office(one, path)
            if one.mime.startswith("image/"):
                return self._drawn(one.sha256, path, Fakta())
        except Refusal:
            return Hasil(1, LAMPIRAN, TAK_TERGAMBAR)
        return Hasil(1, LAMPIRAN, BUKAN_HALAMAN)

    def _pdf(self, sha256: str, path: Path) -> Hasil:
        fakta = self._house.fitter.look(path)
        cara, sebab = way(fakta)
        if cara == LAMPIRAN:
            return Hasil(1, cara, sebab, bertanda=fakta.bertanda_tangan)
        if cara != GAMBAR:
            return Hasil(fakta.halaman, cara, dari=path)
        try:
            return self._drawn(sha256, path, fakta)
        except Refusal:
            return Hasil(1, LAMPIRAN, TAK_TERGAMBAR, bertanda=fakta.bertanda_tangan)

    def _office(self, one: Bahan, path: Path) -> Hasil:
        """Printed once by an office program, as it would be looked at, and then drawn."""
        if known(self._house, one.sha256):
            return self._drawn(one.sha256, path, Fakta())
        printed = self._house.changer.pdf(path, one.mime, path.with_suffix(".cetak"))
        fakta = self._house.fitter.look(printed)
        if not 0 < fakta.halaman <= DIGAMBAR:
            raise Refusal(TAK_TERGAMBAR)
        return self._drawn(one.sha256, printed, fakta)

    def _drawn(self, sha256: str, path: Path, fakta: Fakta) -> Hasil:
        made = drawn(self._house, sha256, path, path.with_suffix(".baca"))
        many = fakta.halaman or self._house.fitter.look(made).halaman
        if not many:
            raise Refusal(TAK_TERGAMBAR)
        return Hasil(many, GAMBAR, dari=made, bertanda=fakta.bertanda_tangan)


def _typed(path: Path) -> Hasil:
    """Words that have no pages of their own; how many they take is known where they are written."""
    text = path.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff")
    return Hasil(1, TULISAN, baris=lines_of(text))
