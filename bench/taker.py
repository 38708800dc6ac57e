"""One taker of numbers: `python -m bench.taker N HOW_MANY`."""

from __future__ import annotations

import os
import random
import sys

from service import house as houses
from service.adapters.clock import new_id
from service.config import Settings
from service.domain.nomor import Buku


class ChangedMind(Exception):
    """The officer changed their mind: the number goes back."""


def main(n: int, many: int) -> None:
    """Draw numbers, now and then rolled back."""
    house = houses.build(Settings.from_env())
    book, dice = Buku("uji", "sk", 2026), random.Random(n)
    with house.ledger.begin() as tx:
        tx.draw(Buku("uji", f"pemanasan_{n}", 2026), new_id())
    print("siap", flush=True)
    sys.stdin.readline()
    done = 0
    while done < many:
        try:
            with house.ledger.begin() as tx:
                tx.draw(book, new_id())
                if dice.random() < 0.1:
                    raise ChangedMind
            done += 1
        except ChangedMind:
            continue


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
    os._exit(0)  # a hundred interpreters tidying up would be measured instead of the book
