"""The sample home beside the real one: played on request, looked round in, and gone again."""

from __future__ import annotations

from dataclasses import dataclass

from service.domain.refusals import Refusal

KOSONG = "kosong"
DIMINTA = "diminta"
DIMAINKAN = "dimainkan"
MENYALA = "menyala"
GAGAL = "gagal"
DIHAPUS = "dihapus"
SEMUA = "semua"


@dataclass(frozen=True)
class RumahContoh:
    """How the sample home stands."""

    keadaan: str = KOSONG
    langkah: int = 0  # steps played so far
    sebab: str = ""  # why it came to nothing
    port: int = 0  # where its pages stand
    kunci: str = ""  # opens its door to whoever may look round in it

    @property
    def bergerak(self) -> bool:
        """Whether it will stand otherwise in a while, by itself."""
        return self.keadaan in (DIMINTA, DIMAINKAN, DIHAPUS)


class BukanInstansiPaket(Refusal):
    """An agency that no pack describes cannot be played."""

    status = 422

    def __init__(self, kode: str) -> None:
        super().__init__(f"Tidak ada instansi {kode} yang dapat dijadikan contoh.")


class ContohSudahAda(Refusal):
    """One sample home at a time."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Rumah contoh sudah ada atau sedang disusun. Hapus dahulu bila ingin yang lain. "
            "Tidak ada yang diubah."
        )


class ContohTidakAda(Refusal):
    """There is nothing to take away."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Tidak ada rumah contoh. Tidak ada yang dihapus.")


def may_ask(now: RumahContoh, instansi: str, known: list[str]) -> tuple[str, ...]:
    """The agencies to be played; a Refusal where that cannot be."""
    if now.keadaan != KOSONG:
        raise ContohSudahAda
    if instansi == SEMUA:
        return tuple(known)
    if instansi not in known:
        raise BukanInstansiPaket(instansi)
    return (instansi,)


def may_drop(now: RumahContoh) -> None:
    """A Refusal where there is none."""
    if now.keadaan == KOSONG:
        raise ContohTidakAda
