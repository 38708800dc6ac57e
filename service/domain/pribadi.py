"""Which papers say who a request or an objection is from: their text is not for every officer."""

from __future__ import annotations

from collections.abc import Mapping

from service.domain.ruas import BERKAS, Pasangan
from service.domain.ruas_baku import empty

_ORANG = ("pemohon", "alamat", "pekerjaan", "kontak", "kuasa")
PRIBADI = frozenset(
    {"surat.pengirim", *(f"{of}.{what}" for of in ("permohonan", "keberatan") for what in _ORANG)}
)


def says_who(kind: Pasangan | None, isian: Mapping[str, object]) -> bool:
    """Whether who asked may be read in a paper with these isian; so it is where nobody can tell."""
    if kind is None:
        return True
    asked = (one for one in kind.ruas if one.asal == BERKAS and one.isi in PRIBADI)
    return any(not empty(isian.get(one.nama)) for one in asked)
