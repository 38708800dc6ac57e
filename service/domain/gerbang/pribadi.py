"""Personal data in a text: what is found where, and never more of it than shows which it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from service.domain.gerbang.angka_pribadi import is_mobile, is_nik, is_nip, is_npwp

NIK, KK, NIP, NPWP, PONSEL, TELEPON, SUREL, SUREL_KANTOR, REKENING, BPJS, PASPOR, LAHIR = (
    "nik",
    "kk",
    "nip",
    "npwp",
    "ponsel",
    "telepon",
    "surel",
    "surel_kantor",
    "rekening",
    "bpjs",
    "paspor",
    "lahir",
)
DEKAT = 48  # letters before a number in which a word says what it is
TITIK = "•"


@dataclass(frozen=True)
class Pribadi:
    """One thing about a person: what it is, where in the text, and how it may be shown."""

    jenis: str
    awal: int
    akhir: int
    samar: str


# What is written into numbers without being seen; a space that does not break is a space.
_TAK_TAMPAK: dict[int, str] = {ord(one): "" for one in "\u200b\u200c\u200d\u2060\ufeff\u00ad"}
_SPASI = {ord(one): " " for one in "\u00a0\u2007\u2009\u202f"}
_GARIS = {ord(one): "-" for one in "\u2010\u2011\u2012\u2013\u2212"}

_UANG = r"(?<!Rp)(?<!Rp\.)(?<!Rp )(?<!Rp\. )(?<!IDR)(?<!IDR )(?<!USD )(?<!\$)"
_TEPI = r"(?<![0-9A-Za-z])(?<![0-9][.,/_-])"  # not within a longer number or a code
_HABIS = r"(?![0-9A-Za-z_])(?![.,/-][0-9])"


_ENAM_BELAS = (
    r"(?:[0-9]{16}"
    r"|[0-9]{6}(?P<a>[ .-])[0-9]{6}(?P=a)[0-9]{4}"
    r"|[0-9]{4}(?P<b>[ .-])[0-9]{4}(?P=b)[0-9]{4}(?P=b)[0-9]{4}"
    r"|[0-9]{2}(?P<c>[ .-])[0-9]{2}(?P=c)[0-9]{2}(?P=c)[0-9]{6}(?P=c)[0-9]{4}"
    r"|[0-9]{6}(?P<d>[ .-])[0-9]{2}(?P=d)[0-9]{2}(?P=d)[0-9]{2}(?P=d)[0-9]{4})"
)
_DELAPAN_BELAS = r"(?:[0-9]{18}|[0-9]{8}(?P<n>[ .-]{1,2})[0-9]{6}(?P=n)[12](?P=n)[0-9]{3})"
_NPWP_TITIK = r"[0-9]{2}\.[0-9]{3}\.[0-9]{3}\.[0-9][-.][0-9]{3}\.[0-9]{3}"
_SELULER = r"(?:\+?62[ .-]?|\(\+?62\)[ .-]?|0)8[0-9]{1,3}(?:[ .-]?[0-9]{2,5}){2,3}"
_SURAT = r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,12}"

_CARI: tuple[tuple[str, re.Pattern[str]], ...] = (
    (NIP, re.compile(_TEPI + _DELAPAN_BELAS + _HABIS)),
    (NIK, re.compile(_TEPI + _UANG + _ENAM_BELAS + _HABIS)),
    (NPWP, re.compile(_TEPI + _NPWP_TITIK + _HABIS)),
    (PONSEL, re.compile(r"(?<![0-9A-Za-z+])(?<![0-9][.,/_-])" + _UANG + _SELULER + _HABIS)),
    (SUREL, re.compile(r"(?<![A-Za-z0-9._%+-])" + _SURAT + r"(?![A-Za-z0-9-])")),
)
_KARTU_KELUARGA = re.compile(r"\b(?:no(?:mor|\.)?\s*)?(?:kk|kartu\s+keluarga)\b\W*$", re.I)
_KANTOR = re.compile(r"\.(?:go|mil|desa)\.id$", re.I)


@dataclass(frozen=True)
class _Dekat:
    """A number that is told only by the words before it."""

    jenis: str
    kata: re.Pattern[str]
    angka: re.Pattern[str]
    bukan: re.Pattern[str] | None = None


def _words(told: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{told})\b", re.I)


_DEKAT: tuple[_Dekat, ...] = (
    _Dekat(NPWP, _words("npwp"), re.compile(r"[0-9][0-9 .-]{13,22}[0-9]")),
    _Dekat(
        REKENING,
        _words(
            r"no(?:mor|\.)?\s*rek(?:ening|\.)?|norek|rekening|virtual\s+account|"
            r"rek\.?\s+(?:bank|bri|bni|bca|mandiri|btn|bsi)|bank\s+(?:bri|bni|bca|mandiri|btn|bsi)"
        ),
        re.compile(r"[0-9](?:[ .-]?[0-9]){7,17}"),
        _words(
            r"kode\s+rekening|rekening\s+(?:belanja|pendapatan|anggaran|kas)|nomor\s+surat|sk|"
            r"tahun|tanggal|rp|senilai|sebesar|jumlah|saldo"
        ),
    ),
    _Dekat(BPJS, _words(r"bpjs|jkn|kis|kpj"), re.compile(r"[0-9]{11,13}")),
    _Dekat(PASPOR, _words(r"paspor|passport"), re.compile(r"[A-Z]{1,2}\s?[0-9]{6,7}")),
    _Dekat(
        TELEPON,
        _words(r"telp|telepon|tlp|tel|phone|hp|wa|whatsapp|fax|faks|faksimile|faksimili"),
        re.compile(r"(?:\(0[0-9]{2,3}\)|0[0-9]{2,3})[ .-]{0,3}[0-9]{3,4}[ .-]?[0-9]{3,5}"),
    ),
)
_BULAN = "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
_HARI = rf"[0-9]{{1,2}}(?:[ ./-](?:[0-9]{{1,2}}|{_BULAN})[ ./-])(?:19|20)[0-9]{{2}}"
_KELAHIRAN = re.compile(
    r"\b(?:(?:tempat\s*(?:/|,|dan|&)?\s*)?(?:tanggal|tgl\.?)\s*lahir|ttl|lahir)\b"
    rf"[^\n0-9]{{0,40}}({_HARI})",
    re.I,
)
_DIGIT = re.compile(r"[0-9]")
_ADA = re.compile(r"[0-9]|@")  # without these, nothing here is personal


def plain(teks: str) -> str:
    """The text in plain digits, spaces and hyphens, without what cannot be seen."""
    told = teks.translate(_TAK_TAMPAK | _SPASI | _GARIS)
    return told if told.isascii() else unicodedata.normalize("NFKC", told)


def found(teks: str) -> list[Pribadi]:
    """What is personal in a text, in the order it stands there; each place is of one kind."""
    told = plain(teks)
    if not _ADA.search(told):
        return []
    taken: list[Pribadi] = []
    used = bytearray(len(told))
    for one in (*_by_form(told), *_by_word(told)):
        if not any(used[one.awal : one.akhir]):
            used[one.awal : one.akhir] = b"\1" * (one.akhir - one.awal)
            taken.append(one)
    return sorted(taken, key=lambda one: one.awal)


def _by_form(told: str) -> Iterator[Pribadi]:
    """What its own form gives away."""
    for jenis, pattern in _CARI:
        for at in pattern.finditer(told):
            if kind := _kind(jenis, at[0], told[max(0, at.start() - DEKAT) : at.start()]):
                yield Pribadi(kind, at.start(), at.end(), veiled(kind, at[0]))


def _kind(jenis: str, raw: str, before: str) -> str:
    """What it is after all; '' where it is nothing of the sort."""
    if jenis == SUREL:
        return SUREL_KANTOR if _KANTOR.search(raw) else SUREL
    digits = "".join(_DIGIT.findall(raw))
    if jenis == NIK and is_nik(digits):
        return KK if _KARTU_KELUARGA.search(before) else NIK
    sound = {NIP: is_nip, PONSEL: is_mobile, NPWP: is_npwp}.get(jenis)
    return jenis if sound and sound(digits) else ""


def _by_word(told: str) -> Iterator[Pribadi]:
    """What a word before it gives away."""
    for at in _KELAHIRAN.finditer(told):
        yield Pribadi(LAHIR, at.start(1), at.end(1), veiled(LAHIR, at[1]))
    for one in _DEKAT:
        for word in one.kata.finditer(told):
            line = told[word.end() : word.end() + DEKAT].partition("\n\n")[0]
            number = one.angka.search(line)
            if number is None or not _stands_alone(line, number):
                continue
            near = told[max(0, word.start() - 12) : word.end() + number.start()]
            if one.bukan is not None and one.bukan.search(near):
                continue
            if one.jenis == NPWP and not _sound_npwp(number[0]):
                continue
            begin = word.end() + number.start()
            yield Pribadi(one.jenis, begin, begin + len(number[0]), veiled(one.jenis, number[0]))


def _sound_npwp(raw: str) -> bool:
    digits = "".join(_DIGIT.findall(raw))
    return is_npwp(digits) or is_nik(digits)


def _stands_alone(line: str, number: re.Match[str]) -> bool:
    """Whether it is no part of a longer number, and no other number stands before it."""
    before, after = line[: number.start()], line[number.end() :]
    if _DIGIT.search(before):
        return False
    return not re.match(r"[0-9A-Za-z/]|[.,-][0-9]", after)


def veiled(jenis: str, raw: str) -> str:
    """As it may be shown to a clerk: enough to find it, too little to know it."""
    raw = raw.strip()
    if jenis in (SUREL, SUREL_KANTOR):
        name, _, home = raw.partition("@")
        return f"{name[:1]}{TITIK * 3}@{home}"
    if jenis == LAHIR:
        return f"{TITIK * 2}-{TITIK * 2}-{TITIK * 4}"
    digits = "".join(one for one in raw if one.isalnum())
    return digits[:2] + TITIK * max(3, len(digits) - 4) + digits[-2:]


def samarkan(teks: str) -> str:
    """The same text, what is personal in it veiled."""
    told, every = plain(teks), found(teks)
    if not every:
        return teks
    parts, at = [], 0
    for one in every:
        parts += [told[at : one.awal], one.samar]
        at = one.akhir
    return "".join([*parts, told[at:]])
