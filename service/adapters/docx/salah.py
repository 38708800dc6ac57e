"""Why a paper was not filled, told to whoever asked for it."""

from __future__ import annotations

from service.domain.refusals import Refusal


class TemplateSalah(Refusal):
    """The template cannot be filled; says where and why."""


class IsianTidakSah(Refusal):
    """A value holds characters that no paper can print."""

    def __init__(self, ruas: str) -> None:
        super().__init__(
            f"Isian {ruas} memuat tanda yang tidak dapat dicetak. "
            "Ketik ulang isian itu, jangan menyalinnya dari program lain."
        )


class GambarSalah(Refusal):
    """A picture cannot be printed."""

    def __init__(self, ruas: str) -> None:
        self.ruas = ruas
        super().__init__(
            f"Gambar pada isian {ruas} tidak dapat dibaca. "
            "Simpan ulang sebagai PNG atau JPEG, lalu unggah lagi."
        )
