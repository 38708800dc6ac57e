"""What a person can do with a template: send files, go back to a version, withdraw it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from flask import current_app, url_for

from service.acts.pasangan.masuk import TERBESAR
from service.acts.pasangan.riwayat import Versi
from service.domain import paper
from service.domain.pasangan_versi import PasanganKonsep
from service.domain.ruas import RUPA_INSTANSI, RUPA_SENDIRI
from service.domain.wewenang import WAJIB, Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pastikan, Pilihan, Ruas
from service.web.dasar.auth import hadir, house
from service.web.pasangan.isi import called, rule, shown

PERIKSA = "pasangan_periksa.show"
RUPA = (
    Pilihan("", "Seperti sebelumnya"),
    Pilihan(RUPA_INSTANSI, "Ikut tata naskah instansi: kertas, huruf, dan logonya"),
    Pilihan(RUPA_SENDIRI, "Seperti di file Word"),
)


def name_of(every: Sequence[Versi], konsep: PasanganKonsep | None = None) -> str:
    """What papers of a kind are called, by the newest version that can be read."""
    for one in reversed(every):
        kind, _ = paper.read(one.jenis, one.teks, "") if one.teks else (None, [])
        if kind:
            return kind.nama
    return konsep.nama if konsep else every[-1].jenis.replace("_", " ").capitalize()


def tools_for(
    instansi: str,
    jenis: str,
    every: Sequence[Versi],
    konsep: PasanganKonsep | None,
    wrong: Formulir | None,
) -> dict[str, Any]:
    """What this person is offered on the page of a template."""
    may = hadir().may(Act.PASANGAN, instansi)
    decides = hadir().may(Act.PASANGAN_USE, instansi)
    other = decides and _by_another(instansi, every[-1])
    back = decides and not other
    found = shown(every)
    return {
        "formulir": (wrong or upload(instansi, jenis, konsep)) if may else None,
        "banding": _choice(every),
        "periksa": _clinic(instansi, jenis) if may else None,
        "orang_lain": other,
        "versi": tuple(
            replace(one, kembali=_back(instansi, jenis, every, one.urut, one.judul))
            if back and not one.berlaku and not one.dicabut
            else one
            for one in found
        ),
        "cabut": _withdrawal(instansi, jenis, every) if back else None,
    }


def _choice(every: Sequence[Versi]) -> tuple[Ruas, ...]:
    """Which two versions to lay beside each other; none where there are no two."""
    there = [one for one in every if one.berlaku]
    if len(there) < 2:
        return ()
    some = tuple(Pilihan(str(one.urut), called(one)) for one in there)
    first, last = some[0].nilai, some[-1].nilai
    return (
        Ruas("dari", "Versi ini", first, "pilih", pilihan=some, lebar="sedang"),
        Ruas("ke", "dengan versi ini", last, "pilih", pilihan=some, lebar="sedang"),
    )


def _by_another(instansi: str, now: Versi) -> bool:
    """Whether this person put it in force, where two people must decide."""
    mine = now.terbit is not None and now.terbit.oleh == hadir().orang.id
    return mine and now.berlaku and rule(instansi) == WAJIB


def _clinic(instansi: str, jenis: str) -> Tautan | None:
    if PERIKSA not in current_app.view_functions:
        return None
    return Tautan("Periksa templat", url_for(PERIKSA, instansi=instansi, jenis=jenis))


def upload(instansi: str, jenis: str, konsep: PasanganKonsep | None) -> Formulir:
    """The form for changed files of a kind that there is."""
    at = url_for("pasangan_unggah.send", instansi=instansi, jenis=jenis)
    versi = str(konsep.versi) if konsep else "0"
    return Formulir(
        at,
        "Periksa dan simpan sebagai konsep",
        (Kelompok("", (*fields(house().new_id(), versi), _looks())),),
        berlampiran=True,
        jaga=False,
    )


def fields(tanda: str, versi: str) -> tuple[Ruas, ...]:
    """The two files, and what tells a second try from a first."""
    return (
        Ruas(
            "docx",
            "Templat Word",
            jenis="file",
            petunjuk=f"File .docx, paling besar {TERBESAR // 1_000_000} MB. Boleh kosong bila "
            "hanya daftar ruasnya yang berubah.",
            wajib=False,
        ),
        Ruas(
            "toml",
            "Daftar ruas",
            jenis="file",
            petunjuk="File .toml. Boleh kosong bila hanya templat Word yang berubah.",
            wajib=False,
        ),
        Ruas("tanda", "Tanda", tanda, "tersembunyi", wajib=False),
        Ruas("versi", "Versi", versi, "tersembunyi", wajib=False),
    )


def _looks() -> Ruas:
    return Ruas(
        "rupa",
        "Rupa naskah",
        "",
        "pilih",
        "Kertas, jenis huruf, dan logo pada naskah jadi.",
        wajib=False,
        pilihan=RUPA,
    )


def _back(instansi: str, jenis: str, every: Sequence[Versi], urut: int, judul: str) -> Pastikan:
    """The question before an earlier version comes back."""
    name = f"kembali-{urut}"
    return Pastikan(
        name,
        f"Kembali ke versi ini… ({judul})",
        f"Kembali ke {judul.lower()}?",
        "Naskah yang belum disetujui dicetak ulang dengan versi itu. Naskah yang sudah disetujui "
        f"tidak berubah, dan {called(every[-1]).lower()} tetap ada di riwayat.",
        url_for("pasangan_versi.go_back", instansi=instansi, jenis=jenis),
        f"Kembali ke {judul.lower()}",
        (
            Ruas("kini", "Versi kini", str(every[-1].urut), "tersembunyi"),
            Ruas("urut", "Versi yang dituju", str(urut), "tersembunyi"),
            Ruas("alasan", "Alasan", "", "panjang", batas=1000, kunci=f"alasan-{urut}"),
        ),
    )


def _withdrawal(instansi: str, jenis: str, every: Sequence[Versi]) -> Pastikan | None:
    if every[0].terbit is None or not every[-1].berlaku:
        return None
    nama = name_of(every)
    return Pastikan(
        "cabut",
        "Cabut templat…",
        f"Cabut templat {nama}?",
        "Tidak ada naskah baru yang dapat dibuat dari templat ini. Naskah yang sudah disetujui "
        "tidak berubah, dan riwayatnya tetap ada.",
        url_for("pasangan_versi.withdraw", instansi=instansi, jenis=jenis),
        "Cabut templat",
        (
            Ruas("kini", "Versi kini", str(every[-1].urut), "tersembunyi"),
            Ruas("alasan", "Alasan pencabutan", "", "panjang", batas=1000, kunci="alasan-cabut"),
        ),
    )
