"""The binding child: one dossier, within its limits, and then it is over."""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path
from typing import Any

from pikepdf import PikepdfError

from service.adapters.jilid import sambung
from service.adapters.jilid.pesanan import unpacked
from service.domain.refusals import Refusal, Unavailable

TERLALU_BERAT = 3  # the exit code where the memory did not do


def main(out: Path, memory: int, output: int, seconds: int) -> None:
    """Bind what standard input asks for; say on standard output how that went."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (output, output))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.stdout.write(json.dumps(_answer(sys.stdin.buffer.read(), out)))


def _answer(asked: bytes, out: Path) -> dict[str, Any]:
    try:
        return {"halaman": sambung.bind(unpacked(asked), out)}
    except Refusal as refusal:
        return {"tolak": str(refusal)}
    except Unavailable as away:
        return {"gagal": str(away), "tetap": away.permanent}
    except (PikepdfError, OSError, RuntimeError) as failure:
        return {"gagal": f"Berkas belum terjilid: {failure}", "tetap": False}


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), *map(int, sys.argv[2:5]))
    except MemoryError:
        sys.exit(TERLALU_BERAT)
