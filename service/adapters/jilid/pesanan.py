"""What the binding child is asked for, as it goes over the wire."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from service.domain.dossier.isi import Asal, Bagian, Dossier, Sampul


@dataclass(frozen=True)
class Pesanan:
    """A dossier, the PDFs its papers are bound from (None: a page that says why not), and the
    files to attach by their sha256."""

    dossier: Dossier
    halaman: tuple[Path | None, ...]
    asli: Mapping[str, Path]


def packed(dossier: Dossier, halaman: Sequence[str | None], asli: Mapping[str, str]) -> bytes:
    """As the child reads it; the paths are those inside."""
    return json.dumps({"dossier": asdict(dossier), "halaman": halaman, "asli": asli}).encode()


def unpacked(told: bytes) -> Pesanan:
    """What was asked for."""
    held: dict[str, Any] = json.loads(told)
    return Pesanan(
        _dossier(held["dossier"]),
        tuple(Path(one) if one else None for one in held["halaman"]),
        {sha: Path(path) for sha, path in held["asli"].items()},
    )


def _dossier(held: dict[str, Any]) -> Dossier:
    sampul = held["sampul"]
    return Dossier(
        Sampul(
            sampul["judul"],
            sampul["sebutan"],
            tuple((label, value) for label, value in sampul["baris"]),
            tuple(sampul["kurang"]),
            sampul["kepala"],
        ),
        tuple(_bagian(one) for one in held["bagian"]),
        tuple(Asal(**one) for one in held["lampiran"]),
        held["bolak_balik"],
    )


def _bagian(held: dict[str, Any]) -> Bagian:
    own: Callable[..., Asal] = Asal
    told = {
        "asal": own(**held["asal"]) if held["asal"] else None,
        "baris": tuple((label, value) for label, value in held["baris"]),
    }
    return Bagian(**{**held, **told})
