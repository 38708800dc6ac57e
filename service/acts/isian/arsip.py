"""What a matter fills into papers of its archive: hand-overs, paper files, all that it holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from service.acts.berkas.bahan import DISERAHKAN, DITERIMA
from service.acts.isian.perkara import Isi, Perkara
from service.acts.lihat import terlihat
from service.acts.lihat.terlihat import file_for, files_for
from service.acts.lihat.turut import takes_part
from service.acts.sop.versi import walked
from service.domain import naskah as n
from service.domain.ada import Ada
from service.domain.fisik import TINGKAT, counted
from service.domain.keberatan import Keberatan
from service.domain.kiriman import BERKAS, File, Fisik, Kiriman
from service.domain.masukan import MasukanPublik
from service.domain.permohonan import Permohonan
from service.domain.refusals import TidakAda
from service.domain.ruas import Ruas
from service.domain.ruas_periksa import fault
from service.domain.sop.bahan import FISIK, Bahan
from service.domain.tanggal import local, pukul

# A paper stands in the table of contents from when its text is frozen.
TETAP = frozenset({n.DISETUJUI, n.DIKIRIM, n.DITANDATANGANI, n.DIARSIPKAN})
TERDAFTAR: dict[type[Permohonan | Keberatan | MasukanPublik], str] = {
    Permohonan: "Permohonan informasi publik",
    Keberatan: "Keberatan atas permohonan informasi publik",
    MasukanPublik: "Masukan publik",
}
CETAK, ELEKTRONIK, KEDUANYA = "Cetak", "Elektronik", "Cetak dan elektronik"
Baris = dict[str, Any]


def _table(ruas: Ruas, rows: list[Baris]) -> list[Baris]:
    """The rows with the columns that the ruas has, and of those what each can take."""
    return [
        {
            kolom.nama: "" if fault(kolom, row.get(kolom.nama)) else row.get(kolom.nama, "")
            for kolom in ruas.kolom
        }
        for row in rows
    ]


def _handed_over(one: Perkara, ruas: Ruas) -> list[Baris]:
    """Each time its paper changed hands: who gave, who received, when and where it lies."""
    rows, waiting = list[Baris](), dict[str, Baris]()
    found = [x for x in _laid(one) if x.keadaan in (DISERAHKAN, DITERIMA)]
    names = one.house.lists.nama_orang({x.oleh for x in found})
    things = _things(one)
    for each in found:
        who, when = names.get(each.oleh, ""), _when(one, each)
        row = waiting.pop(each.bahan, None) if each.keadaan == DITERIMA else None
        if row is None:
            row = {"dari": "", "ke": "", "keterangan": _noted(things, each)}
            rows.append(row)
        row |= when
        if each.keadaan == DISERAHKAN:
            row["dari"] = who
            waiting[each.bahan] = row
        else:
            row["ke"] = who
    return _table(ruas, rows)


def _paper_files(one: Perkara, ruas: Ruas) -> list[Baris]:
    """The paper that belongs to the matter as it was last noted, and the file beside it."""
    things = _things(one)
    last = {x.bahan: x for x in _laid(one) if x.bahan in things and _is_paper(things[x.bahan])}
    rows = list[Baris]()
    for each in last.values():
        file = _file(one, each)
        name = file.nama if file else ""
        rows.append({"uraian": things[each.bahan].nama, "cetak": each.catatan, "elektronik": name})
    for letter in _letters(one):
        if letter.fisik:
            where = {"cetak": counted(letter.fisik), "tempat": letter.fisik.lokasi}
            rows.append({"uraian": _titled(one, letter), **where})
    return _table(ruas, rows)


def _contents(one: Perkara, ruas: Ruas) -> list[Baris]:
    """All that a matter holds, as far as this person may open it, by date."""
    rows = [*_letter_lines(one), *_paper_lines(one), *_laid_lines(one)]
    return _table(ruas, sorted(rows, key=lambda row: row["tanggal"] or "9999"))


def _letters(one: Perkara) -> list[Kiriman]:
    """What opened it and what joined it; a paper of an open matter names no withheld letter."""
    joined = [x for x in one.reading.find(Kiriman, berkas=one.berkas.id) if x.pintu != BERKAS]
    came = [one.letter, *(x for x in joined if x != one.letter)] if one.letter else joined
    return [
        x
        for x in came
        if terlihat.seen(one.reading, one.oleh, x) and (one.berkas.rahasia or not x.rahasia)
    ]


def _letter_lines(one: Perkara) -> Iterator[Baris]:
    for letter in _letters(one):
        files, dated = files_for(one.reading, one.oleh, letter), letter.surat.tanggal
        if not files:
            continue
        yield {
            "uraian": _titled(one, letter),
            "nomor": letter.nomor_daftar or letter.surat.nomor,
            "tanggal": dated if _whole(dated) else _day(one, letter.diterima),
            **_counted(files, letter.fisik),
            "keterangan": f"Agenda {letter.nomor_agenda}" if letter.nomor_agenda else "",
        }


def _paper_lines(one: Perkara) -> Iterator[Baris]:
    things = _things(one)
    for paper in one.reading.find(n.Naskah, berkas=one.berkas.id):
        if paper.keadaan not in TETAP:
            continue
        thing = things.get(paper.bahan or paper.jenis)
        name = thing.nama if thing else paper.jenis.replace("_", " ").capitalize()
        known = takes_part(one.oleh, one.berkas.instansi, one.berkas.unit)
        about = paper.isian.get("hal") if known else ""
        yield {
            "uraian": f"{name}: {about}" if isinstance(about, str) and about else name,
            "nomor": paper.nomor,
            "tanggal": paper.tanggal.isoformat() if paper.tanggal else "",
            "tingkat": "Asli",
            "media": ELEKTRONIK,
            "sha256": paper.bertanda_tangan or paper.pdf,
            "keterangan": n.KATA[paper.keadaan],
        }


def _laid_lines(one: Perkara) -> Iterator[Baris]:
    things = _things(one)
    last = {x.bahan: x for x in _laid(one) if x.bahan in things}
    for each in last.values():
        thing, file = things[each.bahan], _file(one, each)
        paper = _is_paper(thing)
        if not file and not paper:
            continue
        yield {
            "uraian": thing.nama,
            "nomor": each.nomor,
            "tanggal": _when(one, each)["tanggal"],
            **(_counted([file], None) if file else {}),
            "media": (KEDUANYA if file else CETAK) if paper else ELEKTRONIK,
            "keterangan": each.catatan,
        }


def _counted(files: list[File], fisik: Fisik | None) -> Baris:
    """How much of it there is, and what it is: the paper where there is some, else its files."""
    pages = sum(file.halaman for file in files)
    many = (pages, "halaman") if pages else (len(files), "file")
    if fisik and fisik.jumlah:
        many = (fisik.jumlah, fisik.satuan)
    return {
        "jumlah": many[0],
        "satuan": many[1],
        "tingkat": TINGKAT.get(fisik.tingkat, "") if fisik else "",
        "media": KEDUANYA if fisik else ELEKTRONIK,
        "sha256": files[0].sha256 if len(files) == 1 else "",
    }


def _laid(one: Perkara) -> list[Ada]:
    """What was laid down for it and counts, in the order in which it was."""
    found = one.reading.find(Ada, berkas=one.berkas.id)
    return sorted((x for x in found if not x.dicabut), key=lambda x: (x.sejak, x.id))


def _things(one: Perkara) -> dict[str, Bahan]:
    return walked(one.reading, one.berkas).bahan if one.berkas.sidik else {}


def _is_paper(thing: Bahan) -> bool:
    return thing.wujud == FISIK


def _file(one: Perkara, each: Ada) -> File | None:
    """Its file, for who may open it."""
    try:
        return file_for(one.reading, one.oleh, each.file) if each.file else None
    except TidakAda:
        return None


def _noted(things: dict[str, Bahan], each: Ada) -> str:
    name = things[each.bahan].nama if each.bahan in things else ""
    return ": ".join(x for x in (name, each.catatan) if x)


def _titled(one: Perkara, letter: Kiriman) -> str:
    """What it is about; of what stands in a register, no word that may say who wrote it."""
    for kind, name in TERDAFTAR.items():
        if one.reading.find(kind, kiriman=letter.id):
            return name
    return letter.surat.perihal or "Surat masuk"


def _whole(day: str) -> bool:
    return len(day) == len("2026-11-21")


def _when(one: Perkara, each: Ada) -> dict[str, str]:
    return {"tanggal": _day(one, each.sejak), "pukul": pukul(each.sejak, one.zona)}


def _day(one: Perkara, moment: datetime | None) -> str:
    on: date | None = local(moment, one.zona).date() if moment else None
    return on.isoformat() if on else ""


SUMBER: dict[str, Isi] = {
    "berkas.dibuka": lambda one, _: _day(one, one.berkas.dibuka),
    "berkas.ditutup": lambda one, _: _day(one, one.berkas.ditutup),
    "berkas.isi": _contents,
    "serah_terima": _handed_over,
    "fisik": _paper_files,
}
