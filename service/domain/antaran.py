"""What the public pages leave for the hallway: a small file, read as any stranger's bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from service.domain import isian_publik, kode_lacak
from service.domain.isian_publik import Aturan

BENTUK = 2  # the shape of the file
TERBESAR = 96 * 1024  # bytes: every field of a form at its longest, in the widest letters
LAMPIRAN_BANYAK = 3
LAMPIRAN_TERBESAR = 10_000_000
PERMOHONAN, KEBERATAN, MASUKAN = "permohonan", "keberatan", "masukan"
ISIAN: Mapping[str, tuple[Aturan, ...]] = {
    PERMOHONAN: isian_publik.PERMOHONAN,
    KEBERATAN: isian_publik.KEBERATAN,
    MASUKAN: isian_publik.MASUKAN,
}
FAULTS: Mapping[str, Callable[[Mapping[str, str]], dict[str, str]]] = {
    PERMOHONAN: lambda isian: isian_publik.faults(isian_publik.PERMOHONAN, isian),
    KEBERATAN: isian_publik.faults_keberatan,
    MASUKAN: isian_publik.faults_masukan,
}
TANPA_LAMPIRAN = frozenset({MASUKAN})  # takes no files
NAMA_LAMPIRAN = re.compile(r"[0-9a-f]{32}\.lampiran")
KELAK = timedelta(minutes=5)  # two clocks of one machine never differ by more
AWAL = datetime(2020, 1, 1, tzinfo=UTC)


class Aneh(Exception):
    """No page of ours leaves such a file; it is kept aside, and never tried again."""


@dataclass(frozen=True)
class Lampiran:
    """A file sent with a form: where it lies beside the form, and what its sender called it."""

    file: str
    nama: str
    ukuran: int


@dataclass(frozen=True)
class Antaran:
    """One form of the public, believed in nothing that was not checked again."""

    jenis: str
    kode: str
    diterima: datetime
    instansi: str  # '' where the form did not ask
    isian: Mapping[str, str]
    lampiran: tuple[Lampiran, ...] = ()


def write(antaran: Antaran) -> bytes:
    """The bytes that `read` reads."""
    kept = {
        "bentuk": BENTUK,
        "jenis": antaran.jenis,
        "kode": antaran.kode,
        "diterima": antaran.diterima.isoformat(),
        "instansi": antaran.instansi,
        "isian": dict(antaran.isian),
        "lampiran": [vars(one) for one in antaran.lampiran],
    }
    return json.dumps(kept, ensure_ascii=False, indent=1).encode()


def read(content: bytes, now: datetime) -> Antaran:
    """The form these bytes are; Aneh says what no form of ours has. Quotes nothing from it."""
    told = _parsed(content)
    jenis, kode = _word(told, "jenis"), _word(told, "kode")
    if told["bentuk"] != BENTUK or jenis not in ISIAN:
        raise Aneh("is of a shape or kind that is not known")
    if kode_lacak.read_kode(kode) != kode:
        raise Aneh("has no code")
    instansi = _word(told, "instansi")
    if not re.fullmatch(r"[a-z0-9_]{0,60}", instansi):
        raise Aneh("names no instansi that could be")
    return Antaran(
        jenis,
        kode,
        _moment(_word(told, "diterima"), now),
        instansi,
        _isian(jenis, told["isian"]),
        _lampiran(jenis, told["lampiran"]),
    )


def _parsed(content: bytes) -> dict[str, object]:
    if len(content) > TERBESAR:
        raise Aneh("is larger than any form")
    try:
        told = json.loads(content)
    except (ValueError, RecursionError) as wrong:
        raise Aneh("is no JSON") from wrong
    fields = {"bentuk", "jenis", "kode", "diterima", "instansi", "isian", "lampiran"}
    if not isinstance(told, dict) or told.keys() != fields:
        raise Aneh("has other fields than a form")
    return told


def _word(told: Mapping[str, object], nama: str) -> str:
    value = told[nama]
    if not isinstance(value, str):
        raise Aneh(f"has a {nama} that is no text")
    return value


def _moment(text: str, now: datetime) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as wrong:
        raise Aneh("has no time") from wrong
    if moment.tzinfo is None or not AWAL < moment < now + KELAK:
        raise Aneh("came at a time that cannot be")
    return min(moment, now).astimezone(UTC)


def _isian(jenis: str, told: object) -> dict[str, str]:
    known = {one.nama for one in ISIAN[jenis]}
    if not isinstance(told, dict) or not told.keys() <= known:
        raise Aneh("has other answers than its form asks for")
    if not all(isinstance(value, str) for value in told.values()):
        raise Aneh("has an answer that is no text")
    isian = {str(nama): str(value) for nama, value in told.items()}
    if any(isian_publik.tidy(value) != value for value in isian.values()):
        raise Aneh("has an answer as no page of ours writes it")
    if wrong := FAULTS[jenis](isian):
        raise Aneh(f"has answers its form would not take: {', '.join(sorted(wrong))}")
    return isian


def _lampiran(jenis: str, told: object) -> tuple[Lampiran, ...]:
    most = 0 if jenis in TANPA_LAMPIRAN else LAMPIRAN_BANYAK
    if not isinstance(told, list) or len(told) > most:
        raise Aneh("has more files than its form takes")
    found = tuple(_one_lampiran(one) for one in told)
    if len({one.file for one in found}) != len(found):
        raise Aneh("names one file twice")
    return found


def _one_lampiran(told: object) -> Lampiran:
    if not isinstance(told, dict) or told.keys() != {"file", "nama", "ukuran"}:
        raise Aneh("has a file that is not told as one")
    file, nama, ukuran = told["file"], told["nama"], told["ukuran"]
    if not isinstance(file, str) or not NAMA_LAMPIRAN.fullmatch(file):
        raise Aneh("names a file that lies elsewhere")
    if not isinstance(nama, str) or not 0 < len(nama) <= 200:
        raise Aneh("has a file without a name")
    if type(ukuran) is not int or not 0 <= ukuran <= LAMPIRAN_TERBESAR:
        raise Aneh("has a file larger than its form takes")
    return Lampiran(file, nama, ukuran)
