"""Whether there is a house to work in."""

from __future__ import annotations

from service.domain.refusals import Refusal


class BelumAdaRumah(Refusal):
    """Nothing was made here yet; whoever keeps the house in another folder has to say so."""

    def __init__(self) -> None:
        super().__init__(
            "Di sini belum ada rumah Berkas: ./berkas run membuat yang baru, ./berkas restore FILE "
            "memulihkan cadangan, dan rumah di folder lain disebut dengan BERKAS_HOME."
        )
