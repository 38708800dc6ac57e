"""The journal: who did what, when, with before and after."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from flask import Blueprint, render_template, request, url_for

from service.acts.lihat.kenangan import of_papers
from service.domain.catatan import MESIN, RUMAH, Catatan, Kepala, Ubahan
from service.domain.perbuatan import sentence
from service.domain.refusals import TidakAda
from service.domain.tanggal import ZONA, hari_tanggal, local, pukul
from service.domain.wewenang import Act
from service.face.isi import Beda, Halaman, Kosong, Peristiwa, Tautan
from service.face.isi_formulir import Pilihan, Ruas
from service.face.isi_rumah import Rantai
from service.ports import SaringJurnal
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work
from service.web.instansi.jurnal import pack_differences

bp = Blueprint("jurnal", __name__)
SEHALAMAN = 50
_NOMOR = re.compile(r"[0-9]{1,9}")  # what a ledger can number
TAK_DITAMPILKAN = ("versi", "id", "sandi")  # a hash tells a reader nothing
# What the keeper of the machine keeps; of all else they see that it changed, not what it says.
RUMAH_TANGGA = frozenset({"orang", "pemegang", "setelan", "libur", "paket"})
ALASAN = "alasan"


@bp.get("/jurnal")
@only(Act.JOURNAL)
def show() -> str:
    """One journal, newest first."""
    kode = _chosen()
    saring = _asked()
    head = next((one for one in house().lists.kepala() if one.instansi == kode), None)
    asked = request.args.get("sebelum", "")
    before = int(asked) if _NOMOR.fullmatch(asked) else (head.urut + 1 if head else 1)
    lines = house().lists.jurnal(kode, before, SEHALAMAN, saring)
    zona = zona_of(hadir(), at_work())
    return render_template(
        "jurnal.html",
        peristiwa=_events(kode, lines, zona),
        saring=_filters(kode),
        tersaring=saring != SaringJurnal(),
        alamat=url_for("jurnal.show"),
        halaman=_pages(kode, lines, head, before),
        unduh=[],
        rantai=_rantai(head, lines, zona) if head else None,
        kosong=Kosong(
            "Belum ada catatan",
            "Setiap perbuatan orang dan mesin tercatat di sini begitu terjadi.",
        ),
    )


@bp.get("/jurnal/<kode>/<urut>")
@only(Act.JOURNAL)
def one(kode: str, urut: str) -> str:
    """One line of the journal, with all that it changed."""
    line = _line(kode, int(urut)) if _NOMOR.fullmatch(urut) and kode in _mine() else None
    if line is None:
        raise TidakAda("Catatan itu")
    zona = zona_of(hadir(), at_work())
    return render_template(
        "catatan.html",
        judul=f"Catatan {urut}",
        jejak=[Tautan("Beranda", "/"), Tautan("Jurnal", url_for("jurnal.show", instansi=kode))],
        peristiwa=_events(kode, [line], zona),
        beda=_changes(kode, line),
        rantai=line.rantai,
        sebelumnya=line.sebelumnya,
    )


def _line(kode: str, urut: int) -> Catatan | None:
    found = house().lists.jurnal(kode, urut + 1, 1, SaringJurnal())
    return found[0] if found and found[0].urut == urut else None


def _mine() -> list[str]:
    """The journals this person may read; the house's own last."""
    kodes = [one.id for one in at_work() if hadir().may(Act.JOURNAL, one.id)]
    return kodes + ([RUMAH] if hadir().may(Act.JOURNAL, RUMAH) else [])


def _chosen() -> str:
    mine = _mine()
    asked = request.args.get("instansi", "")
    if not mine:
        raise TidakAda("Jurnal")
    return asked if asked in mine else mine[0]


def _asked() -> SaringJurnal:
    zona = zona_of(hadir(), at_work())
    return SaringJurnal(
        siapa=request.args.get("siapa", "")[:80],
        perbuatan=request.args.get("apa", "")[:80],
        dari=_midnight(request.args.get("dari", ""), zona),
        sampai=_midnight(request.args.get("sampai", ""), zona, end=True),
    )


def _midnight(text: str, zona: str, *, end: bool = False) -> datetime | None:
    try:
        on = date.fromisoformat(text)
        here = datetime.combine(on, time.max if end else time.min, ZoneInfo(ZONA[zona]))
        return here.astimezone(UTC)
    except (ValueError, OverflowError):  # no date, or one beyond the calendar
        return None


