"""What a reader notes as it goes through a file, never more than its limits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from service.domain.batas import Batas

TEKS = 2_000_000  # letters of one file, all pages together
SEHALAMAN = 200_000
TEMUAN = 100
KETERANGAN = 200  # letters of where something was found


@dataclass
class Lihat:
    """The notes of one look at one file."""

    batas: Batas = field(default_factory=Batas)
    mime: str = ""
    halaman: int = 0
    teks: list[str] = field(default_factory=list)
    temuan: list[tuple[str, str]] = field(default_factory=list)
    metadata: dict[str, str] = field(default_factory=dict)
    anggota: list[tuple[str, int]] = field(default_factory=list)
    tanda: list[str] = field(default_factory=list)
    perlu_ocr: list[int] = field(default_factory=list)
    _panjang: int = 0

    def temukan(self, kode: str, di: str = "") -> None:
        """Note a finding once; `di` says where."""
        one = (kode, di[:KETERANGAN])
        if one not in self.temuan and len(self.temuan) < TEMUAN:
            self.temuan.append(one)

    def tulis(self, teks: str) -> bool:
        """Note the text of the next page or sheet; False where no more is wanted."""
        room = min(SEHALAMAN, TEKS - self._panjang)
        clean = teks[: max(0, room)].replace("\x00", "").encode(errors="replace").decode()
        self.teks.append(clean)
        self._panjang += len(clean)
        return self._panjang < TEKS

    def sebut(self, nama: str, nilai: object) -> None:
        """Note a line of metadata: penulis, dibuat, diubah, program, judul."""
        text = str(nilai).replace("\x00", "").strip()[:300]
        if text:
            self.metadata[nama] = text.encode(errors="replace").decode()

    def told(self) -> dict[str, Any]:
        """As it travels out of the box."""
        return {k: v for k, v in vars(self).items() if k not in ("batas", "_panjang")}
