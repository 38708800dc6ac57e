"""Put a backup back where no office is, and compare it with what it promised."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from service.acts.cadangan.nomor import keep
from service.acts.keadaan.audit import audit
from service.domain.cadangan.banding import differences, lost
from service.domain.cadangan.hasil import TERBUKTI, HasilCadangan
from service.domain.cadangan.isi import (
    BUKU,
    KUNCI,
    KUNCI_SIMPANAN,
    RUMAH,
    TERBIT,
    TERBUKA,
    TERTUTUP,
    Isi,
)
from service.domain.cadangan.keluar import Terpakai
from service.domain.cadangan.manifes import Manifes
from service.domain.cadangan.tolak import (
    CadanganLebihBaru,
    MesinLain,
    RumahBerisi,
    SegelLain,
    TempatKurang,
)
from service.domain.catatan import MESIN, Catatan
from service.domain.catatan import RUMAH as JURNAL_RUMAH
from service.domain.janji import Temuan
from service.ports import House
from service.ports.cadangan import Archive

DISEBUT = 20
SAAT_INI = frozenset({"I5"})  # promises about who is at work now; a copy has nobody


def restore(target: House, archive: Archive, room: Path | None = None) -> list[str]:
    """Everything laid in an empty house, the ledger last; what is not as it was promised.

    `room` is where the house itself lies, if it is thrown away afterwards.
    """
    made = archive.manifes
    _fits(target, made)
    gone = lost(made.isian.kepala, target.heads.recorded())
    for ruang, store in ((TERTUTUP, target.store), (TERBUKA, target.store_publik)):
        for nama, isi in made.di(ruang).items():
            store.lay(nama, archive.open(isi))
            if room:
                room.touch()  # or it would be taken for one that nobody works in any more
    for ruang in (RUMAH, KUNCI):
        for nama, isi in made.di(ruang).items():
            _written(target.penjagaan.place(nama), archive, isi)
    for isi in made.di(TERBIT).values():
        target.penjagaan.terbit.parent.mkdir(parents=True, exist_ok=True)
        _written(target.penjagaan.terbit, archive, isi)
    target.penjagaan.begun(made.sumber[0].nama)
    with target.room() as bench:
        files = [_written(bench / nama, archive, isi) for nama, isi in made.di(BUKU).items()]
        target.snapshots.lay(files, made.isian)
    found = differences(made.isian, target.snapshots.told())
    target.snapshots.migrate()
    target.snapshots.awake()
    return [*found, *gone]


def goes_on(target: House, made: Manifes, keluar: list[Terpakai]) -> list[Terpakai]:
    """The office goes on from a backup: no number is given twice, and the journal tells of it."""
    with target.ledger.begin() as tx:
        kept = keep(target, tx, made, keluar)
        told = {"cadangan": made.id}
        now = target.clock.now()
        tx.note(Catatan(JURNAL_RUMAH, MESIN, "rumah_dipulihkan", now, made.id, told))
    target.last_numbers.record(target.books.last())
    target.penjagaan.done()
    return kept


def prove(house: House, file: Path, sandi: str) -> tuple[Manifes, list[str]]:
    """A backup put back in a house that is thrown away, and looked over; what is amiss."""
    with (
        house.room() as room,
        house.archives.read(file, sandi) as archive,
        house.twin(room / "uji") as twin,
    ):
        found = restore(twin, archive, room)
        found += _broken(audit(twin))
        made = archive.manifes
    _remember(house, made, found)
    return made, found


def _fits(target: House, made: Manifes) -> None:
    if not target.snapshots.known(made.isian.skema):
        raise CadanganLebihBaru(made.rilis)
    if made.isian.mesin != target.snapshots.mesin:
        raise MesinLain(made.isian.mesin, target.snapshots.mesin)
    require_empty(target)
    if made.segel != target.penjagaan.segel:
        raise SegelLain
    perlu, bebas = sum(one.ukuran for one in made.isi), target.sisa().bebas
    if perlu > bebas:
        raise TempatKurang("BERKAS_HOME", perlu, bebas)


def require_empty(target: House) -> None:
    """Refuse to write over an office."""
    if not target.snapshots.is_empty():
        raise RumahBerisi("Buku induk di BERKAS_LEDGER")


def bring_key(archive: Archive, goal: Path) -> bool:
    """Lay the key of the closed store there, where the backup has it; whether it has."""
    if isi := archive.manifes.di(KUNCI).get(KUNCI_SIMPANAN):
        _written(goal, archive, isi)
    return isi is not None


def _written(path: Path, archive: Archive, isi: Isi) -> Path:
    path.unlink(missing_ok=True)
    with path.open("xb") as out:
        path.chmod(0o600)
        out.writelines(archive.open(isi))
    return path


def _broken(found: Iterable[Temuan]) -> list[str]:
    return [
        f"{one.janji}: {line}"
        for one in found
        if not one.utuh and one.janji not in SAAT_INI
        for line in (one.sebut or (one.kalimat,))
    ]


def _remember(house: House, made: Manifes, found: list[str]) -> None:
    if house.snapshots.is_empty():  # a bare machine has nowhere to keep it
        return
    nama = made.sumber[0].nama
    told = HasilCadangan(nama, not found, len(made.isi), made.ditambah, "; ".join(found[:DISEBUT]))
    house.pulse.beat(TERBUKTI, TERBUKTI, told.kept())
