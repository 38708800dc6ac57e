"""The form of a meeting: its call, its agenda and its people, each row with what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import time

from service.domain.rapat import CARA, SEBAGAI, Acara, Peserta, Rapat
from service.domain.rapat import PESERTA as ANGGOTA
from service.face.isi_formulir import Formulir, JenisRuas, Kelompok, Pilihan, Ruas
from service.web.dasar.forms import Terisi

ACARA, PESERTA = "acara", "peserta"
PANJANG = 4_000  # letters said on one item
BAGIAN = {
    ACARA: ("judul", "pembahasan", "putusan"),
    PESERTA: ("nama", "jabatan", "unit", "sebagai", "hadir", "diwakili"),
}
HADIR = (Pilihan("ya", "Hadir"), Pilihan("tidak", "Tidak hadir"))
DATANG = {"": None, "ya": True, "tidak": False}
KATA = {None: "", True: "ya", False: "tidak"}


@dataclass(frozen=True)
class FormRapat:
    """The form, and which of its groups are rows of what."""

    formulir: Formulir
    acara: tuple[Kelompok, ...]
    peserta: tuple[Kelompok, ...]


def form_of(one: Rapat, at: str, kunci: tuple[str, int], *, hasil: bool) -> Formulir:
    """The form of a meeting; `hasil`: its day has come, so what came of it is asked, too."""
    id_, versi = kunci
    hidden = (
        Ruas("rapat", "Rapat", id_, "tersembunyi", batas=40),
        Ruas("versi", "Versi", str(versi), "tersembunyi"),
    )
    groups = (
        Kelompok("", (*hidden, *_call(one))),
        *(_agenda_row(n, each, hasil=hasil) for n, each in enumerate(one.acara, 1)),
        *(_person_row(n, each, hasil=hasil) for n, each in enumerate(one.peserta, 1)),
    )
    return Formulir(at, "Simpan", groups)


def with_room(one: Rapat) -> Rapat:
    """A meeting with empty rows to begin in."""
    agenda = one.acara or (Acara(""),)
    return replace(one, acara=agenda, peserta=one.peserta or (Peserta(""),) * 3)


def parts(formulir: Formulir) -> FormRapat:
    """The groups of a form as its page lays them out."""
    return FormRapat(formulir, _rows(formulir, ACARA), _rows(formulir, PESERTA))


def _rows(formulir: Formulir, apa: str) -> tuple[Kelompok, ...]:
    return tuple(
        one for one in formulir.kelompok[1:] if one.ruas and one.ruas[0].nama.startswith(f"{apa}-")
    )


def _call(one: Rapat) -> tuple[Ruas, ...]:
    ways = tuple(Pilihan(kode, kata) for kode, kata in CARA.items())
    day = one.tanggal.isoformat() if one.tanggal else ""
    return (
        Ruas("judul", "Acara pokok", one.judul, wajib=False, batas=300),
        Ruas("tanggal", "Hari rapat", day, "tanggal", wajib=False, lebar="sempit"),
        Ruas("mulai", "Mulai pukul", _hour(one.mulai), "jam", wajib=False, lebar="sempit"),
        Ruas(
            "selesai",
            "Selesai pukul",
            _hour(one.selesai),
            "jam",
            "Boleh dikosongkan: sampai selesai.",
            wajib=False,
            lebar="sempit",
        ),
        Ruas("cara", "Cara rapat", one.cara, "radio", pilihan=ways, wajib=False),
        Ruas("tempat", "Tempat", one.tempat, wajib=False, batas=200),
        Ruas(
            "tautan",
            "Tautan rapat daring",
            one.tautan,
            contoh="https://rapat.contoh.id/123",
            wajib=False,
            batas=500,
        ),
    )


def _hour(at: time | None) -> str:
    return f"{at:%H:%M}" if at else ""


def _agenda_row(n: int, one: Acara, *, hasil: bool) -> Kelompok:
    said: JenisRuas = "panjang" if hasil else "tersembunyi"
    name = f"{ACARA}-{n}"
    ruas = (
        Ruas(f"{name}-judul", "Pokok acara", one.judul, wajib=False, batas=300),
        Ruas(f"{name}-pembahasan", "Pembahasan", one.pembahasan, said, wajib=False, batas=PANJANG),
        Ruas(f"{name}-putusan", "Hasil", one.putusan, said, wajib=False, batas=PANJANG),
    )
    return Kelompok(f"Acara {n}", ruas)


def _person_row(n: int, one: Peserta, *, hasil: bool) -> Kelompok:
    name = f"{PESERTA}-{n}"
    parts = tuple(Pilihan(kode, kata) for kode, kata in SEBAGAI.items())
    came = KATA[one.hadir]
    ruas = (
        Ruas(f"{name}-nama", "Nama", one.nama, wajib=False, batas=120),
        Ruas(f"{name}-jabatan", "Jabatan", one.jabatan, wajib=False, batas=160),
        Ruas(f"{name}-unit", "Unit", one.unit, wajib=False, batas=160),
        Ruas(f"{name}-sebagai", "Sebagai", one.sebagai, "pilih", wajib=False, pilihan=parts),
        Ruas(f"{name}-hadir", "Kehadiran", came, "pilih", pilihan=HADIR, wajib=False)
        if hasil
        else Ruas(f"{name}-hadir", "Kehadiran", came, "tersembunyi", wajib=False, pilihan=HADIR),
        Ruas(
            f"{name}-diwakili",
            "Diwakili oleh",
            one.diwakili,
            "teks" if hasil else "tersembunyi",
            wajib=False,
            batas=120,
        ),
    )
    return Kelompok(f"Peserta {n}", ruas)


# --- what was sent ---------------------------------------------------------------------------


def sent_rows(sent: Mapping[str, str]) -> tuple[int, int]:
    """How many rows of each came with a form; those over the limit, too, so that none is lost."""
    return _count(sent, ACARA), _count(sent, PESERTA)


def _count(sent: Mapping[str, str], apa: str) -> int:
    n, first = 0, BAGIAN[apa][0]
    while f"{apa}-{n + 1}-{first}" in sent:
        n += 1
    return n


def skeleton(sent: Mapping[str, str]) -> Rapat:
    """A meeting with as many rows as came, for a form that takes what was typed."""
    acara, peserta = sent_rows(sent)
    return Rapat(acara=(Acara(""),) * acara, peserta=(Peserta(""),) * peserta)


def rapat_of(sent: Terisi) -> Rapat:
    """The meeting as it was typed; rows in which nothing stands are left out."""
    acara, peserta = sent_rows(sent.nilai)
    agenda = (_agenda(sent, n) for n in range(1, acara + 1))
    people = (_person(sent, n) for n in range(1, peserta + 1))
    return Rapat(
        judul=sent["judul"],
        tanggal=sent.tanggal("tanggal"),
        mulai=sent.jam("mulai"),
        selesai=sent.jam("selesai"),
        cara=sent["cara"],
        tempat=sent["tempat"],
        tautan=sent["tautan"],
        acara=tuple(one for one in agenda if one != Acara("")),
        peserta=tuple(one for one in people if replace(one, sebagai="") != Peserta("", sebagai="")),
    )


def _agenda(sent: Terisi, n: int) -> Acara:
    return Acara(*(sent[f"{ACARA}-{n}-{part}"] for part in BAGIAN[ACARA]))


def _person(sent: Terisi, n: int) -> Peserta:
    told = (sent[f"{PESERTA}-{n}-{part}"] for part in BAGIAN[PESERTA])
    nama, jabatan, unit, sebagai, hadir, diwakili = told
    return Peserta(nama, jabatan, unit, sebagai or ANGGOTA, DATANG[hadir], diwakili)


# --- what is wrong, at its field -------------------------------------------------------------


def placed(formulir: Formulir, one: Rapat, faults: Mapping[str, str]) -> Formulir:
    """The form of a meeting with each fault at the field that mends it."""
    at = {_field(one, key): kata for key, kata in faults.items()}
    groups = tuple(
        replace(group, ruas=tuple(replace(x, galat=at.get(x.nama, "")) for x in group.ruas))
        for group in formulir.kelompok
    )
    return replace(formulir, kelompok=groups)


def _field(one: Rapat, key: str) -> str:
    people, agenda = list(enumerate(one.peserta, 1)), list(enumerate(one.acara, 1))
    if key == "acara":
        return f"{ACARA}-1-judul"
    if key == "putusan":
        bare = next((n for n, each in agenda if not each.putusan.strip()), 1)
        return f"{ACARA}-{bare}-putusan"
    if key == "peserta":
        nameless = next((n for n, each in people if not each.nama.strip()), len(people) or 1)
        return f"{PESERTA}-{nameless}-nama"
    if key == "hadir":
        unsaid = next((n for n, each in people if each.hadir is None and not each.diwakili), 1)
        return f"{PESERTA}-{unsaid}-hadir"
    return key
