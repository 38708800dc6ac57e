"""What the letter on the desk and its disposisi fill into papers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from service.acts.isian.perkara import Isi, Perkara
from service.acts.lihat.terlihat import reads
from service.domain.disposisi import ISI, SIFAT, Disposisi
from service.domain.kiriman import Kiriman
from service.domain.orang import Orang
from service.domain.ruas import DAFTAR, DAFTAR_TEKS, Ruas
from service.domain.tanggal import local, panjang, pukul, tanggal_surat

DIPILIH = "X"  # as a sheet is ticked by hand
SIFAT_SURAT = {**SIFAT, "sangat_rahasia": "Sangat rahasia"}


def _letter(tell: Callable[[Perkara, Kiriman], str]) -> Isi:
    def asked(one: Perkara, _: Ruas) -> str:
        return tell(one, one.letter) if one.letter else ""

    return asked


def _sender(one: Perkara, letter: Kiriman) -> str:
    return letter.surat.pengirim if reads(one.reading, one.oleh, letter) else ""


def _received(one: Perkara, letter: Kiriman) -> str:
    day = panjang(local(letter.diterima, one.zona).date())
    return f"{day}, pukul {pukul(letter.diterima, one.zona)}"


def _lines(one: Perkara) -> list[Disposisi]:
    found = one.reading.find(Disposisi, kiriman=one.letter.id) if one.letter else []
    return sorted(found, key=lambda row: row.dibuat)


def _to(one: Perkara, ruas: Ruas) -> Any:
    """To whom it goes, and until when."""
    lines = [
        {"kepada": row.kepada_nama, "batas": row.batas.isoformat() if row.batas else ""}
        for row in _lines(one)
    ]
    return _columns(ruas, lines) if ruas.jenis == DAFTAR else [x["kepada"] for x in lines]


def _orders(one: Perkara, ruas: Ruas) -> Any:
    return _ticked(ruas, ISI, {kode for row in _lines(one) for kode in row.isi})


def _manner(one: Perkara, ruas: Ruas) -> Any:
    return _ticked(ruas, SIFAT, {row.sifat for row in _lines(one)})


def _ticked(ruas: Ruas, words: dict[str, str], given: set[str]) -> Any:
    """All the words of the sheet with those that were said ticked, for a table; else only these."""
    if ruas.jenis == DAFTAR:
        every = [
            {"isi": kata, "dipilih": DIPILIH if kode in given else ""}
            for kode, kata in words.items()
        ]
        return _columns(ruas, every)
    said = [kata for kode, kata in words.items() if kode in given]
    return said if ruas.jenis == DAFTAR_TEKS else ", ".join(said)


def _notes(one: Perkara, ruas: Ruas) -> Any:
    """Each note once, with all it was meant for."""
    found: dict[str, list[str]] = {}
    for row in _lines(one):
        if row.catatan:
            found.setdefault(" ".join(row.catatan.split()), []).append(row.kepada_nama)
    said = [f"{', '.join(kepada)}: {kata}" for kata, kepada in found.items()]
    return said if ruas.jenis == DAFTAR_TEKS else "\n\n".join(said)


def _columns(ruas: Ruas, rows: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    return [{x.nama: row.get(x.nama, "") for x in ruas.kolom} for row in rows]


def _on(one: Perkara, _: Ruas) -> str:
    lines = _lines(one)
    return local(lines[-1].dibuat, one.zona).date().isoformat() if lines else ""


def _whose(one: Perkara, _: Ruas) -> Any:
    """Who wrote the first line, in the peran in which they did."""
    lines = _lines(one)
    if not lines:
        return ""
    named = one.reading.find(Orang, id=lines[0].dari)
    who = {"nama": named[0].nama, "nip": named[0].nip} if named else {}
    return {"jabatan": lines[0].dari_sebagai, **who}


SUMBER: dict[str, Isi] = {
    "surat.pengirim": _letter(_sender),
    "surat.nomor": _letter(lambda _, x: x.surat.nomor),
    "surat.tanggal": _letter(lambda _, x: tanggal_surat(x.surat.tanggal)),
    "surat.perihal": _letter(lambda _, x: x.surat.perihal or x.nama),
    "surat.sifat": _letter(lambda _, x: SIFAT_SURAT.get(x.surat.sifat, "")),
    "surat.agenda": _letter(lambda _, x: x.nomor_agenda),
    "surat.diterima": _letter(_received),
    "disposisi.kepada": _to,
    "disposisi.isi": _orders,
    "disposisi.sifat": _manner,
    "disposisi.catatan": _notes,
    "disposisi.tanggal": _on,
    "disposisi.pejabat": _whose,
}
