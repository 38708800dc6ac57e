"""What the machine proposes for a file, each value with the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from service.domain.aturan import PENGIRIM_YAKIN, Aturan, Kenali
from service.domain.baca_nomor import numbers
from service.domain.baca_surat import addressees, characters, mailed, normal, senders, subjects
from service.domain.baca_tanggal import dates
from service.domain.bacaan import Bacaan
from service.domain.cocok import Cocok, found
from service.domain.halaman_teks import PANJANG, Baris, Nilai, head, lines, title
from service.domain.instansi import Instansi
from service.domain.kenali_putus import MUTU
from service.domain.kiriman import File, Kiriman, Usul
from service.domain.mutu_teks import BAIK, quality
from service.domain.tanggal import local

KUTIPAN = 160  # letters of evidence that are kept
CALON_JENIS = 3


@dataclass(frozen=True)
class Bidikan:
    """A rule that fitted: the words, and the page."""

    aturan: Kenali
    cocok: Cocok
    halaman: int


def usulan(
    aturan: Aturan,
    file: File,
    bacaan: Bacaan,
    instansi: Instansi | None,
    kiriman: Kiriman | None = None,
) -> tuple[Usul, ...]:
    """Every value that may be proposed for a file, surest first within each ruas."""
    baris = lines(bacaan.teks)
    surel = {**(kiriman.asal if kiriman else {}), **bacaan.metadata}
    asal = {name.casefold(): value for name, value in surel.items()}
    day = local(kiriman.diterima, instansi.zona).date() if kiriman and instansi else None
    nomor = numbers(baris)
    values = {
        "nomor": nomor,
        "tanggal": dates(baris, day) or mailed(asal),
        "perihal": subjects(baris, file.nama, asal),
        "pengirim": senders(baris, asal),
        "tujuan": addressees(baris),
        "sifat": characters(baris, nomor),
    }
    areas = _areas(file, bacaan, baris, values, kiriman)
    hits = [hit for rule in aturan.kenali if (hit := _hit(rule, areas))]
    told = [_usul(ruas, one, file) for ruas, many in values.items() for one in many]
    taught = list(_taught(aturan, values["pengirim"], file))
    units = list(_units(instansi, values["tujuan"], file))
    poor = list(_poor(bacaan, file))
    return (*_kinds(hits, file), *taught, *told, *_besides(hits, file), *units, *poor)


def _areas(
    file: File,
    bacaan: Bacaan,
    baris: Sequence[Baris],
    values: Mapping[str, Sequence[Nilai]],
    kiriman: Kiriman | None,
) -> dict[str, list[tuple[int, str]]]:
    """The texts that rules look at, each with its page."""
    scanned = set(bacaan.perlu_ocr)
    marks = [(n, one) for n, one in enumerate(bacaan.tanda, 1) if one]
    pages = list(enumerate(bacaan.teks[:3], 1))
    return {
        "judul": [(1, title(baris))],
        "perihal": [(one.halaman, one.nilai) for one in values["perihal"] if one.keyakinan >= 80],
        "kepala": [(1, "\n".join(one.teks for one in head(baris)))],
        "isi": [(n, teks[:PANJANG]) for n, teks in pages],
        "nama_file": [(0, file.nama)],
        "header_tabel": [(n, _top(teks)) for n, teks in pages[:2]],
        "folder": [(0, f"{kiriman.unit} {kiriman.nama}")] if kiriman else [],
        "pengirim": [(one.halaman, one.nilai) for one in values["pengirim"][:1]],
        "tanda": [(n, one) for n, one in marks if n not in scanned],
        "tanda_pindai": [(n, one) for n, one in marks if n in scanned],
    }


def _top(teks: str) -> str:
    written = [one for one in teks[:8_000].splitlines() if one.strip()]
    return "\n".join(written[:15])[:3_000]


def _hit(rule: Kenali, areas: Mapping[str, Sequence[tuple[int, str]]]) -> Bidikan | None:
    for halaman, teks in areas[rule.di]:
        hit = found(rule.cara, rule.kata, teks)
        if hit and not found("salah_satu", rule.kecuali, teks):
            return Bidikan(rule, hit, halaman)
    return None


def _kinds(hits: Iterable[Bidikan], file: File) -> list[Usul]:
    """Each jenis that rules speak for; several rules make surer than one."""
    of: dict[str, list[Bidikan]] = {}
    for hit in hits:
        of.setdefault(hit.aturan.jenis, []).append(hit)
    told = []
    for jenis, many in of.items():
        first = max(many, key=lambda hit: hit.aturan.bobot)
        told.append(
            Usul(
                "jenis",
                jenis,
                first.aturan.id,
                file.id,
                first.halaman,
                first.cocok.kutipan[:KUTIPAN],
                _together(hit.aturan for hit in many),
            )
        )
    return sorted(told, key=lambda one: -one.keyakinan)[:CALON_JENIS]


def _together(rules: Iterable[Kenali]) -> int:
    """How sure several rules make; two that look at one place count as one."""
    of: dict[str, int] = {}
    for rule in rules:
        of[rule.di] = max(of.get(rule.di, 0), rule.bobot)
    doubt = 1.0
    for bobot in of.values():
        doubt *= 1 - bobot / 100
    return min(99, round(100 * (1 - doubt)))


def _besides(hits: Iterable[Bidikan], file: File) -> Iterator[Usul]:
    """What a rule says of sifat or unit, where it says so."""
    for hit in hits:
        for ruas in ("sifat", "unit"):
            if nilai := getattr(hit.aturan, ruas):
                quote = hit.cocok.kutipan[:KUTIPAN]
                rule = hit.aturan
                yield Usul(ruas, nilai, rule.id, file.id, hit.halaman, quote, rule.bobot)


def _taught(aturan: Aturan, pengirim: Sequence[Nilai], file: File) -> Iterator[Usul]:
    """What officers said of this sender, where it is sure who that is."""
    for who in pengirim[:1] if aturan.pengirim else ():
        for one in aturan.pengirim:
            if one.dicabut is None and one.pengirim == normal(who.nilai):
                quote = who.kutipan[:KUTIPAN]
                rule = f"pengirim:{one.id}"
                sure = PENGIRIM_YAKIN if who.keyakinan >= 70 else 60
                yield Usul(one.ruas, one.nilai, rule, file.id, who.halaman, quote, sure)


def _units(instansi: Instansi | None, tujuan: Sequence[Nilai], file: File) -> Iterator[Usul]:
    for one in tujuan[:1]:
        for unit in instansi.unit if instansi else ():
            if unit.sampai is None and found("salah_satu", (unit.nama,), one.nilai):
                quote = one.kutipan[:KUTIPAN]
                yield Usul("unit", unit.id, "unit.tujuan", file.id, one.halaman, quote, 70)


def _poor(bacaan: Bacaan, file: File) -> Iterator[Usul]:
    """How badly a text reads, where it does."""
    grid = "spreadsheet" in bacaan.mime or "excel" in bacaan.mime or "csv" in bacaan.mime
    mutu = quality(bacaan.teks[:3], tabel=grid)
    if mutu != BAIK:
        yield Usul(MUTU, mutu, "mutu", file.id)


def _usul(ruas: str, one: Nilai, file: File) -> Usul:
    quote = one.kutipan[:KUTIPAN]
    return Usul(ruas, one.nilai, one.aturan, file.id, one.halaman, quote, one.keyakinan)
