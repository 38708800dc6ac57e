"""Capital letters for names and titles; degrees keep the letters the law gives them."""

from __future__ import annotations

import re

_DI_DEPAN = "Prof. Dr. dr. drg. drh. Drs. Dra. Ir. Hj. KH. Apt. apt. Ns. Tgk. Ust. Pdt. Rm."
_DEPAN = frozenset(_DI_DEPAN.split())
# Parts of degrees that are not all capitals; those that are stay as they are anyway.
_BAGIAN = (
    "Sos|Si|Pd|Ag|Ked|Kom|Farm|Hum|Kes|Kep|Keb|Pt|Pi|Hut|Psi|Sn|Ak|Tr|Gz|Mat|Stat|Fil|Th|Ars|Ds"
    "|Kn|Sc|Eng|Ec|Dev|Acc|Biomed|Ling|Litt|Env|Phil|Par|Ikom|Li|Pust|Log|Pol|Han|Ma|Md|Rad|An"
    "|Akun|Vet|Or|Sy|Ud|Hi"
)
_BELAKANG = re.compile(
    rf"(?:[SMDABT]|Sp|Ph|LL|Dipl)(?:\.(?:[A-Z]{{1,3}}|{_BAGIAN}))+\.?|Sp\.?|Lc\.?|Psikolog"
)
_KATA = re.compile(r"\S+")


def besar(text: str) -> str:
    """In capitals, degrees left alone: `Dra. CONTOH PEJABAT, M.Si.`."""
    return _KATA.sub(lambda found: _besar(found[0]), text)


def _besar(kata: str) -> str:
    bare = kata.strip("(),;")
    return kata if bare in _DEPAN or _BELAKANG.fullmatch(bare) else kata.upper()
