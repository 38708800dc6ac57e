"""A file that is held against ours: its bytes are marked as they come, and kept nowhere."""

from __future__ import annotations

from service.domain.sidik_lapis import SidikLapis

ALAMAT = "/periksa"
TERBESAR = 50_000_000  # bytes; no paper of an office comes near it


class Takaran:
    """Takes the bytes of a file and keeps none of them."""

    def __init__(self) -> None:
        self.lapis, self.kepala = SidikLapis(), b""

    def write(self, part: bytes) -> int:
        """More of the file."""
        if len(self.kepala) < 1024:
            self.kepala += part[:1024]
        return self.lapis.write(part)

    def seek(self, *_place: int) -> int:
        """Nobody reads it here."""
        return 0

    def close(self) -> None:
        """There is nothing to let go of."""
