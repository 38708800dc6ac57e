"""A fresh home with its own real processes, for as long as the demo plays."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from service import house as houses
from service.config import Settings
from service.demo.sertifikat import Penerbit
from service.domain.refusals import Refusal
from service.host.crew import MACHINE, crew
from service.house import RealHouse

PENERBIT = "penerbit_contoh"
ALAMAT = "https://ppid.contoh"  # printed on the papers of the play; nobody answers there


@dataclass(frozen=True)
class Panggung:
    """A house, and who issues the certificates that it trusts."""

    house: RealHouse
    penerbit: Penerbit


@contextmanager
def stage(hasil: Path, env: Mapping[str, str]) -> Iterator[Panggung]:
    """In a home that nobody used before, at work until the block ends."""
    home = fresh(hasil)
    penerbit = Penerbit(home / PENERBIT)
    own = {**surroundings(home, env), "BERKAS_URL": ALAMAT}
    settings = Settings.from_env(own)
    houses.migrate(settings)
    with crew(settings, own, (*MACHINE, ("watcher",))):
        house = houses.build(settings)
        try:
            yield Panggung(house, penerbit)
        finally:
            house.close()


def surroundings(home: Path, env: Mapping[str, str]) -> dict[str, str]:
    """The settings under which a home is played, and looked round in afterwards."""
    own = {name: value for name, value in env.items() if not name.startswith("BERKAS_")}
    own |= {name: env[name] for name in ("BERKAS_PACKS",) if name in env}
    own |= {"BERKAS_HOME": str(home), "BERKAS_INBOX": str(home / "kotak_masuk")}
    own |= {"BERKAS_AKAR": str(Penerbit.akar_in(home / PENERBIT))}
    return {**own, "BERKAS_PERIKSA_ALAMAT": "tidak"}  # nobody gives these pages out


def fresh(hasil: Path) -> Path:
    """A folder below `hasil` that does not stand there yet."""
    try:
        hasil.mkdir(parents=True, exist_ok=True)
        for number in itertools.count(1):
            home = hasil.resolve() / (f"rumah-{number}" if number > 1 else "rumah")
            with contextlib.suppress(FileExistsError):
                home.mkdir(mode=0o700)
                break
    except OSError as wrong:
        raise Refusal(f"Folder {hasil} tidak dapat dibuat: {wrong.strerror}.") from wrong
    return home
