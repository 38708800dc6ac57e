"""Measures as Prometheus reads them: a name, its kind, and a value for each set of labels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

HITUNGAN, TAKARAN = "counter", "gauge"
Label = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Ukuran:
    """One measure; its labels name states and routes, never a person or a matter."""

    nama: str
    kata: str
    jenis: str = TAKARAN
    nilai: Mapping[Label, float] = field(default_factory=dict)


def one(nama: str, kata: str, nilai: float | None) -> Ukuran:
    """A measure without labels; without a value, where it is not known."""
    return Ukuran(nama, kata, nilai={} if nilai is None else {(): nilai})


def written(found: Iterable[Ukuran]) -> str:
    """All of them in the text format, version 0.0.4; what is not known is left out."""
    return "".join(f"{line}\n" for each in found if each.nilai for line in _lines(each))


def _lines(each: Ukuran) -> Iterable[str]:
    yield f"# HELP {each.nama} {each.kata}"
    yield f"# TYPE {each.nama} {each.jenis}"
    for label, nilai in sorted(each.nilai.items()):
        told = ",".join(f'{name}="{_escaped(value)}"' for name, value in label)
        yield f"{each.nama}{{{told}}} {nilai:.10g}" if told else f"{each.nama} {nilai:.10g}"


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