def _filters(kode: str) -> tuple[Ruas, ...]:
    journals = tuple(Pilihan(one, nama_instansi(one)) for one in _mine())
    people = tuple(
        Pilihan(id_, nama) for id_, nama in sorted(house().lists.pelaku(kode).items(), key=_by_name)
    )
    acts = tuple(Pilihan(one, sentence(one)) for one in house().lists.perbuatan(kode))
    anybody, anything = Pilihan("", "Siapa saja"), Pilihan("", "Semua perbuatan")

    def asked(name: str) -> str:
        return request.args.get(name, "")

    return (
        Ruas("instansi", "Jurnal", kode, "pilih", pilihan=journals, wajib=False),
        Ruas("siapa", "Siapa", asked("siapa"), "pilih", pilihan=(anybody, *people), wajib=False),
        Ruas("apa", "Perbuatan", asked("apa"), "pilih", pilihan=(anything, *acts), wajib=False),
        Ruas("dari", "Dari tanggal", asked("dari"), "tanggal", wajib=False),
        Ruas("sampai", "Sampai tanggal", asked("sampai"), "tanggal", wajib=False),
    )


def _by_name(one: tuple[str, str]) -> str:
    return one[1].casefold()


def _events(kode: str, lines: list[Catatan], zona: str) -> list[Peristiwa]:
    names = house().lists.nama_orang({line.siapa for line in lines})
    reasons = _reasons(kode, lines)
    return [
        Peristiwa(
            kata=sentence(line.perbuatan),
            siapa=names.get(line.siapa) or ("Mesin" if line.siapa == MESIN else line.siapa),
            waktu=pukul(line.waktu, zona),
            iso=line.waktu.isoformat(),
            hari=hari_tanggal(local(line.waktu, zona).date()),
            alasan=reasons.get(line.urut, ""),
            nomor=str(line.urut),
            rincian=url_for("jurnal.one", kode=kode, urut=line.urut) if line.ubahan else "",
        )
        for line in lines
    ]


def _reads(kode: str) -> bool:
    """Whether this person may read what the matters of a journal say; some of them are withheld."""
    return kode == RUMAH or (hadir().may(Act.LOOK, kode) and hadir().may(Act.SECRET, kode))


def _reasons(kode: str, lines: list[Catatan]) -> dict[int, str]:
    """The reasons people gave, by the number of their line."""
    rows = {one.urut: u for one in lines for u in one.ubahan if u.jenis == ALASAN}
    if not rows or not _reads(kode):
        return {}
    contents = house().lists.isi(list(rows.values()))
    return {
        urut: str(contents.get((one.jenis, one.id, one.versi), {}).get("kata", ""))
        for urut, one in rows.items()
    }


def _changes(kode: str, line: Catatan) -> list[Beda]:
    reads = _reads(kode)
    shown = [
        one for one in line.ubahan if one.jenis != ALASAN and (reads or one.jenis in RUMAH_TANGGA)
    ]
    contents = house().lists.isi(shown)
    for key in _destroyed(shown):
        contents[key] = {n: x for n, x in contents.get(key, {}).items() if n != "isian"}
    return [beda for change in shown for beda in _differences(change, contents)]


def _destroyed(shown: list[Ubahan]) -> set[tuple[str, str, int]]:
    """Versions of papers whose archive was destroyed: nobody reads what was typed into them."""
    papers = [one for one in shown if one.jenis == "naskah"]
    with house().ledger.read() as reading:
        gone = of_papers(reading, (one.id for one in papers))
    found = {(one.jenis, one.id, one.versi) for one in papers if one.id in gone}
    return found | {(jenis, id_, versi - 1) for jenis, id_, versi in found}


def _differences(
    one: Ubahan, contents: dict[tuple[str, str, int], dict[str, object]]
) -> list[Beda]:
    before = contents.get((one.jenis, one.id, one.versi - 1), {}) if one.sebelum else {}
    after = contents.get((one.jenis, one.id, one.versi), {})
    if one.jenis == "paket" and after:
        return pack_differences(house().packs, one.id, before, after)
    found = (
        Beda(f"{one.jenis} · {name}", _word(before.get(name)), _word(after.get(name)))
        for name in sorted({*before, *after})
        if name not in TAK_DITAMPILKAN
    )
    return [beda for beda in found if beda.sebelum != beda.sesudah]


def _word(value: object) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    text = str(value)
    return text if len(text) <= 200 else f"{text[:200]}…"


def _pages(kode: str, lines: list[Catatan], head: Kepala | None, before: int) -> Halaman | None:
    if head is None or not lines:
        return None
    asked = {k: v for k, v in request.args.items() if k != "sebelum" and v} | {"instansi": kode}
    older = newer = ""
    if len(lines) == SEHALAMAN and lines[-1].urut > 1:
        older = f"/jurnal?{urlencode({**asked, 'sebelum': str(lines[-1].urut)})}"
    if before <= head.urut:
        newer = f"/jurnal?{urlencode(asked)}"
    kata = f"Catatan {lines[-1].urut} sampai {lines[0].urut}, dari {head.urut} catatan."
    return Halaman(1, 1, kata, newer, older)


def _rantai(head: Kepala, lines: list[Catatan], zona: str) -> Rantai:
    waktu = lines[0].waktu if lines else house().clock.now()
    kata = f"{hari_tanggal(local(waktu, zona).date())} {pukul(waktu, zona)}"
    return Rantai(nama_instansi(head.instansi), head.urut, head.rantai, kata, waktu.isoformat())
