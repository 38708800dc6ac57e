"""The form of the head of a draft: its name, the block above its table, what opens a berkas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from service.acts.sop.konsep import PELAKSANA, Terbaca
from service.domain.sop.konsep import SopKonsep
from service.domain.sop.periksa_buka import Nama
from service.face.isi_formulir import Kelompok, Pilihan, Ruas
from service.web.dasar.centang import chosen
from service.web.dasar.forms import Terisi
from service.web.sop.kata import field, lines, many, put, table, text

UMUM = "umum:"
HARI = ("dibuat", "direvisi", "efektif", "disahkan")
DAFTAR = (
    ("instansi", "Nama instansi di kepala SOP"),
    ("dasar_hukum", "Dasar hukum"),
    ("kualifikasi", "Kualifikasi pelaksana"),
    ("keterkaitan", "Keterkaitan"),
    ("peralatan", "Peralatan dan perlengkapan"),
    ("peringatan", "Peringatan"),
    ("pencatatan", "Pencatatan dan pendataan"),
)
ORANG = (("jabatan", "Jabatan"), ("nama", "Nama"), ("pangkat", "Pangkat"), ("nip", "NIP"))
LANGSUNG = (Pilihan("ya", "Boleh dibuka petugas"), Pilihan("tidak", "Tidak dibuka petugas"))
RUJUK = (Pilihan("ya", "Boleh dipanggil SOP lain"), Pilihan("tidak", "Berdiri sendiri"))


def head(one: Terbaca) -> tuple[Kelompok, ...]:
    """The fields of the head, as the draft has it."""
    top = one.konsep.kepala
    block, opens = table(top.get("identitas")), table(top.get("buka"))
    return (
        Kelompok("SOP", tuple(_names(one, top))),
        Kelompok(
            "Kepala tabel",
            (
                *(_plain(f"id_{name}", f"Tanggal {name}", block.get(name)) for name in HARI),
                _plain("id_judul_tabel", "Judul di atas tabel", block.get("judul_tabel")),
                *(_list(f"id_{name}", label, block.get(name)) for name, label in DAFTAR),
            ),
            "Sebagaimana tertulis; tanggal boleh tidak lengkap. Daftar: satu baris satu.",
        ),
        Kelompok(
            "Disahkan oleh",
            tuple(
                _plain(f"sah_{name}", label, table(block.get("pengesah")).get(name))
                for name, label in ORANG
            ),
        ),
        Kelompok("Kapan berkas dibuka", _opening(opens, one.periksa.nama)),
    )


def _names(one: Terbaca, top: Mapping[str, Any]) -> Iterator[Ruas]:
    yield _plain("nomor", "Nomor SOP", top.get("nomor"))
    yield _plain("nama", "Nama SOP", top.get("nama"), "Sebagaimana tertulis pada SOP.")
    yield _plain("judul", "Sebutan sehari-hari", top.get("judul"), "Kosong: nama SOP-nya.")
    every = tuple(
        Pilihan(x, x.replace("_", " ")) for x in sorted({*one.periksa.lain, one.konsep.kode}) if x
    )
    yield Ruas(
        "kode",
        "Menggantikan SOP",
        one.konsep.kode,
        "pilih",
        "Yang diganti tetap ada di riwayatnya, dan berkas yang berjalan tetap mengikutinya.",
        wajib=False,
        pilihan=(Pilihan("", "Tidak ada: ini SOP baru"), *every),
    )
    hint = "Hanya bila dibuka kalender. Kosong: tidak berulang."
    yield Ruas(
        "berkala",
        "Berulang setiap",
        text(top.get("berkala")),
        "teks",
        hint,
        "1 bulan",
        wajib=False,
        lebar="sempit",
    )
    unsure = doubted(one.konsep)
    if unsure:
        yield Ruas(
            "tafsir",
            "Masih belum pasti",
            jenis="centang",
            petunjuk="Hapus centangnya setelah Anda memastikannya.",
            wajib=False,
            pilihan=unsure,
            terpilih=tuple(one.nilai for one in unsure),
        )


def _opening(opens: Mapping[str, Any], nama: Nama) -> tuple[Ruas, ...]:
    direct = "tidak" if opens.get("petugas") is False else "ya"
    called = "ya" if opens.get("rujukan") is True else "tidak"
    kiriman, term = many(opens.get("kiriman")), text(opens.get("tenggat"))
    return (
        Ruas("petugas", "Petugas", direct, "radio", pilihan=LANGSUNG),
        Ruas("dirujuk", "SOP lain", called, "radio", pilihan=RUJUK),
        Ruas(
            "kiriman",
            "Kiriman",
            jenis="centang",
            petunjuk="Jenis kiriman yang membukanya sendiri.",
            wajib=False,
            pilihan=_offered({one.id: one.nama for one in nama.jenis or ()}, kiriman),
            terpilih=tuple(kiriman),
        ),
        Ruas(
            "tenggat",
            "Tenggat hukum",
            term,
            "pilih",
            "Berjalan sejak berkas dibuka. Tambahkan yang lain di halaman instansi.",
            wajib=False,
            pilihan=(Pilihan("", "Tidak ada"), *_offered(_terms(nama), [term] if term else [])),
        ),
    )


def _terms(nama: Nama) -> dict[str, str]:
    return {
        one.id: f"{one.id.replace('_', ' ').capitalize()}: {one.jumlah} hari kerja"
        for one in nama.tenggat or ()
    }


def _offered(known: Mapping[str, str], held: Iterable[str]) -> tuple[Pilihan, ...]:
    """What can be chosen; what the draft has and nobody knows stays, to be seen and taken away."""
    strange = {one: f"{one} (tidak dikenal)" for one in held if one not in known}
    return tuple(Pilihan(one, label) for one, label in {**known, **strange}.items())


def _plain(nama: str, label: str, value: Any, hint: str = "") -> Ruas:
    return Ruas(nama, label, text(value), "teks", hint, wajib=False, batas=1000)


def _list(nama: str, label: str, value: Any) -> Ruas:
    return Ruas(nama, label, lines(value), "panjang", wajib=False)


def keep_head(now: SopKonsep, sent: Terisi) -> SopKonsep:
    """The draft with its head as it was written."""
    top, block = dict(now.kepala), dict(table(now.kepala.get("identitas")))
    for name in ("nomor", "nama", "judul", "berkala"):
        put(top, name, sent[name])
    left = _boxes(sent, "tafsir")
    put(top, "tafsir", [one for one in many(top.get("tafsir")) if one in left])
    ragu = tuple(one for one in now.ragu if f"{UMUM}{one.sebab}" in left)
    for name in (*HARI, "judul_tabel"):
        put(block, name, sent[f"id_{name}"])
    for name, _ in DAFTAR:
        put(block, name, _split(sent[f"id_{name}"]))
    person = dict(table(block.get("pengesah")))
    for name, _ in ORANG:
        put(person, name, sent[f"sah_{name}"])
    put(block, "pengesah", person)
    put(top, "identitas", block)
    opens = dict(table(top.get("buka")))
    put(opens, "kiriman", list(_boxes(sent, "kiriman")))
    put(opens, "tenggat", sent["tenggat"])
    put(opens, "petugas", False if sent["petugas"] == "tidak" else None)
    put(opens, "rujukan", True if sent["dirujuk"] == "ya" else None)
    put(top, "buka", opens)
    for name in ("nomor", "nama"):  # the one that must be there shows as a fault where it is not
        top.setdefault(name, "")
    return replace(now, kepala=top, kode=sent["kode"], ragu=ragu)


def doubted(konsep: SopKonsep) -> tuple[Pilihan, ...]:
    """What of the head is not sure: its fields, and what was said of the whole."""
    known = table(konsep.kepala.get(PELAKSANA))
    found = []
    for path in many(konsep.kepala.get("tafsir")):
        first, _, rest = path.partition(".")
        said = text(table(known.get(rest)).get("sebutan")) if first == PELAKSANA else ""
        labels = {**dict(DAFTAR), "pengesah": "Disahkan oleh"}
        name = said or labels.get(rest) or field(rest or first)
        found.append(Pilihan(path, f"Peran {name}" if said else name))
    return (*found, *(Pilihan(f"{UMUM}{one.sebab}", one.sebab) for one in konsep.ragu))


def _boxes(sent: Terisi, nama: str) -> tuple[str, ...]:
    found = next((one for one in sent.formulir.ruas if one.nama == nama), None)
    return chosen(found) if found else ()


def _split(words_: str) -> list[str]:
    return [one.strip() for one in words_.split("\n") if one.strip()]
