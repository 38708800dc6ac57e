"""How long information is kept: the seventh element of the legal form, by parts or as written."""

from __future__ import annotations

import re
from dataclasses import dataclass

MUSNAH, PERMANEN, DINILAI = "musnah", "permanen", "dinilai_kembali"
NASIB_AKHIR: dict[str, str] = {
    MUSNAH: "Musnah",
    PERMANEN: "Permanen",
    DINILAI: "Dinilai kembali",
}
_NASIB = (
    (MUSNAH, re.compile(r"(?<!tidak )\b(?:di)?musnah(?:kan)?\b")),
    (PERMANEN, re.compile(r"\bpermanen\b|\bselamanya\b")),
    (DINILAI, re.compile(r"\bdinilai(?: kembali)?\b")),
)
_LAMA = r"(\d{1,3}(?: *\([a-z ]+\))? *(?:tahun|thn|th|bulan|bln))"
# `Aktif: 2 tahun`, `Aktif 2 tahun`, and behind the years: `2 tahun aktif`.
_DEPAN = re.compile(rf"\b(in-?aktif|aktif)\b *[:=]? *{_LAMA}")
_BELAKANG = re.compile(rf"{_LAMA} *(?:\(? *)\b(in-?aktif|aktif)\b")
_SAJA = re.compile(rf"{_LAMA}")


@dataclass(frozen=True)
class Retensi:
    """The years in the office, those in the archive, and what comes after."""

    aktif: str = ""
    inaktif: str = ""
    nasib_akhir: str = ""  # musnah, permanen, dinilai_kembali
    tertulis: str = ""  # as the unit wrote it, where no parts were given

    @property
    def ada(self) -> bool:
        """Whether it says anything."""
        return any((self.aktif, self.inaktif, self.nasib_akhir, self.tertulis))

    @property
    def terukur(self) -> bool:
        """Whether it says how long, in any way."""
        said = self.aktif or self.inaktif or self.nasib_akhir == PERMANEN
        return bool(said) or _SAJA.search(self.tertulis.casefold()) is not None

    @property
    def kata(self) -> str:
        """As it is printed; words of the unit stand as they are."""
        if self.tertulis:
            return self.tertulis
        parts = [
            f"Aktif: {self.aktif}" if self.aktif else "",
            f"Inaktif: {self.inaktif}" if self.inaktif else "",
            NASIB_AKHIR.get(self.nasib_akhir, ""),
        ]
        return "; ".join(filter(None, parts))


def read_retensi(isi: str) -> Retensi:
    """The parts that one cell says plainly; the words themselves are kept beside them."""
    tertulis = " ".join(isi.split())
    kata = tertulis.casefold()
    aktif, inaktif = _years(kata)
    fates = [nasib for nasib, pola in _NASIB if pola.search(kata)]
    return Retensi(aktif, inaktif, fates[0] if len(fates) == 1 else "", tertulis)


def _years(kata: str) -> tuple[str, str]:
    """The years under each name; two ways of reading that disagree say nothing."""
    ways = [
        {name.replace("-", ""): lama for name, lama in _DEPAN.findall(kata)},
        {name.replace("-", ""): lama for lama, name in _BELAKANG.findall(kata)},
    ]
    said = [one for one in ways if one]
    if not said or len(_SAJA.findall(kata)) != max(len(one) for one in said):
        return "", ""
    best = max(said, key=len)
    if len(said) == 2 and len(said[0]) == len(said[1]) and said[0] != said[1]:
        return "", ""
    return best.get("aktif", ""), best.get("inaktif", "")
