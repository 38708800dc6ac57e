"""The forms of a request and of an objection: for the public, and for the officer at the desk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from service.domain import isian_publik
from service.domain.isian_publik import Aturan
from service.domain.keberatan import ALASAN, MENUNGGU_TENGGAT
from service.face.isi_formulir import Kelompok, Pilihan, Ruas

MENANTI = "baru dapat dipakai setelah batas waktu jawaban lewat"

# How each field looks; what it may hold is in domain/isian_publik.py.
RUPA: dict[str, dict[str, Any]] = {
    "nama": {"isi_otomatis": "name", "contoh": "Contoh Pemohon"},
    "nik": {
        "lebar": "sedang",
        "petunjuk": "16 angka pada KTP. Badan hukum mengosongkannya, dan menulis nomor akta "
        "setelah namanya.",
    },
    "alamat": {"jenis": "panjang", "isi_otomatis": "street-address"},
    "pekerjaan": {"lebar": "sedang"},
    "telepon": {
        "jenis": "telepon",
        "lebar": "sedang",
        "isi_otomatis": "tel",
        "petunjuk": "Isi nomor telepon atau alamat surel, sedikitnya salah satu.",
    },
    "surel": {"jenis": "surel", "isi_otomatis": "email"},
    "sebagai": {"jenis": "radio"},
    "pemberi_kuasa": {
        "petunjuk": "Diisi bila Anda bertindak sebagai kuasa. Lampirkan surat kuasanya di bawah, "
        "atau bawa ke petugas.",
    },
    "rincian": {
        "jenis": "panjang",
        "petunjuk": "Sebutkan informasinya, tahunnya, dan unit yang menguasainya bila Anda tahu.",
        "contoh": "Laporan realisasi anggaran tahun 2025.",
    },
    "tujuan": {"jenis": "panjang"},
    "memperoleh": {"jenis": "radio"},
    "mendapatkan": {"jenis": "radio"},
    "kode_permohonan": {
        "lebar": "sedang",
        "petunjuk": "Dua puluh huruf dan angka pada tanda bukti permohonan.",
        "contoh": "7K2M-4QPR-9T3W-X5YZ-6N8A",
    },
    "nomor_permohonan": {
        "lebar": "sedang",
        "petunjuk": "Bila kodenya tidak ada lagi. Tulis persis seperti pada tanda bukti.",
    },
    "kasus_posisi": {
        "jenis": "panjang",
        "petunjuk": "Ceritakan yang terjadi: kapan Anda meminta, apa jawabannya, dan apa yang "
        "Anda harapkan.",
    },
}
MASUKAN_RUPA: dict[str, dict[str, Any]] = {
    "tentang": {
        "petunjuk": "Informasi apa yang menurut Anda perlu diumumkan, dilengkapi, atau diperbaiki.",
        "contoh": "Jadwal layanan keliling tahun 2026.",
    },
    "isi": {"jenis": "panjang"},
    "nama": {"isi_otomatis": "name", "petunjuk": "Tidak perlu diisi."},
    "kontak": {"petunjuk": "Hanya bila Anda mau dihubungi tentang masukan ini."},
}
PEMOHON = ("nama", "nik", "alamat", "pekerjaan", "telepon", "surel")
KUASA = ("sebagai", "pemberi_kuasa")
ISI = ("rincian", "tujuan")
CARA = ("memperoleh", "mendapatkan")
PERMOHONAN_DIMAKSUD = ("kode_permohonan", "nomor_permohonan")
KASUS = ("tujuan", "kasus_posisi")
# What the same fields are called where an officer fills them in for somebody.
DI_MEJA: dict[str, dict[str, Any]] = {
    "nik": {"petunjuk": "16 angka pada KTP. Untuk badan hukum, tulis nomor akta setelah namanya."},
    "telepon": {"petunjuk": "Bila tanpa telepon dan surel, jawaban dikirim ke alamatnya."},
    "sebagai": {"label": "Kedudukan pemohon"},
    "pemberi_kuasa": {"petunjuk": "Diisi bila pemohon bertindak sebagai kuasa."},
    "rincian": {"petunjuk": "Informasinya, tahunnya, dan unit yang menguasainya."},
    "kode_permohonan": {"petunjuk": "Pada tanda bukti permohonan, bila pemohon membawanya."},
    "nomor_permohonan": {"petunjuk": "Persis seperti di register permohonan."},
    "kasus_posisi": {"petunjuk": "Kapan ia meminta, apa jawabannya, dan apa yang ia harapkan."},
}


def at_desk(kelompok: Iterable[Kelompok]) -> tuple[Kelompok, ...]:
    """The same fields in words for an officer."""
    return tuple(
        replace(one, ruas=tuple(replace(x, **DI_MEJA.get(x.nama, {})) for x in one.ruas))
        for one in kelompok
    )


def permohonan(
    isian: Mapping[str, str], galat: Mapping[str, str], *, nik: bool
) -> tuple[Kelompok, ...]:
    """The fields of a request with what was typed in them and what is wrong beside it."""

    def group(judul: str, names: Iterable[str]) -> Kelompok:
        return Kelompok(judul, _filled(isian_publik.PERMOHONAN, names, isian, galat, nik=nik))

    return (
        group("Pemohon", PEMOHON),
        group("Kuasa", KUASA),
        group("Informasi yang diminta", ISI),
        group("Cara menerima", CARA),
    )


def keberatan(
    isian: Mapping[str, str], galat: Mapping[str, str], *, nik: bool
) -> tuple[Kelompok, ...]:
    """The fields of an objection, the same way."""

    def fields(names: Iterable[str]) -> tuple[Ruas, ...]:
        return _filled(isian_publik.KEBERATAN, names, isian, galat, nik=nik)

    return (
        Kelompok(
            "Permohonan yang dimaksud",
            fields(PERMOHONAN_DIMAKSUD),
            "Isi salah satu. Keduanya boleh kosong hanya untuk alasan huruf b.",
        ),
        Kelompok("Alasan keberatan", (_alasan(isian, galat),)),
        Kelompok("Pemohon", fields(PEMOHON)),
        Kelompok("Kuasa", fields(KUASA)),
        Kelompok("Uraian", fields(KASUS)),
    )


def masukan(
    isian: Mapping[str, str],
    galat: Mapping[str, str],
    *,
    nik: bool,  # noqa: ARG001 (asks nothing of the kind)
) -> tuple[Kelompok, ...]:
    """The fields of a suggestion, the same way."""
    fields = tuple(
        Ruas(
            one.nama,
            one.label,
            isian.get(one.nama, ""),
            wajib=one.wajib,
            batas=one.batas,
            galat=galat.get(one.nama, ""),
            **MASUKAN_RUPA[one.nama],
        )
        for one in isian_publik.MASUKAN
    )
    return (Kelompok("Masukan", fields[:2]), Kelompok("Bila Anda mau dihubungi", fields[2:]))


def _alasan(isian: Mapping[str, str], galat: Mapping[str, str]) -> Ruas:
    return Ruas(
        "alasan",
        "Alasan menurut Pasal 35 ayat (1) UU 14 Tahun 2008",
        jenis="centang",
        petunjuk="Pilih satu atau lebih.",
        pilihan=tuple(
            Pilihan(
                letter,
                f"{letter}. {kata}",
                f"Alasan ini {MENANTI}." if letter in MENUNGGU_TENGGAT else "",
            )
            for letter, kata in ALASAN.items()
        ),
        terpilih=isian_publik.grounds(isian.get("alasan", "")),
        galat=galat.get("alasan", ""),
    )


def _filled(
    aturan: Iterable[Aturan],
    names: Iterable[str],
    isian: Mapping[str, str],
    galat: Mapping[str, str],
    *,
    nik: bool,
) -> tuple[Ruas, ...]:
    known = {one.nama: one for one in aturan}
    return tuple(
        replace(ruas(known[nama]), nilai=isian.get(nama, ""), galat=galat.get(nama, ""))
        for nama in names
        if nik or nama != "nik"
    )


def ruas(one: Aturan) -> Ruas:
    """A field as it looks on a page."""
    return Ruas(
        one.nama,
        one.label,
        wajib=one.wajib,
        batas=one.batas,
        pilihan=tuple(Pilihan(nilai, teks) for nilai, teks in one.pilihan.items()),
        **RUPA[one.nama],
    )
