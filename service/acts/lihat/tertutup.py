"""Whether bytes are those of something withheld, so that no ordinary address hands them out."""

from __future__ import annotations

from service.domain.informasi.tutupan import FileTertutup, Tutupan
from service.domain.kiriman import File
from service.ports import Reading


def need_free(reading: Reading, file: File) -> None:
    """Refuse a file of what is withheld: it is opened from its own page, with a reason."""
    if any(one.dibuka is None for one in reading.find(Tutupan, sidik=file.sha256)):
        raise FileTertutup
