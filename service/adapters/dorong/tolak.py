"""From an answer that is no success to what the office is told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from service.adapters.dorong.masuk import basic
from service.adapters.dorong.saluran import Jawaban
from service.domain.edisi.tujuan import Tujuan
from service.domain.refusals import Unavailable

T = TypeVar("T")
TERPANJANG = 240  # letters of the words of a site that are repeated
SEMENTARA = frozenset({408, 425, 429})


def refused(tujuan: Tujuan, answer: Jawaban, apa: str) -> Unavailable:
    """Why `apa` did not succeed, and whether trying again can help."""
    kode, situs, told = answer.kode, tujuan.mesin, answer.told
    # WordPress says so, with a 500, of a kind of file that it does not take.
    kind = isinstance(told, dict) and str(told.get("code", "")).startswith("rest_upload")
    if (kode >= 500 and not kind) or kode in SEMENTARA:
        return Unavailable(f"{situs} sedang terganggu (menjawab {kode}) ketika {apa}.")
    said = _words(tujuan, told)
    if kode in (401, 403):
        why = (
            f"{situs} menolak kunci atau hak aksesnya (menjawab {kode}) ketika {apa}. Periksa "
            f"kunci tujuan {tujuan.nama} dan hak akunnya di sana."
        )
    elif kode == 413:
        why = f"{situs} menolak file sebesar itu (menjawab 413) ketika {apa}."
    elif 300 <= kode < 400:
        why = (
            f"{situs} mengalihkan ke alamat lain (menjawab {kode}). Kunci tidak dikirim ke alamat "
            f"lain; tulis alamat yang sebenarnya pada tujuan {tujuan.nama}."
        )
    elif kode == 404:
        why = (
            f"Di {situs} tidak ada yang dicari (menjawab 404) ketika {apa}. Periksa alamat tujuan "
            f"{tujuan.nama}."
        )
    else:
        why = f"{situs} menolak (menjawab {kode}) ketika {apa}."
    return Unavailable(f"{why}{said}", permanent=True)


def each_sent(many: Iterable[T], send: Callable[[T], None]) -> None:
    """Every one of them; one that the site refuses does not hold the others up."""
    wrong = None
    for one in many:
        try:
            send(one)
        except Unavailable as no:
            if not no.permanent:
                raise
            wrong = wrong or no
    if wrong:
        raise wrong


def odd(tujuan: Tujuan, apa: str) -> Unavailable:
    """A success that does not speak as such a site does."""
    return Unavailable(
        f"{tujuan.mesin} menjawab dengan bentuk yang tidak dikenal ketika {apa}. Periksa apakah "
        f"alamat tujuan {tujuan.nama} benar alamat {tujuan.jenis}.",
        permanent=True,
    )


def anothers(tujuan: Tujuan, nama: str) -> Unavailable:
    """Something under our name that we did not put there."""
    return Unavailable(
        f"Di {tujuan.mesin} sudah ada {nama} yang bukan dari sini; itu tidak disentuh. Ganti "
        "namanya di sana, lalu kirim lagi.",
        permanent=True,
    )


def _words(tujuan: Tujuan, told: Any) -> str:
    """What the site says of it, without what only we and it know."""
    if not isinstance(told, dict):
        return ""
    said = told.get("error", told.get("message", ""))
    if isinstance(said, dict):
        said = json.dumps(
            {k: v for k, v in said.items() if k != "__type"}, ensure_ascii=False, default=str
        )
    whole = " ".join(str(said).split())
    text = whole[:TERPANJANG]
    secrets = (tujuan.sandi, basic(tujuan).removeprefix("Basic "))
    # The end of what is repeated may cut a secret in two.
    if not text or not text.isprintable() or any(one in whole for one in secrets):
        return ""
    return f" Katanya: {text}"
