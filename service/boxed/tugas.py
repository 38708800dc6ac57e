"""What may be asked of a file in the box, by name."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import Any, BinaryIO

from service.boxed.lihat import Lihat
from service.domain.batas import Batas

TERLALU_BERAT = 3  # the exit code of a reader that ran out of memory


def warm() -> None:
    """Load every reader, so that no file waits for it."""
    for _, module in TUGAS.values():
        import_module(module)


def carry_out(told: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    """The answer to one errand, a part at a time."""
    work, _ = TUGAS[told["tugas"]]
    return work(told, file)


def _look(told: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed import pengenal

    lihat = Lihat(Batas(**told["batas"]))
    pengenal.look(file, told["nama"], lihat)
    return [json.dumps(lihat.told()).encode()]


def _kind(_: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed import pengenal

    return [pengenal.kind(file).encode()]


def _picture(told: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed import rupa

    return [rupa.picture(file, int(told["halaman"]), int(told["lebar"]))]


def _member(told: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed import anggota

    return anggota.member(file, told["nama"], int(told["n"]))


def _rows(_: Mapping[str, Any], file: BinaryIO) -> Iterable[bytes]:
    from service.boxed import tabel

    return [json.dumps(tabel.rows(file)).encode()]


TUGAS: dict[str, tuple[Callable[[Mapping[str, Any], BinaryIO], Iterable[bytes]], str]] = {
    "lihat": (_look, "service.boxed.pengenal"),
    "jenis": (_kind, "service.boxed.pengenal"),
    "rupa": (_picture, "service.boxed.rupa"),
    "anggota": (_member, "service.boxed.anggota"),
    "tabel": (_rows, "service.boxed.tabel"),
}
