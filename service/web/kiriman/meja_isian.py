"""The values of one kiriman as fields, each with what the machine read and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flask import url_for

from service.domain.aturan import Aturan
from service.domain.baca_tanggal import BULAN_OF, SEBULAN, dates_in
from service.domain.instansi import Instansi
from service.domain.kenali_putus import MUTU, chosen, covering, ranked
from service.domain.ketetapan import SIFAT, Ketetapan, is_tanggal
from service.domain.kiriman import File, Kiriman, Surat, Usul
from service.face.alamat import link
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.face.isi_meja import Calon, RuasMeja
from service.web.dasar.forms import Terisi
from service.web.kiriman.nilai import told

RUAS = ("jenis", "nomor", "tanggal", "perihal", "pengirim", "tujuan", "sifat", "unit")
LABEL = {
    "jenis": "Jenis kiriman",
    "nomor": "Nomor surat",
    "tanggal": "Tanggal surat",
    "perihal": "Perihal",
    "pengirim": "Pengirim",
    "tujuan": "Ditujukan kepada",
    "sifat": "Sifat",
    "unit": "Unit penerima",
}
DIISIKAN, DIISIKAN_RUSAK = 50, 101  # from which sureness on a field is filled before it is asked
CALON = 3


def form(one: Kiriman, aturan: Aturan, instansi: Instansi, files: Sequence[File]) -> Formulir:
    """The fields of a decision, filled with what is known; carries the version that was seen."""
    proposed = _proposed(one, aturan, files)
    fields = (_field(ruas, one, aturan, instansi, proposed) for ruas in RUAS)
    versi = Ruas("versi", "Versi", str(one.versi), "tersembunyi")
    alamat = url_for("meja.confirm", kiriman_id=one.id)
    return Formulir(alamat, "Benar, berikutnya", (Kelompok("", (*fields, versi)),))


def _proposed(one: Kiriman, aturan: Aturan, files: Sequence[File]) -> dict[str, Usul]:
    """What is filled in before anybody asks; of a text that reads badly, nothing."""
    first = covering(files)
    poor = any(usul.ruas == MUTU and usul.file == first for usul in one.usul)
    least = DIISIKAN_RUSAK if poor else DIISIKAN
    found = chosen(files, one.usul)
    kinds = ranked(aturan, one.usul)
    if kinds:
        found["jenis"] = kinds[0]
    if one.kode == "jenis_ragu":
        found.pop("jenis", None)
    return {ruas: usul for ruas, usul in found.items() if usul.keyakinan >= least}


def _field(
    ruas: str, one: Kiriman, aturan: Aturan, instansi: Instansi, proposed: Mapping[str, Usul]
) -> Ruas:
    value = _kept(one, ruas) or (proposed[ruas].nilai if ruas in proposed else "")
    if ruas == "jenis":
        kinds = tuple(Pilihan(kind.id, kind.nama) for kind in aturan.jenis)
        return Ruas(ruas, LABEL[ruas], value, "pilih", pilihan=kinds)
    if ruas == "sifat":
        many = tuple(Pilihan(id_, kata) for id_, kata in SIFAT.items())
        return Ruas(ruas, LABEL[ruas], value, "pilih", wajib=False, pilihan=many, lebar="sedang")
    if ruas == "unit":
        # A proposed unit is offered beside the field; where a thing lies is not moved unasked.
        units = tuple(Pilihan(u.id, u.nama) for u in instansi.unit if u.sampai is None)
        return Ruas(ruas, LABEL[ruas], one.unit, "pilih", wajib=False, pilihan=units)
    if ruas == "tanggal":
        kata = "Sepersis suratnya: 21 November 2026, November 2026, atau 2026."
        return Ruas(ruas, LABEL[ruas], told(ruas, value), petunjuk=kata, wajib=False, batas=60)
    return Ruas(ruas, LABEL[ruas], value, wajib=False, batas=300)


def _kept(one: Kiriman, ruas: str) -> str:
    if ruas in ("jenis", "unit"):
        return str(getattr(one, ruas))
    return str(getattr(one.surat, ruas))


def rows(
    one: Kiriman,
    aturan: Aturan,
    files: Sequence[File],
    formulir: Formulir,
    asked: Mapping[str, str],
) -> tuple[RuasMeja, ...]:
    """Every field with its evidence and its other candidates."""
    names = {file.id: file.nama for file in files}
    return tuple(
        _row(field, one, aturan, names, asked) for field in formulir.ruas if field.nama in RUAS
    )


def _row(
    field: Ruas,
    one: Kiriman,
    aturan: Aturan,
    names: Mapping[str, str],
    asked: Mapping[str, str],
) -> RuasMeja:
    usul = sorted(
        (u for u in one.usul if u.ruas == field.nama), key=lambda u: u.keyakinan, reverse=True
    )
    shown = next((u for u in usul if _shown(field.nama, u.nilai) == field.nilai), None)
    others = {u.nilai: u for u in reversed(usul) if _shown(field.nama, u.nilai) != field.nilai}
    calon = tuple(
        _candidate(field, u, aturan, one, asked)
        for u in sorted(others.values(), key=lambda u: -u.keyakinan)[:CALON]
    )
    if shown is None:
        return RuasMeja(field, calon=calon)
    return RuasMeja(
        field,
        shown.keyakinan,
        aturan.reason(shown.aturan),
        shown.kutipan,
        _page(one, shown, names, asked),
        calon,
    )


def _shown(ruas: str, nilai: str) -> str:
    return told(ruas, nilai) if ruas == "tanggal" else nilai


def _candidate(
    field: Ruas,
    usul: Usul,
    aturan: Aturan,
    one: Kiriman,
    asked: Mapping[str, str],
) -> Calon:
    value = _shown(field.nama, usul.nilai)
    words = next((p.teks for p in field.pilihan if p.nilai == value), value)
    here = url_for("meja.show", kiriman_id=one.id)
    why = f"{aturan.reason(usul.aturan)}, yakin {usul.keyakinan}%"
    return Calon(words, value, link(here, asked, **{field.nama: value}), why)


def _page(
    one: Kiriman, usul: Usul, names: Mapping[str, str], asked: Mapping[str, str]
) -> Tautan | None:
    if not usul.halaman or usul.file not in names:
        return None
    here = url_for("meja.show", kiriman_id=one.id)
    words = f"halaman {usul.halaman}" + (f" {names[usul.file]}" if len(names) > 1 else "")
    return Tautan(words, link(here, asked, file=usul.file, halaman=str(usul.halaman)))


def taken(sent: Terisi) -> Ketetapan:
    """The decision as the form has it."""
    surat = Surat(
        nomor=sent["nomor"],
        tanggal=tanggal_of(sent["tanggal"]),
        perihal=sent["perihal"],
        pengirim=sent["pengirim"],
        sifat=sent["sifat"],
        tujuan=sent["tujuan"],
    )
    return Ketetapan(sent["jenis"], surat, sent["unit"])


def tanggal_of(text: str) -> str:
    """A date as it is kept, however it was typed; what is none stays as it was typed."""
    plain = " ".join(text.split())
    if not plain or is_tanggal(plain):
        return plain
    found = dates_in(plain)
    if len(found) == 1 and (found[0].mulai, found[0].selesai) == (0, len(plain)):
        return found[0].nilai
    month = SEBULAN.fullmatch(plain)
    return f"{month[2]}-{BULAN_OF[month[1].lower()]:02d}" if month else plain
