"""Draws numbers as an approval does: `python -m tests.fault.pengambil ZONA UNTUK…`."""

from __future__ import annotations

import os
import sys

from service import house as houses
from service.acts.nomor import ambil
from service.config import Settings
from service.domain.catatan import MESIN, Catatan
from service.domain.instansi import Instansi
from service.domain.kalender import Kalender
from service.domain.refusals import Unavailable
from service.domain.seri import Seri


def main(zona: str, *untuk: str) -> None:
    """One line for each: its place, its book and its date, or the sentence that refused it."""
    house = houses.build(Settings.from_env())
    instansi = Instansi("uji", "Uji", zona=zona, seri=(Seri("sk", "SK", "{NOMOR}/{TAHUN}"),))
    for one in untuk:
        now = house.clock.now()
        minta = ambil.Minta("sk", one, Kalender(zona=zona).tanggal(now))
        try:
            with house.ledger.begin() as tx:
                found = ambil.take(house, tx, instansi, minta)
                tx.note(Catatan("uji", MESIN, "nomor_diambil", now, one))
            sys.stdout.write(f"{found.urut}|{found.buku}|{found.tanggal}\n")
        except Unavailable as no:
            sys.stdout.write(f"{no}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
    sys.stdout.flush()
    os._exit(0)
