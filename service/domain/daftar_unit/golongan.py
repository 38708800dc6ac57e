"""The kind of information that a bar between rows, or a cell of its own column, names."""

from __future__ import annotations

import re
from functools import lru_cache

from service.domain.daftar_unit.kata import polos, tanpa_awalan

BERKALA, SERTA_MERTA, SETIAP_SAAT = "berkala", "serta_merta", "setiap_saat"
DIKECUALIKAN = "dikecualikan"
SEMUA = (BERKALA, SERTA_MERTA, SETIAP_SAAT, DIKECUALIKAN)

_KATA = {
    BERKALA: re.compile(r"\bberkala\b"),
    SERTA_MERTA: re.compile(r"\bserta ?merta\b"),
    SETIAP_SAAT: re.compile(r"\bse(?:tiap|wak?tu) ?saat\b"),
    DIKECUALIKAN: re.compile(r"\b(?:di)?kecuali(?:kan)?\b"),
}
_SINGKAT = {
    "b": BERKALA,
    "ib": BERKALA,
    "sm": SERTA_MERTA,
    "ism": SERTA_MERTA,
    "ss": SETIAP_SAAT,
    "iss": SETIAP_SAAT,
    "dik": DIKECUALIKAN,
}
_TERTUTUP = re.compile(r"\b(?:dikecualikan|pengecualian)\b")
_TIDAK = re.compile(r"\b(?:tidak termasuk|selain|di luar|bukan)\b")
_BILAH = re.compile(
    r"(?:daftar )?(?:informasi|wajib|kategori|golongan|kelompok|klasifikasi|jenis)\b.{0,90}"
    r"|(?:secara )?(?:berkala|serta ?merta|setiap saat|dikecualikan)"
)


@lru_cache(maxsize=5_000)
def named(text: str) -> tuple[str, ...]:
    """The kinds that these words name; several where they leave it open."""
    words = polos(text)
    if words in _SINGKAT:
        return (_SINGKAT[words],)
    return tuple(kind for kind, found in _KATA.items() if found.search(words))


@lru_cache(maxsize=5_000)
def bar(text: str, *, bernomor: bool = False) -> str:
    """The kind that a bar between rows announces; '' where the words are none.

    `bernomor`: a number of a line stands before them, so they may be the title of one.
    """
    if len(text) > 140:
        return ""
    words = polos(tanpa_awalan(text))
    plain = _BILAH.fullmatch(words) is not None
    if _TERTUTUP.search(words) and not _TIDAK.search(words) and (plain or not bernomor):
        return DIKECUALIKAN  # where it is doubtful, what stands below is not for the public
    if not plain:
        return ""
    found = named(words)
    return found[0] if len(found) == 1 else ""
