"""The words of a PowerPoint file, slide by slide."""

from __future__ import annotations

from typing import Any

from service.boxed.lihat import Lihat
from service.boxed.paket import Paket


def read(paket: Paket, utama: str, lihat: Lihat) -> None:
    """Text slide by slide; slides and notes that an audience does not see are told of."""
    parts = {one.id: one.sasaran for one in paket.kaitan(utama) if not one.luar}
    for one in paket.bagian.xml(utama).iter("{*}sldId"):
        slide = next((v for k, v in one.attrib.items() if k.endswith("}id")), "")
        part = parts.get(slide, "")
        if not paket.bagian.has(part):
            continue
        lihat.halaman += 1
        root = paket.bagian.xml(part)
        if root.get("show") in ("0", "false"):
            lihat.temukan("slide_tersembunyi", f"slide {lihat.halaman}")
        notes = paket.part(part, "notesSlide")
        if notes and _words(paket.bagian.xml(notes)).strip("0123456789\n "):
            lihat.temukan("catatan_pembicara", f"slide {lihat.halaman}")
        if paket.part(part, "comments"):
            lihat.temukan("komentar", f"slide {lihat.halaman}")
        lihat.tulis(_words(root))


def _words(root: Any) -> str:
    lines = ("".join(t.text or "" for t in p.iter("{*}t")) for p in root.iter("{*}p"))
    return "\n".join(line for line in lines if line)
