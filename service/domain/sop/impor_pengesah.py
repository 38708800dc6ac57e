"""Who signs an SOP: the one who sets it in force, and the three-party table below the rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.domain.sop.identitas import Pengesah
from service.domain.sop.impor_bentuk import Kotak
from service.domain.sop.impor_kata import mended, one_line

_NIP = re.compile(r"\bNIP\b[.: ]*([\d ]{8,24}\d)|^(\d{8} ?\d{6} ?\d ?\d{3})$", re.IGNORECASE)
_PANGKAT = re.compile(r"^(?:pembina|penata|pengatur|juru)\b", re.IGNORECASE)
_JABATAN = re.compile(
    r"^(?:plt\.?|plh\.?|a\.n\.?)?\s*(?:kepala|sekretaris|direktur|ketua|gubernur|bupati|wali|camat"
    r"|menteri|asisten|analis|koordinator|inspektur|rektor|pejabat)",
    re.IGNORECASE,
)
_TANDA_TANGAN = re.compile(
    r"^(?:disusun|disiapkan|dibuat|diperiksa|diusulkan|disetujui|diketahui|ditetapkan|disahkan)\b"
    r".*\boleh\b",
    re.IGNORECASE,
)


def signer(lines: Sequence[str], sebagai: str = "") -> tuple[Pengesah, list[str]]:
    """Who signs, a post, a name, a rank and a number told apart by their look; and what is left."""
    rest = list[str]()
    jabatan, nama, pangkat, nip = list[str](), "", "", ""
    for written in (clean for one in lines if (clean := one_line(one).strip("*_ ,"))):
        number = _NIP.search(written)
        if number:
            nip = " ".join((number[1] or number[2]).split())
        line = written[: number.start()].strip(" ,") if number else written
        post = bool(_JABATAN.match(line)) or (bool(jabatan) and not nama and _place(line))
        if not line or set(line) <= set("._- ttd"):
            continue
        if _PANGKAT.match(line):
            pangkat = line
        elif post:
            jabatan.append(line)
        elif not nama:
            nama = line
        elif sebagai and not jabatan:  # below a name stands a post, whatever it is called
            jabatan.append(line)
        else:
            rest.append(line)
    return Pengesah(nama, " ".join(jabatan), nip, pangkat, sebagai), rest


def _place(line: str) -> bool:
    return bool(
        re.match(r"(?:kota|kabupaten|provinsi|republik|kementerian)\b", line, re.IGNORECASE)
    )


def signers(rows: list[list[Kotak]]) -> list[Pengesah]:
    """The table below: drawn up, checked, agreed to, each in a column of its own."""
    start = next(
        (n for n, row in enumerate(rows) if any(_TANDA_TANGAN.match(one_line(c.isi)) for c in row)),
        None,
    )
    if start is None:
        return []
    found = []
    for at, cell in enumerate(rows[start]):
        if cell.baru and cell.tepi and _TANDA_TANGAN.match(one_line(cell.isi)):
            first, *rest = mended(cell.isi).strip().split("\n")
            below = [line for row in rows[start + 1 :] for line in _cell(row, at)]
            found.append(signer([*rest, *below], one_line(first))[0])
    return found


def _cell(row: Sequence[Kotak], at: int) -> list[str]:
    return mended(row[at].isi).split("\n") if row[at].baru else []
