"""Decisions, as far as letters, shapes and words show them; every one is a proposal."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from service.domain.sop.bentuk import BERIKUT
from service.domain.sop.impor_bentuk import Isian
from service.domain.sop.impor_pelaksana import TIDAK, YA, Orang, diamond, letter

_KEMBALI = re.compile(
    r"\b(?:di\s?kembalikan|kembali(?:kan)? ke(?:pada)?|di\s?ulang|diperbaiki kembali)\b",
    re.IGNORECASE,
)
_SYARAT = re.compile(
    r"\b(?:apabila|jika|bila|kalau)\b[^.;]*\b(?:belum|tidak|kurang)\b", re.IGNORECASE
)
_YA_TIDAK = re.compile(r"\bya\b.{0,60}\btidak\b", re.IGNORECASE | re.DOTALL)


def propose(rows: Sequence[Isian], who: Mapping[int, Orang]) -> None:
    """Give rows the branches that their source shows, each marked as our reading."""
    deciding = any(letter(one) == TIDAK for row in rows for one in row.tanda.values())
    for n, row in enumerate(rows):
        said = {at: letter(one) for at, one in row.tanda.items() if deciding and letter(one)}
        text = f"{row.kegiatan} {row.keterangan}"
        if TIDAK in said.values():
            _by_letters(rows, n, said, who)
        elif said:
            row.doubt("", "huruf Y di kolom pelaksana dibaca sebagai arah panah dari langkah lain")
        elif _KEMBALI.search(text) and _SYARAT.search(text):
            _back(rows, n, "sesuai", "kembali", _named(row, rows[:n], who), "dari kalimatnya")
        elif _YA_TIDAK.search(row.keterangan) or _KEMBALI.search(text):
            _back(rows, n, YA, TIDAK, _named(row, rows[:n], who), "dari kalimatnya")
        elif diamond(row):
            row.doubt(
                "",
                "ada belah ketupat (keputusan), tetapi arahnya tidak tertulis; tambahkan cabang, "
                'misalnya cabang = { ya = "berikut", tidak = "1" }',
            )


def _by_letters(
    rows: Sequence[Isian], n: int, said: Mapping[int, str], who: Mapping[int, Orang]
) -> None:
    at = next(at for at, one in said.items() if one == TIDAK)
    target = who[at].id
    goal = next((m for m in range(n - 1, -1, -1) if target in rows[m].pelaksana), None)
    _back(rows, n, YA, TIDAK, goal, f"dari huruf Y/T; T berada di kolom {who[at].sebutan}")


def _named(row: Isian, before: Sequence[Isian], who: Mapping[int, Orang]) -> int | None:
    """The last earlier row of the actor to whom it is sent back, where one is named."""
    found = re.search(r"kembali(?:kan)?\s+ke(?:pada)?\s+(.{3,80})", row.kegiatan, re.IGNORECASE)
    if not found:
        return None
    words = found[1].lower()
    for one in who.values():
        if one.sebutan and words.startswith(one.sebutan.lower()):
            return next(
                (m for m in range(len(before) - 1, -1, -1) if one.id in before[m].pelaksana), None
            )
    return None


def _back(
    rows: Sequence[Isian], n: int, good: str, bad: str, goal: int | None, whence: str
) -> None:
    row = rows[n]
    if n == 0:
        row.doubt("", f"keputusan dibaca {whence}, tetapi tidak ada langkah sebelumnya; isi cabang")
        return
    sure = "" if goal is not None else "; tujuannya belum pasti, diusulkan langkah sebelumnya"
    place = n - 1 if goal is None else goal
    row.cabang = {good: BERIKUT, bad: str(place + 1)}
    row.doubt("cabang", f"keputusan diusulkan {whence}{sure}")
