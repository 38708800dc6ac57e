"""The one hallway: whatever comes in, through whichever door, is kept and owed a look."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from service.acts.simpan.keep import JustHeld, Kept, hold, keep_all
from service.domain.catatan import MESIN, RUMAH, Catatan
from service.domain.kiriman import DITERIMA, File, Fisik, Kiriman, Surat, shown
from service.domain.refusals import Overtaken, Refusal
from service.ports import House, Tx

TRIES = 5  # against others who hold the same bytes at the same moment


class TerlaluBesar(Refusal):
    """The file is larger than the house takes in."""

    status = 413

    def __init__(self, nama: str, batas: int) -> None:
        super().__init__(
            f"File {nama} lebih besar dari {batas // 1_000_000:,} MB".replace(",", ".")
            + " dan tidak diterima. "
            "File itu tidak diubah; bagi menjadi beberapa file, lalu kirim ulang."
        )


class TerlaluBanyak(Refusal):
    """More files together than the house takes in."""

    status = 413

    def __init__(self, banyak: int, batas: int) -> None:
        super().__init__(
            f"Kiriman ini memuat {banyak} file, paling banyak {batas}. Tidak ada yang diterima; "
            "bagi menjadi beberapa kiriman, lalu kirim ulang."
        )


@dataclass(frozen=True)
class Bawaan:
    """One file at the door."""

    path: Path
    nama: str
    peran: str = ""  # pengantar, lampiran


@dataclass(frozen=True)
class Slip:
    """What is known of a kiriman at the door; the id makes a second try the same kiriman."""

    id: str
    instansi: str  # '' where nobody knows the folder it lay in
    unit: str
    pintu: str
    nama: str
    siapa: str = MESIN
    rahasia: bool = False
    jenis: str = ""  # what the bringer says it is
    surat: Surat = field(default_factory=Surat)  # what the bringer says of the letter
    fisik: Fisik | None = None
    asal: dict[str, str] = field(default_factory=dict)
    berkas: str = ""  # the matter it is laid down for


# What else is written with a kiriman; gives the kiriman back, completed.
Also = Callable[[Tx, Kiriman], Kiriman]


@dataclass(frozen=True)
class Kedatangan:
    """A slip and its files, and what must be written in the same transaction."""

    slip: Slip
    files: tuple[Bawaan, ...]
    also: Also | None = None


def accept(house: House, files: Sequence[Bawaan], slip: Slip) -> Kiriman:
    """Keep the files and write their kiriman; when this returns, a power cut loses nothing."""
    return accept_all(house, [Kedatangan(slip, tuple(files))])[0]


def accept_all(house: House, arrivals: Sequence[Kedatangan]) -> list[Kiriman]:
    """Several kiriman in one transaction: all are taken in, or none."""
    for one in arrivals:
        measured(house, one.files)
    for _ in range(TRIES):
        known = _known(house, arrivals)
        fresh = [one for one in arrivals if one.slip.id not in known]
        if not fresh:
            return [known[one.slip.id] for one in arrivals]
        with contextlib.suppress(Overtaken, JustHeld):
            kept = keep_all(house, [file.path for one in fresh for file in one.files])
            known |= _written(house, fresh, dict(kept))
            return [known[one.slip.id] for one in arrivals]
    raise JustHeld


def measured(house: House, files: Sequence[Bawaan]) -> None:
    """Refuse what is more than the house takes in, before a byte of it is read."""
    batas = house.batas
    if len(files) > batas.file:
        raise TerlaluBanyak(len(files), batas.file)
    for file in files:
        if file.path.stat().st_size > batas.ukuran:
            raise TerlaluBesar(shown(file.nama), batas.ukuran)


def _known(house: House, arrivals: Sequence[Kedatangan]) -> dict[str, Kiriman]:
    """Those taken in before: the door died before it could say so."""
    with house.ledger.read() as reading:
        return {
            found.id: found for one in arrivals for found in reading.find(Kiriman, id=one.slip.id)
        }


def _written(
    house: House, arrivals: Sequence[Kedatangan], kept: dict[Path, Kept]
) -> dict[str, Kiriman]:
    with house.ledger.begin() as tx:
        found = [_write(house, tx, one, kept) for one in arrivals]
        hold(tx, *kept.values())
    return {one.id: one for one in found}


def _write(house: House, tx: Tx, arrival: Kedatangan, kept: dict[Path, Kept]) -> Kiriman:
    slip, now = arrival.slip, house.clock.now()
    kiriman = Kiriman(
        id=slip.id,
        instansi=slip.instansi,
        unit=slip.unit,
        pintu=slip.pintu,
        nama=shown(slip.nama),
        keadaan=DITERIMA,
        diterima=now,
        siapa=slip.siapa,
        rahasia=slip.rahasia,
        jenis=slip.jenis,
        surat=slip.surat,
        fisik=slip.fisik,
        asal=slip.asal,
        berkas=slip.berkas,
    )
    if arrival.also:
        kiriman = arrival.also(tx, kiriman)
    tx.add(kiriman)
    for n, file in enumerate(arrival.files):
        held = kept[file.path]
        tx.add(
            File(
                house.new_id(),
                slip.id,
                shown(file.nama),
                held.sha256,
                held.ukuran,
                urut=n,
                peran=file.peran,
            )
        )
    told = {"pintu": slip.pintu, "sha256": " ".join(kept[one.path].sha256 for one in arrival.files)}
    told |= {"berkas": slip.berkas} if slip.berkas else {}
    tx.note(Catatan(slip.instansi or RUMAH, slip.siapa, "kiriman_diterima", now, slip.id, told))
    tx.plan("identify", slip.id)
    return kiriman
