"""The slip that lies beside a file or in a folder: what its bringer says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime

from service.domain.kiriman import Fisik, Surat
from service.domain.lembar import Lembar, open_lembar

TERBESAR = 32_000  # bytes; what is larger is no slip
SALAH = "slip_salah"  # the key in `asal` under which its faults wait for a person
SIFAT = ("", "biasa", "segera", "rahasia", "sangat_rahasia")
RAHASIA = frozenset({"rahasia", "sangat_rahasia"})
KONDISI = ("", "baik", "rusak_ringan", "rusak_berat")
TINGKAT = ("", "asli", "salinan", "tembusan", "pertinggal", "fotokopi")
_LAIN = " Instansi lain tetap berjalan."
_TANGGAL = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True)
class IsiSlip:
    """What a slip says; what was faulty in it is left empty."""

    surat: Surat = field(default_factory=Surat)
    jenis: str = ""
    pengantar: str = ""  # the name of the covering letter
    fisik: Fisik | None = None
    rahasia: bool = False


def read_slip(nama: str, raw: bytes) -> tuple[IsiSlip, tuple[str, ...]]:
    """What it says, and every fault in it as a sentence."""
    try:
        lembar, found = open_lembar(nama, _text(raw))
    except (RecursionError, ValueError):  # tables a thousand deep, or no text at all
        return IsiSlip(), (f"{nama}: File ini bukan slip yang dapat dibaca.",)
    isi = _read(lembar) if lembar else IsiSlip()
    return isi, tuple(str(one).replace(_LAIN, "") for one in found)


def _text(raw: bytes) -> str:
    """Notepad writes UTF-8 with a mark, and older ones UTF-16."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16")
    return raw.decode("utf-8-sig")


def _read(lembar: Lembar) -> IsiSlip:
    sifat = lembar.one_of("sifat", SIFAT, "")
    surat = Surat(
        nomor=lembar.text("nomor"),
        tanggal=_day(lembar),
        perihal=lembar.text("perihal"),
        pengirim=lembar.text("pengirim"),
        sifat=sifat,
        tujuan=lembar.text("tujuan"),
    )
    isi = IsiSlip(
        surat,
        lembar.text("jenis"),
        lembar.text("pengantar"),
        _paper(lembar),
        lembar.truth("rahasia", default=sifat in RAHASIA) or sifat in RAHASIA,
    )
    lembar.close()
    return isi


def _day(lembar: Lembar) -> str:
    """As precise as it was written: a day, a month, or a year."""
    value = lembar.any("tanggal")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, str) and _TANGGAL.fullmatch(value.strip()) and _stands(value.strip()):
        return value.strip()
    if value is not None and value != "":
        lembar.fault("tanggal", "tanggal ini tidak ada; tulis seperti 2026-11-21, atau 2026-11.")
    return ""


def _stands(tanggal: str) -> bool:
    try:
        date.fromisoformat((tanggal + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _paper(lembar: Lembar) -> Fisik | None:
    if not lembar.has("fisik"):
        return None
    paper = lembar.table("fisik")
    return Fisik(
        lokasi=paper.text("lokasi"),
        jumlah=paper.whole("jumlah", 0, 0, 1_000_000),
        satuan=paper.text("satuan", "lembar"),
        kondisi=paper.one_of("kondisi", KONDISI, ""),
        tingkat=paper.one_of("tingkat", TINGKAT, ""),
    )
