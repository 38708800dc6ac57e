"""Whether a bag of ours tells truly what it carries."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from service.domain.tas.isi import ELEKTRONIK
from service.domain.tas.nama import DATA, same, told
from service.domain.tas.periksa import Tampak
from service.domain.tas.unsur import BENTUK, WAJIB


@dataclass(frozen=True)
class Bertanda:
    """A file that is to carry electronic signatures, and what was sent to be signed."""

    tempat: str
    dikirim: tuple[int, str]


def read(content: bytes) -> dict[str, Any] | None:
    """A JSON object; None where it is none."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def is_ours(metadata: Mapping[str, Any] | None) -> bool:
    """Whether Berkas wrote it."""
    return metadata is not None and metadata.get("bentuk") == BENTUK


def rows(metadata: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What is told of each file; nothing where that is no list."""
    some = metadata.get("arsip")
    return [one for one in some if isinstance(one, dict)] if isinstance(some, list) else []


def faults(metadata: Mapping[str, Any], tas: Tampak) -> Iterator[str]:
    """What is told and is not there, is there and is not told, or is told of another file."""
    told_ = {same(str(one.get("file", ""))): one for one in rows(metadata)}
    here = {same(path): one for path, one in tas.file.items() if path.startswith(DATA)}
    for path, one in told_.items():
        if path not in here:
            yield f"{told(path)} hilang: dijelaskan metadata, tetapi tidak ada."
        elif here[path].sidik["sha256"] != one.get("sha256"):
            yield f"{told(path)} bukan file yang dijelaskan metadata: sidiknya lain."
        if lack := [WAJIB[name] for name in WAJIB if name not in one]:
            yield f"Metadata {told(path)} tidak memuat {', '.join(lack)}."
    for path in here.keys() - told_.keys():
        yield f"{told(path)} tidak dijelaskan metadata."


def signed(metadata: Mapping[str, Any]) -> list[Bertanda]:
    """The files whose signatures are looked at."""
    found = list[Bertanda]()
    for one in rows(metadata):
        sent = one.get("dikirim")
        if one.get("tanda_tangan") == ELEKTRONIK and isinstance(sent, dict):
            size, sidik = sent.get("ukuran"), sent.get("sha256")
            if isinstance(size, int) and isinstance(sidik, str):
                found.append(Bertanda(str(one.get("file", "")), (size, sidik)))
    return found
