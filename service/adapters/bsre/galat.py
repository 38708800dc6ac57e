"""From an answer over HTTP that brings no paper to what the signer is told."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NoReturn

from service.adapters.bsre.kirim import Jawaban
from service.domain.esign.galat import PerluDicek, is_for_signer, refusal, says_no, trouble
from service.domain.refusals import Unavailable

TERPUTUS = (502, 504, *range(520, 528))  # somebody in between waited for the service in vain
_KOSONG = "Layanan tanda tangan menjawab tanpa naskah."
_ANEH = "Layanan tanda tangan menjawab dengan bentuk yang tidak dikenal."
_HILANG = "Naskah sudah terkirim, tetapi jawaban layanan tanda tangan tidak sampai utuh."


def fields(isi: bytes) -> Mapping[str, object]:
    """The fields of an answer in JSON, whatever kind it says it is; none where it is none."""
    try:
        told = json.loads(isi)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def refused(jawaban: Jawaban, rahasia: Iterable[str]) -> NoReturn:
    """Raise what an answer says that is an error."""
    told = fields(jawaban.isi)
    if is_for_signer(jawaban.kode, told):
        raise refusal(jawaban.kode, told, rahasia)
    raise trouble(jawaban.kode)


def unsigned(jawaban: Jawaban, rahasia: Iterable[str], id_dokumen: str = "") -> NoReturn:
    """Raise what an answer says that should have brought a signed paper, and did not."""
    told = fields(jawaban.isi)
    if jawaban.kode in TERPUTUS and not is_for_signer(jawaban.kode, told):
        raise lost(id_dokumen)
    if not jawaban.baik or says_no(told):
        refused(jawaban, rahasia)
    raise PerluDicek(_ANEH if jawaban.isi.strip() else _KOSONG, id_dokumen=id_dokumen)


def lost(id_dokumen: str = "", kembali: Path | None = None) -> PerluDicek:
    """What is said where the answer to a paper was lost."""
    return PerluDicek(_HILANG, id_dokumen=id_dokumen, kembali=kembali)


def odd(jawaban: Jawaban, rahasia: Iterable[str]) -> NoReturn:
    """Raise what an answer says that should have answered a question, and did not."""
    if not jawaban.baik or says_no(fields(jawaban.isi)):
        refused(jawaban, rahasia)
    raise Unavailable(f"{_ANEH} Tidak ada yang ditandatangani; coba lagi nanti.")


def unheard() -> Unavailable:
    """What is said where only a question was asked: it may be asked again."""
    return Unavailable(
        "Jawaban layanan tanda tangan tidak sampai. Tidak ada yang ditandatangani; coba lagi nanti."
    )
