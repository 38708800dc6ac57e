"""The official form of an SOP in words: what its source says; apart from it, what we inferred."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from service.domain.sop.bagan_kisah import name_of
from service.domain.sop.bahan import Bahan
from service.domain.sop.bentuk import BERIKUT, PER_UNIT, SELESAI, Langkah, Sop, Tahap
from service.domain.sop.identitas import Identitas

ISIAN = {
    "pelaksana": "Pelaksana",
    "bersama": "Pelaksana yang ikut",
    "kelengkapan": "Kelengkapan",
    "waktu": "Waktu",
    "keluaran": "Output",
    "keterangan": "Keterangan",
    "cabang": "Keputusan",
    "untuk": "Dikerjakan untuk",
    "hanya": "Hanya untuk hasil",
    "tahap": "Tahap di dalamnya",
    "rujukan": "SOP yang dirujuk",
    "tertulis": "Ejaan pada sumber",
    "judul": "Judul ringkas",
    "nama": "Nama SOP",
    "nomor": "Nomor SOP",
    "buka": "Pembukaan berkas",
    "bagian": "Bagian SOP",
    "langkah": "Langkah",
}


@dataclass(frozen=True)
class BarisFormulir:
    """One row of the table, in the words that are printed."""

    id: str
    nomor: int
    kegiatan: str
    kelengkapan: str
    waktu: str
    keluaran: str
    keterangan: str


@dataclass(frozen=True)
class Bacaan:
    """Something that we inferred, with where it belongs."""

    tempat: str
    isian: str
    isi: str


@dataclass(frozen=True)
class Formulir:
    """All that the form prints, sheet by sheet."""

    sop: Sop
    nama: str
    nomor: str
    kepala: tuple[str, ...]  # the names of the agency, from the top down
    identitas: Identitas
    baris: tuple[BarisFormulir, ...]
    tafsir: tuple[Bacaan, ...]

    @property
    def judul_tabel(self) -> str:
        """What stands above the table."""
        return self.identitas.judul_tabel or self.judul

    @property
    def judul(self) -> str:
        """What the form is called; its name, where the source gives it one."""
        name = self.nama or self.sop.judul
        return name if name.upper().startswith("SOP") else f"SOP {name}"


def form(sop: Sop, bahan: Mapping[str, Bahan], instansi: str = "") -> Formulir:
    """The form of an SOP; what its source leaves empty stays empty."""
    own = sop.identitas
    empty = {path.partition(".")[2] for path in sop.tafsir if path.startswith("identitas.")}
    blank = {
        key: type(getattr(own, key))()
        for key in empty
        if isinstance(getattr(own, key, None), str | tuple)
    }
    return Formulir(
        sop,
        "" if "nama" in sop.tafsir else sop.nama,
        "" if "nomor" in sop.tafsir else sop.nomor,
        own.instansi or ((instansi,) if instansi else ()),
        replace(own, **blank),
        tuple(_row(row, bahan) for row in sop.resmi),
        tuple(_inferred(sop, bahan)),
    )


def _row(row: Langkah, bahan: Mapping[str, Bahan]) -> BarisFormulir:
    said = row.tertulis

    def plain(key: str, words: str) -> str:
        return "" if key in row.disimpulkan else words

    kelengkapan, keluaran = said.kelengkapan, said.keluaran
    if kelengkapan is None:
        kelengkapan = plain("kelengkapan", _needs(row, bahan))
    if keluaran is None:
        keluaran = plain("keluaran", _names(row.keluaran, bahan))
    return BarisFormulir(
        row.id,
        row.nomor,
        plain("kegiatan", row.kegiatan),
        kelengkapan,
        plain("waktu", row.waktu.kata),
        keluaran,
        plain("keterangan", row.keterangan),
    )


def _names(keys: tuple[str, ...], bahan: Mapping[str, Bahan]) -> str:
    return "; ".join(bahan[key].nama if key in bahan else key for key in keys)


def _needs(row: Langkah, bahan: Mapping[str, Bahan]) -> str:
    def one(key: str, bila: tuple[str, ...]) -> str:
        name = _names((key,), bahan)
        return f"{name} (bila {_plain(bila)})" if bila else name

    return "; ".join(one(need.bahan, need.bila) for need in row.kelengkapan)


def _plain(many: tuple[str, ...]) -> str:
    return ", ".join(one.replace("_", " ") for one in many)


def _inferred(sop: Sop, bahan: Mapping[str, Bahan]) -> Iterator[Bacaan]:
    for path in sop.tafsir:
        yield _of_path(sop, path)
    before = ""
    for row in sop.langkah:
        if row.tafsir:
            place = f"Sesudah {before}" if before else "Sebelum langkah 1"
            yield Bacaan(place, "Langkah tafsir", row.kegiatan)
            for key in _BERISI:
                if words := _value(sop, row, key, bahan):
                    yield Bacaan(place, ISIAN[key], words)
        else:
            before = name_of(sop, row.id)
            for key in row.disimpulkan:
                if words := _value(sop, row, key, bahan):
                    yield Bacaan(before.capitalize(), ISIAN.get(key, key), words)


_BERISI = (
    "pelaksana",
    "bersama",
    "kelengkapan",
    "waktu",
    "keluaran",
    "keterangan",
    "cabang",
    "untuk",
    "hanya",
    "tahap",
    "rujukan",
)


def _of_path(sop: Sop, path: str) -> Bacaan:
    head, _, rest = path.partition(".")
    if head == "pelaksana" and rest:
        return Bacaan("Kolom pelaksana", ISIAN[head], sop.sebutan(rest))
    if head == "identitas" and rest:
        value = getattr(sop.identitas, rest.partition(".")[0], "")
        words = (
            "; ".join(one for one in value if isinstance(one, str))
            if isinstance(value, tuple)
            else value
        )
        return Bacaan(
            "Identitas",
            rest.replace("_", " ").capitalize(),
            words if isinstance(words, str) else "",
        )
    words = {
        "judul": sop.judul,
        "nama": sop.nama,
        "nomor": sop.nomor,
        "buka": _opening(sop),
        "bagian": "; ".join(one.nama for one in sop.bagian),
        "langkah": "Semua langkah disusun Berkas; SOP instansi belum ada.",
    }.get(head, "")
    return Bacaan("SOP", ISIAN.get(head, head), words)


def _opening(sop: Sop) -> str:
    ways = [f"kiriman {_plain(sop.buka.kiriman)}"] if sop.buka.kiriman else []
    ways += ["petugas"] if sop.buka.petugas else []
    ways += [f"kalender, setiap {one.berkala.kata}" for one in sop.parts() if one.berkala.kata]
    ways += ["SOP lain yang merujuknya"] if sop.buka.rujukan else []
    return f"Dibuka oleh {', atau '.join(ways)}." if ways else ""


def _value(sop: Sop, row: Langkah, key: str, bahan: Mapping[str, Bahan]) -> str:
    """What an inferred field says, for a person to read."""
    match key:
        case "pelaksana" | "bersama":
            return ", ".join(sop.sebutan(one) for one in getattr(row, key))
        case "kelengkapan":
            return _needs(row, bahan)
        case "keluaran":
            return _names(row.keluaran, bahan)
        case "waktu":
            return row.waktu.kata
        case "cabang":
            return _branches(sop, row.cabang)
        case "untuk":
            return "setiap unit" if row.untuk == PER_UNIT else "setiap butir" if row.untuk else ""
        case "hanya":
            return _plain(row.hanya)
        case "tahap":
            return "; ".join(_act(sop, act) for act in row.tahap)
        case "rujukan":
            return row.rujukan.replace("_", " ")
        case "keterangan":
            return row.keterangan
        case "tertulis":
            said = (row.tertulis.kelengkapan, row.tertulis.keluaran)
            return "; ".join(one for one in said if one)
        case _:
            return ""


def _act(sop: Sop, act: Tahap) -> str:
    who = ", ".join(sop.sebutan(one) for one in act.pelaksana)
    return f"{act.kegiatan} ({'; '.join(filter(None, (who, _branches(sop, act.cabang))))})"


def _branches(sop: Sop, cabang: Mapping[str, str]) -> str:
    ways = (f"{hasil.replace('_', ' ')}: {_goal(sop, goal)}" for hasil, goal in cabang.items())
    return "; ".join(ways)


def _goal(sop: Sop, goal: str) -> str:
    if goal == BERIKUT:
        return "ke langkah berikutnya"
    return "selesai" if goal == SELESAI else f"ke {name_of(sop, goal)}"
