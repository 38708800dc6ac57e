"""One who signs at BSrE, in a process of its own that a test ends without mercy."""

from __future__ import annotations

import json
import sys

from service import house as houses
from service.acts.orang.hadir import present
from service.acts.ttd import tandatangani
from service.acts.ttd.tandatangani import Diminta
from service.config import Settings
from service.domain.frasa_sandi import FrasaSandi
from service.domain.orang import Orang


def main() -> None:
    """What is asked, and the passphrase, come by a pipe: arguments are seen by everybody."""
    told = json.load(sys.stdin)
    house = houses.build(Settings.from_env())
    with house.ledger.read() as reading:
        oleh = present(reading, reading.get(Orang, told.pop("orang")), house.clock.now())
    with FrasaSandi(told.pop("frasa")) as frasa:
        tandatangani.sign(house, oleh, Diminta(**told), frasa)


if __name__ == "__main__":
    main()
