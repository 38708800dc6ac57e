"""What both versions of the service have in common: the line, the questions, the states."""

from __future__ import annotations

from service.adapters.bsre.badan import Badan
from service.adapters.bsre.galat import fields, odd, unheard
from service.adapters.bsre.kirim import Jawaban, JawabanHilang, Permintaan, Saluran
from service.disk import Disk
from service.domain.esign import pengguna
from service.domain.esign.sambungan import Sambungan

KATA = 4 << 20  # bytes of an answer that brings words only


class Layanan:
    """One service, as it is reached."""

    def __init__(self, sambungan: Sambungan, disk: Disk | None = None) -> None:
        self._at = sambungan
        self._line = Saluran(sambungan)
        self._disk = disk or Disk()

    def _told(self, cara: str, alamat: str, badan: Badan | None) -> Jawaban:
        """The answer to a question: one that is lost may be asked again."""
        try:
            return self._line.ask(Permintaan(cara, alamat, badan, KATA))
        except JawabanHilang:
            raise unheard() from None

    def _state(self, answer: Jawaban, nik: str) -> pengguna.Pengguna:
        told = fields(answer.isi)
        found = pengguna.read(told.get("status"), told.get("status_code"))
        if not found.keadaan and not (answer.baik and "status" in told):
            odd(answer, self._secrets(nik))
        return found

    def _secrets(self, *those: str) -> tuple[str, ...]:
        return (*those, self._at.sandi)
