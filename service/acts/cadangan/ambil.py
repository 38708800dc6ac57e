"""Take a backup of the whole house while it goes on working."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from service.domain.cadangan.hasil import DIBUAT, HasilCadangan
from service.domain.cadangan.isi import (
    BUKU,
    FOLDER_RUMAH,
    KUNCI,
    RUMAH,
    TERBIT,
    TERBUKA,
    TERTUTUP,
    Isi,
    ordered,
)
from service.domain.cadangan.lanjutan import Dasar, base, require_alike
from service.domain.cadangan.manifes import Manifes, Sumber
from service.domain.cadangan.tolak import DasarLain, KunciHarusTerkunci, SandiLemah, TempatKurang
from service.domain.catatan import MESIN, Catatan
from service.domain.catatan import RUMAH as JURNAL_RUMAH
from service.domain.refusals import TidakAda
from service.ports import House, Store
from service.ports.cadangan import Potret, Writing

SANDI_TERPENDEK = 12
MAMPAT = 4  # rows are pressed to a quarter, or better
PUBLIK = "publik.db"
DISEBUT = 20  # files that are named where something is wrong with them


@dataclass(frozen=True)
class Mintaan:
    """What backup is asked for."""

    file: Path
    sandi: str = ""
    dari: Path | None = None
    kunci: bool = False


@dataclass
class _Pungut:
    """One backup as it grows."""

    house: House
    room: Path
    out: Writing
    dasar: Dasar
    isi: list[Isi] = field(default_factory=list)
    kurang: list[str] = field(default_factory=list)

    def changing(self, ruang: str, nama: str, path: Path) -> None:
        """A file that will be another next time."""
        try:
            with path.open("rb") as source:
                self.isi.append(self.out.pieces(ruang, nama, source))
        except FileNotFoundError:  # taken away by who was at work; it is in the ledger then
            return

    def stored(self, ruang: str, store: Store, held: Mapping[str, bool]) -> None:
        """Files of a store as they lie; those that a row names must be there."""
        for nama, sha256 in sorted((store.name_of(one), one) for one in held):
            self.room.touch()  # or it would be taken for one that nobody works in any more
            known = self.dasar.whole(ruang, nama)
            if known and not (nama == sha256 != known.potongan[0].sha256):
                self.isi.append(known)
                continue  # but what was damaged then is read again: somebody may have mended it
            try:
                source = store.at_rest(nama)
            except TidakAda:
                if held[sha256]:
                    self.kurang.append(f"file {sha256[:12]} hilang")
                continue
            with source:
                one = self.out.whole(ruang, nama, source)
            self.isi.append(one)
            if nama == sha256 != one.potongan[0].sha256:
                self.kurang.append(f"file {sha256[:12]} rusak")


def take(house: House, minta: Mintaan, siapa: str = MESIN) -> Manifes:
    """The backup, whole under its name; the house notes that it was made."""
    dasar, manifes_dasar = _base(house, minta)
    id_ = house.new_id()
    with house.room() as room, house.archives.write(minta.file, dasar, minta.sandi) as out:
        pungut = _Pungut(house, room, out, dasar)
        for nama, path in house.penjagaan.beside(FOLDER_RUMAH[:1]):
            pungut.changing(RUMAH, nama, path)  # before the ledger: what it tells of is in there
        terbit = dict.fromkeys(house.penerbit.files(), False)
        if house.snapshots.rows(house.penjagaan.terbit, room / PUBLIK):
            pungut.changing(TERBIT, PUBLIK, room / PUBLIK)
        (room / "buku").mkdir()
        potret = house.snapshots.take(room / "buku")
        if manifes_dasar:
            require_alike(manifes_dasar, potret.isian, house.penjagaan.segel)
        _fits(house, minta.file.parent, potret, dasar)
        for file in potret.file:
            pungut.changing(BUKU, file.name, file)
        held = {sha256: one.dipegang for sha256, one in potret.dipegang.items()}
        pungut.stored(TERTUTUP, house.store, held)
        pungut.stored(TERBUKA, house.store_publik, terbit)
        for nama, path in house.penjagaan.beside(FOLDER_RUMAH[1:]):
            pungut.changing(RUMAH, nama, path)
        for nama, path in house.penjagaan.keys() if minta.kunci else ():
            pungut.changing(KUNCI, nama, path)
        made = Manifes(
            (Sumber(id_, minta.file.name), *dasar.sumber),
            house.archives.rilis,
            house.clock.now(),
            house.penjagaan.segel,
            potret.isian,
            house.penjagaan.setelan,
            tuple(ordered(pungut.isi)),
            tuple(pungut.kurang),
        )
        out.done(made)
    _remember(house, made, siapa)
    return made


def _fits(house: House, folder: Path, potret: Potret, dasar: Dasar) -> None:
    """Ask for the room that it will take, as far as that can be told; TempatKurang."""
    name_of = house.store.name_of
    perlu = sum(
        one.ukuran
        for sha256, one in potret.dipegang.items()
        if dasar.whole(TERTUTUP, name_of(sha256)) is None
    )
    if not dasar.sumber:
        perlu += sum(file.stat().st_size for file in potret.file) // MAMPAT
    if perlu > (bebas := house.archives.free(folder)):
        raise TempatKurang(str(folder), perlu, bebas)


def _base(house: House, minta: Mintaan) -> tuple[Dasar, Manifes | None]:
    if minta.kunci and not minta.sandi:
        raise KunciHarusTerkunci
    if minta.sandi and len(minta.sandi) < SANDI_TERPENDEK:
        raise SandiLemah(SANDI_TERPENDEK)
    if minta.dari is None:
        return Dasar(), None
    if minta.dari.resolve().parent != minta.file.resolve().parent:
        raise DasarLain("letaknya di folder lain, padahal keduanya dipulihkan bersama.")
    found = house.archives.look(minta.dari, minta.sandi)
    return base(found), found


def _remember(house: House, made: Manifes, siapa: str) -> None:
    told = HasilCadangan(
        made.sumber[0].nama,
        not made.kurang,
        len(made.isi),
        made.ditambah,
        "; ".join(wrongs(made)),
    )
    house.pulse.beat(DIBUAT, DIBUAT, told.kept())
    rincian = {"cadangan": made.id, "file": str(len(made.isi))}
    with house.ledger.begin() as tx:
        tx.note(Catatan(JURNAL_RUMAH, siapa, "cadangan_dibuat", made.dibuat, made.id, rincian))


def wrongs(made: Manifes) -> Iterator[str]:
    """What was amiss in the house itself, the first of it."""
    yield from made.kurang[:DISEBUT]
    if len(made.kurang) > DISEBUT:
        yield f"dan {len(made.kurang) - DISEBUT} lagi"
