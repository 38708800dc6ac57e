"""The labels of the block above an SOP table, however they are spelt."""

from __future__ import annotations

import re

from service.domain.sop.impor_kata import alike, letters, one_line

DAFTAR = ("dasar_hukum", "kualifikasi", "keterkaitan", "peralatan", "peringatan", "pencatatan")
_LABEL: dict[str, tuple[str, ...]] = {
    "nomor": ("nomor sop", "no sop", "nomor", "no. sop ap", "nomor sop ap"),
    "dibuat": ("tanggal pembuatan", "tgl pembuatan", "tgl. pembuatan", "tanggal dibuat"),
    "direvisi": ("tanggal revisi", "tgl revisi", "tgl. revisi"),
    "efektif": ("tanggal efektif", "tgl efektif", "tgl. efektif", "tanggal berlaku"),
    "disahkan": ("tanggal pengesahan", "tgl pengesahan", "tgl. pengesahan", "tanggal disahkan"),
    "pengesah": ("disahkan oleh",),
    "nama": ("nama sop", "judul sop", "nama sop ap"),
    "dasar_hukum": ("dasar hukum",),
    "kualifikasi": ("kualifikasi pelaksana", "kualifikasi pelaksanaan"),
    "keterkaitan": ("keterkaitan sop", "keterkaitan", "keterkaitan dengan sop lain"),
    "peralatan": (
        "peralatan/perlengkapan",
        "peralatan / perlengkapan",
        "peralatan dan perlengkapan",
        "peralatan",
    ),
    "peringatan": ("peringatan",),
    "pencatatan": (
        "pencatatan dan pendataan",
        "pencatatan & pendataan",
        "pencatatan/pendataan",
        "pencatatan",
    ),
}
_MIRIP = {name: tuple(letters(one) for one in words) for name, words in _LABEL.items()}
# Words that may also begin a sentence need their colon.
_PERLU_TITIK_DUA = frozenset({"nomor", "peringatan", "pencatatan", "keterkaitan", "peralatan"})


def label(line: str) -> tuple[str, str]:
    """The field that a line names, and what stands behind the name; ('', line) where none."""
    clean = one_line(line).strip("*_ ")
    before, colon, after = clean.partition(":")
    if len(before) <= 40 and (name := _named(before)):
        return name, after.strip() if colon else ""
    lower = clean.lower()
    for name, words in _LABEL.items():
        for one in sorted(words, key=len, reverse=True):
            rest = clean[len(one) :]
            told = name not in _PERLU_TITIK_DUA or one in ("nomor sop", "no sop")
            if lower.startswith(one) and re.match(r"\s", rest) and told:
                return name, rest.strip()
    return "", line


def _named(words: str) -> str:
    plain = letters(words)
    for name, known in _MIRIP.items():
        if plain in known:
            return name
    if len(plain) < 8:
        return ""
    best = max(_MIRIP, key=lambda name: alike(words, _MIRIP[name], 0.86))
    return best if alike(words, _MIRIP[best], 0.86) else ""
