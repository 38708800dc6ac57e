"""What is no bag, and what would fill the disk."""

from __future__ import annotations

from service.domain.refusals import Refusal

TERBANYAK = 200_000  # files
SELALU = 1 << 30  # bytes that any ZIP may unfold to
LIPAT = 50  # times its own size, beyond that


class TasTidakTerbaca(Refusal):
    """Neither a folder nor a ZIP."""

    def __init__(self, nama: str) -> None:
        super().__init__(
            f"{nama} bukan folder dan bukan ZIP yang dapat dibuka, jadi tidak dapat diperiksa "
            "sebagai tas."
        )


class TasMencurigakan(Refusal):
    """No bag of an office looks like that."""

    def __init__(self, sebab: str) -> None:
        super().__init__(f"Tas ini tidak dibuka: {sebab}. Tidak ada isinya yang dibaca.")


def need_sane(banyak: int, isi: int = 0, ukuran: int = 0) -> None:
    """Refuse what unfolds beyond measure."""
    if banyak > TERBANYAK:
        raise TasMencurigakan(f"memuat {banyak} file, lebih dari {TERBANYAK}")
    if isi > max(SELALU, LIPAT * ukuran):
        raise TasMencurigakan(f"akan mengembang dari {ukuran} menjadi {isi} bita")
