"""Who acts: the columns of actors as pelaksana, and the marks that stand in them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from service.domain.sop.impor_bentuk import Isian
from service.domain.sop.impor_kata import alike, key, letters
from service.domain.sop.impor_kepala import Kepala
from service.domain.wewenang import PERAN

YA, TIDAK = "ya", "tidak"
_SURAT = {"y": YA, "ya": YA, "yes": YA, "t": TIDAK, "tidak": TIDAK, "tdk": TIDAK, "no": TIDAK}
# Letters and shapes that say: this one acts here.
_TANDA = re.compile(
    r"[vx√✓✔☑✗✘☒●○◯•■□▢▣▭▯◻◼⬜⬛▬◆◇◊♦⬦⬥⬠⬟⌂⬭⬬☐*]+|\(\s*\)|/\\|<\s*>|\[\s*\]|mulai|selesai|start|end",
    re.IGNORECASE,
)
_BELAH = re.compile(r"[◆◇◊♦⬦⬥]|/\\|<\s*>")
# What a name holds says whose work it is, the first that fits; each is our reading of a name.
_KATA = (
    ("tim_pertimbangan", ("pertimbangan",)),
    ("atasan_ppid", ("atasan", "pengarah", "kepala dinas", "kepala biro", "kepala badan")),
    ("atasan_ppid", ("sekretaris jenderal", "sekretaris daerah", "direktur", "pimpinan")),
    ("pengelola_arsip", ("arsip", "dokumentasi", "arsiparis")),
    ("ppid_pelaksana", ("ppid pelaksana", "ppid pembantu")),
    ("tim_sekretariat", ("sekretariat", "pelayanan informasi", "sekretaris")),
    ("ppid", ("ppid utama", "ppid")),
    ("unit", ("unit", "satminkal", "pendukung", "kasubbag", "kepala seksi", "kasi", "bidang")),
    ("petugas", ("petugas", "staf", "loket", "front office")),
)


@dataclass(frozen=True)
class Orang:
    """One column of actors, as it goes into the draft."""

    id: str
    sebutan: str
    peran: str
    kelompok: str = ""
    pasti: bool = False  # the peran is called the same


def actors(head: Kepala) -> dict[int, Orang]:
    """Every column of actors by its place; two of one name are one actor."""
    found, taken = dict[int, Orang](), dict[str, Orang]()
    for at in head.pelaksana:
        lajur = head.lajur[at]
        if lajur.sebutan in taken:
            found[at] = taken[lajur.sebutan]
            continue
        peran, sure = _peran(lajur.sebutan)
        id_ = key(lajur.sebutan) or f"kolom_{at + 1}"
        while id_ in {one.id for one in found.values()}:
            id_ = f"{id_[:36]}_{at + 1}"
        found[at] = Orang(id_, lajur.sebutan, peran, lajur.kelompok, sure)
        if lajur.sebutan:
            taken[lajur.sebutan] = found[at]
    return found


def _peran(sebutan: str) -> tuple[str, bool]:
    for peran, called in PERAN.items():
        if letters(sebutan) == letters(called):
            return peran, True
    words = sebutan.lower()
    for peran, parts in _KATA:
        if any(re.search(rf"\b{one}", words) for one in parts):
            return peran, False
    near = max(PERAN, key=lambda peran: alike(sebutan, [letters(PERAN[peran])], 0.7))
    return (near, False) if alike(sebutan, [letters(PERAN[near])], 0.7) else ("", False)


def assign(rows: Sequence[Isian], who: Mapping[int, Orang]) -> None:
    """Give each row its actors, as far as marks or its own sentence tell."""
    branching = any(letter(one) == TIDAK for row in rows for one in row.tanda.values())
    for row in rows:
        acting = [at for at, one in row.tanda.items() if not (branching and letter(one))]
        row.pelaksana = tuple(dict.fromkeys(who[at].id for at in acting))
        odd = [row.tanda[at] for at in acting if not _sure(row.tanda[at])]
        if odd:
            row.doubt("pelaksana", f"tanda {', '.join(odd)} kurang jelas")
        if len(row.pelaksana) > 1:
            row.doubt(
                "pelaksana",
                "lebih dari satu pelaksana bertanda; pindahkan yang hanya ikut ke bersama",
            )
        if not row.pelaksana:
            _by_words(row, who)


def letter(tanda: str) -> str:
    """What a letter in a column of actors says of a decision; '' where it is none."""
    return _SURAT.get(tanda.lower().strip(" .()"), "")


def diamond(row: Isian) -> bool:
    """Whether a decision is drawn in the row."""
    return any(_BELAH.search(one) for one in row.tanda.values())


def _sure(tanda: str) -> bool:
    return bool(letter(tanda)) or all(
        _TANDA.fullmatch(one) for one in re.findall(r"\(\s*\)|\S+", tanda)
    )


def _by_words(row: Isian, who: Mapping[int, Orang]) -> None:
    """A sentence that begins with the name of an actor says who acts."""
    begins = row.kegiatan.lower()
    for one in who.values():
        parts = [one.sebutan, *re.split(r"\s*/\s*", one.sebutan)]
        if any(
            len(part) > 3 and re.match(rf"{re.escape(part.lower())}\b", begins) for part in parts
        ):
            row.pelaksana = (one.id,)
            row.doubt("pelaksana", "pelaksana dibaca dari awal kalimat kegiatan, bukan dari bagan")
            return
    row.doubt("pelaksana", "pelaksana tidak bertanda; isi menurut bagan pada sumber")
