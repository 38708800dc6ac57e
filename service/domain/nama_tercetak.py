"""By which printed names the place of a signature is found on a paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from service.domain.ruas import PEJABAT, Pasangan


def candidates(
    kind: Pasangan, isian: Mapping[str, Any], peran: str, people: Iterable[str]
) -> list[str]:
    """The most certain first: who the paper names for that peran, then who holds it here."""
    first = kind.penandatangan[:1] == (peran,)
    printed = [
        str(value["nama"])
        for one in kind.ruas
        if one.jenis == PEJABAT
        and (one.isi == peran or (first and not one.isi))
        and isinstance(value := isian.get(one.nama), Mapping)
        and value.get("nama")
    ]
    return list(dict.fromkeys((*printed, *people)))
