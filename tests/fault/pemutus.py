"""A process of its own in which one person decides about what came back.

`python -m tests.fault.pemutus FOLDER LEDGER NAMA APA`: says that it is ready, decides once it is
told to, and says how it ended.
"""

from __future__ import annotations

import sys
from pathlib import Path

from service.acts.kembali import putus, tertahan
from service.acts.kembali.putus import TANPA_AKUN, Putusan
from service.domain.refusals import Refusal
from tests.fault import naskah
from tests.office import open_house

TERIMA, TOLAK = "terima", "tolak"
MENANG = "menang"


def tell(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main(folder: str, ledger: str, nama: str, apa: str) -> None:
    with open_house(Path(folder), ledger) as house:
        who = naskah.who(house, nama)
        ((one,), _) = tertahan.waiting(house, who, 0, 9)
        seen = tertahan.read(house, who, one.kembalian.id)
        oleh = {place.id: TANPA_AKUN for place in seen.tempat} if apa == TERIMA else {}
        said = Putusan(one.kembalian.id, seen.sidik, f"Alasan {nama}.", oleh)
        tell("siap")
        sys.stdin.readline()
        try:
            (putus.accept if apa == TERIMA else putus.refuse)(house, who, said)
            tell(MENANG)
        except Refusal as no:
            tell(f"{type(no).__name__} {no}")


if __name__ == "__main__":
    main(*sys.argv[1:])
