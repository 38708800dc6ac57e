"""The draft as its author gets it: TOML with every doubt in `tafsir` and in a comment beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from service.domain.sop.bahan import BIASA, Bahan
from service.domain.sop.identitas import Pengesah
from service.domain.sop.impor_bentuk import Isian
from service.domain.sop.impor_identitas import Kepala
from service.domain.sop.impor_kata import one_line
from service.domain.sop.impor_label import DAFTAR
from service.domain.sop.impor_pelaksana import Orang

_HARI = ("dibuat", "direvisi", "efektif", "disahkan")


def draft(kepala: Kepala, who: Sequence[Orang], rows: Sequence[Isian], ragu: Sequence[str]) -> str:
    """The whole file."""
    lines = [
        "# Konsep SOP yang dibaca dari tabelnya. Periksa setiap isian di samping sumbernya. Yang",
        "# disebut dalam tafsir belum pasti; hapus dari daftar setelah Anda memastikannya.",
        *(f"# Periksa: {one_line(one)}" for one in ragu),
        "",
        *_top(kepala, who),
        "",
        *_identitas(kepala),
        "[pelaksana]",
        *(_actor(one) for one in who),
    ]
    for row in rows:
        lines += ["", *_row(row)]
    return "\n".join(lines) + "\n"


def bahan(things: Mapping[str, Bahan]) -> str:
    """The part of bahan.toml that the draft needs."""
    if not things:
        return ""
    lines = [
        "# Usulan bahan baru dari tabel SOP. wujud dan cukup ditebak dari namanya; periksa itu",
        "# sebelum memindahkannya ke bahan.toml instansi Anda.",
    ]
    for one in things.values():
        lines += ["", f"[{one.id}]", f"nama  = {quoted(one.nama)}", f"wujud = {quoted(one.wujud)}"]
        if one.cukup != BIASA[one.wujud]:
            lines.append(f"cukup = {quoted(one.cukup)}")
    return "\n".join(lines) + "\n"


def quoted(words: str) -> str:
    """A text between quotes, as TOML has it."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _list(words: Iterable[str]) -> str:
    return "[" + ", ".join(quoted(one) for one in words) + "]"


def _top(kepala: Kepala, who: Sequence[Orang]) -> list[str]:
    nomor, nama = kepala.isi.get("nomor", ""), kepala.isi.get("nama", "")
    doubted = [one for one in kepala.tafsir if one in ("nomor", "nama")]
    if not nama and kepala.judul_tabel:
        nama = kepala.judul_tabel
        doubted.append("nama")
    doubted += [f"identitas.{one}" for one in kepala.tafsir if _stands(kepala, one)]
    doubted += [f"pelaksana.{one.id}" for one in who if not one.pasti]
    lines = [f"nomor  = {quoted(nomor)}", f"nama   = {quoted(nama)}"]
    if not nomor:
        lines[0] += "   # tidak terbaca pada sumber"
    if not nama:
        lines[1] += "   # tidak terbaca pada sumber; isi sebelum dipakai"
    return [*lines, f"tafsir = {_list(dict.fromkeys(doubted))}"]


def _stands(kepala: Kepala, name: str) -> bool:
    """Whether a field is written into the block at all."""
    if name == "instansi":
        return bool(kepala.instansi)
    if name == "pengesah":
        return kepala.pengesah != Pengesah()
    return bool(kepala.daftar.get(name)) or (name in _HARI and bool(kepala.isi.get(name)))


def _identitas(kepala: Kepala) -> list[str]:
    lines = ["[identitas]"]
    if kepala.instansi:
        lines += _many("instansi", kepala.instansi)
    lines += [f"{one} = {quoted(kepala.isi[one])}" for one in _HARI if kepala.isi.get(one)]
    if kepala.judul_tabel:
        lines.append(f"judul_tabel = {quoted(kepala.judul_tabel)}")
    for one in DAFTAR:
        if kepala.daftar.get(one):
            lines += _many(one, kepala.daftar[one])
    if kepala.pengesah != Pengesah():
        lines += ["", "[identitas.pengesah]", *_person(kepala.pengesah)]
    for person in kepala.tanda_tangan:
        lines += ["", "[[identitas.tanda_tangan]]", *_person(person)]
    return [*lines, ""]


def _many(key: str, words: Sequence[str]) -> list[str]:
    return [f"{key} = [", *(f"    {quoted(one)}," for one in words), "]"]


def _person(one: Pengesah) -> list[str]:
    told = {
        "sebagai": one.sebagai,
        "jabatan": one.jabatan,
        "nama": one.nama,
        "pangkat": one.pangkat,
        "nip": one.nip,
    }
    return [f"{key} = {quoted(words)}" for key, words in told.items() if words]


def _actor(one: Orang) -> str:
    group = f", kelompok = {quoted(one.kelompok)}" if one.kelompok else ""
    line = f"{one.id} = {{ sebutan = {quoted(one.sebutan)}, peran = {quoted(one.peran)}{group} }}"
    if not one.peran:
        return f"{line}   # peran tidak dikenali dari namanya; pilih satu"
    return line if one.pasti else f"{line}   # peran ditebak dari namanya"


def _row(row: Isian) -> list[str]:
    lines = ["[[langkah]]", *(f"# Periksa: {one_line(one)}." for one in row.ragu)]
    lines += [
        f"kegiatan    = {quoted(row.kegiatan)}",
        f"pelaksana   = {_list(row.pelaksana)}",
        f"kelengkapan = {_list(row.perlu)}",
        f"waktu       = {quoted(row.waktu)}",
        f"keluaran    = {_list(row.hasil)}",
    ]
    if row.keterangan or "keterangan" in row.tafsir:
        lines.append(f"keterangan  = {quoted(row.keterangan)}")
    if row.cabang:
        ways = ", ".join(f"{name} = {quoted(goal)}" for name, goal in row.cabang.items())
        lines.append(f"cabang      = {{ {ways} }}")
    if row.tafsir:
        lines.append(f"tafsir      = {_list(row.tafsir)}")
    written = f"kelengkapan = {quoted(one_line(row.kelengkapan))}"
    lines.append(f"tertulis    = {{ {written}, keluaran = {quoted(one_line(row.keluaran))} }}")
    return lines
