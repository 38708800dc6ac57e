"""What the office shows the public by code, and which bodies there are; files we only read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from service.domain import kabar_naskah
from service.domain.kabar import TERBESAR, Kabar, read
from service.domain.kabar_naskah import KabarNaskah
from service.domain.kode_lacak import sidik
from service.domain.tanggal import ZONA


@dataclass(frozen=True)
class Badan:
    """A public body one can turn to here."""

    kode: str
    nama: str
    zona: str
    masukan: bool = False  # asks the public what its list lacks
    surel: str = ""  # where one writes to it


@dataclass(frozen=True)
class Papan:
    """The folder in which the office shows things."""

    folder: Path

    def kabar(self, kode: str) -> Kabar | None:
        """What may be known by a code; None where nothing is shown for it."""
        content = self._read(Path("lacak") / f"{sidik(kode)}.json")
        return read(content) if content else None

    def naskah(self, token: str) -> KabarNaskah | None:
        """What may be known of a paper by the code on its pages; None where nothing is."""
        return self._paper(sidik(token))

    def file(self, sha256: str) -> KabarNaskah | None:
        """The same by its bytes, also those of an earlier version of it."""
        content = self._read(Path("file") / f"{kabar_naskah.mark(sha256)}.json")
        code = kabar_naskah.pointed(content) if content else ""
        return self._paper(code) if code else None

    def _paper(self, code: str) -> KabarNaskah | None:
        content = self._read(Path("naskah") / f"{code}.json")
        return kabar_naskah.read(content) if content else None

    def badan(self) -> tuple[Badan, ...]:
        """The bodies of this house, by name; none as long as the office has not said."""
        try:
            told = json.loads(self._read(Path("instansi.json")) or b"{}")
            found = [
                Badan(
                    one["kode"],
                    one["nama"],
                    one["zona"],
                    one.get("masukan") is True,
                    str(one.get("surel", "")),
                )
                for one in told["instansi"]
            ]
        except (ValueError, KeyError, TypeError, AttributeError):
            return ()
        return tuple(sorted((x for x in found if x.zona in ZONA), key=lambda x: x.nama))

    def answers(self) -> bool:
        """Whether the office has a place where it shows the numbers it gives."""
        return (self.folder / "lacak").is_dir()

    def _read(self, name: Path) -> bytes:
        try:
            with (self.folder / name).open("rb") as shown:
                return shown.read(TERBESAR)
        except OSError:
            return b""
