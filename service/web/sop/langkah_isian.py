"""The form of one row of a draft, and the row that it makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from flask import url_for

from service.domain.sop.bentuk import BERIKUT, LEMBAR, PER_BUTIR, PER_UNIT, SELESAI
from service.domain.sop.konsep import BarisKonsep, SopKonsep
from service.domain.sop.konsep_periksa import Periksa
from service.domain.sop.konsep_susun import ids
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas, Tombol
from service.web.sop.kata import (
    MENUJU,
    field,
    many,
    place,
    reason,
    table,
    text,
    understood,
)
from service.web.sop.langkah_bahan import asked, fresh_things

LANJUT = "lanjut"
ADA, DISIMPULKAN = "ada", "disimpulkan"
SUMBER = (
    Pilihan(ADA, "Ada di tabel SOP"),
    Pilihan(DISIMPULKAN, "Disimpulkan", "Tidak tertulis di tabel; tidak dihitung sebagai baris."),
)
UNTUK = (
    Pilihan("", "Seluruh berkas"),
    Pilihan(PER_UNIT, "Setiap unit kerja"),
    Pilihan(PER_BUTIR, "Setiap butir informasi"),
)
LAIN = "lain"
KEPUTUSAN, LAINNYA, BAHAN_BARU = "Keputusan", "Keterangan dan lainnya", "Bahan baru"
_KOSONG = 2  # places for what is added, in one go


def form(konsep: SopKonsep, row: BarisKonsep, periksa: Periksa, terlihat: str) -> Formulir:
    """The row as it can be written anew; it carries what of it was seen."""
    isi = row.isi
    lain = (Tombol("Simpan, buka langkah berikutnya", LANJUT),)
    after = place(konsep, row) < len(konsep.langkah)
    return Formulir(
        url_for("sop_langkah.write", konsep_id=konsep.id, kunci=row.kunci),
        "Simpan langkah",
        (
            Kelompok("", (Ruas("terlihat", "Terlihat", terlihat, "tersembunyi", wajib=False),)),
            Kelompok("Kegiatan dan pelaksana", _work(konsep, isi)),
            Kelompok("Kelengkapan", tuple(asked(konsep, isi, "kelengkapan", periksa.bahan))),
            Kelompok("Waktu", (_time(isi),)),
            Kelompok("Output", tuple(asked(konsep, isi, "keluaran", periksa.bahan))),
            Kelompok(
                KEPUTUSAN,
                tuple(_branches(konsep, row)),
                "Isi bila langkah ini punya lebih dari satu hasil. Hasil yang menuju langkah "
                "sebelumnya adalah pengembalian.",
            ),
            Kelompok(LAINNYA, tuple(_more(konsep, row, periksa))),
            Kelompok(
                BAHAN_BARU,
                tuple(fresh_things()),
                "Hanya bila yang diperlukan belum ada di daftar bahan di atas.",
            ),
            Kelompok("Kepastian", tuple(_sure(row))),
        ),
        lain=lain if after else (),
        batal=Tautan("Kembali ke konsep", url_for("sop_konsep.show", konsep_id=konsep.id)),
    )


def _work(konsep: SopKonsep, isi: Mapping[str, Any]) -> tuple[Ruas, ...]:
    every = _actors(konsep, isi)
    own, along = tuple(many(isi.get("pelaksana"))), tuple(many(isi.get("bersama")))
    return (
        Ruas("kegiatan", "Kegiatan", text(isi.get("kegiatan")), "panjang", wajib=False),
        Ruas(
            "pelaksana",
            "Pelaksana",
            jenis="centang",
            petunjuk="Setiap yang dicentang dapat menyelesaikan langkah ini.",
            pilihan=every,
            terpilih=own,
            wajib=False,
        ),
        Ruas("bersama", "Yang ikut", "", "centang", wajib=False, pilihan=every, terpilih=along),
    )


def _actors(konsep: SopKonsep, isi: Mapping[str, Any]) -> tuple[Pilihan, ...]:
    known = table(konsep.kepala.get("pelaksana"))
    named = [*known, *many(isi.get("pelaksana")), *many(isi.get("bersama"))]
    found = []
    for one in dict.fromkeys(named):
        said = known.get(one)
        name = said if isinstance(said, str) else text(table(said).get("sebutan"))
        found.append(Pilihan(one, name or f"{one} (belum dikenal)"))
    return tuple(found)


def _time(isi: Mapping[str, Any]) -> Ruas:
    kata = text(isi.get("waktu"))
    hint = f"Dimengerti: {understood(kata)}."
    return Ruas("waktu", "Waktu", kata, "teks", hint, "15 menit; 2 hari", wajib=False, batas=1000)


def folded(formulir: Formulir) -> tuple[str, ...]:
    """The groups in which nothing stands and nothing is wrong: they open when asked."""
    return tuple(
        one.judul
        for one in formulir.kelompok
        if one.judul in (KEPUTUSAN, LAINNYA, BAHAN_BARU)
        and not any(
            ruas.galat or ruas.terpilih or (ruas.nilai and not ruas.nama.startswith("wujud_"))
            for ruas in one.ruas
        )
    )


def _branches(konsep: SopKonsep, row: BarisKonsep) -> Iterator[Ruas]:
    now = list(table(row.isi.get("cabang")).items())
    goals = (
        Pilihan("", "– pilih –"),
        Pilihan(BERIKUT, MENUJU[BERIKUT].capitalize()),
        *(
            Pilihan(id_, f"Langkah {n}: {_short(konsep, kunci)}")
            for n, (kunci, id_) in enumerate(ids(konsep.langkah).items(), 1)
        ),
        Pilihan(SELESAI, "Selesai: berkas ditutup"),
    )
    known = {one.nilai for one in goals}
    for n in range(1, len(now) + _KOSONG + 1):
        hasil, to = now[n - 1] if n <= len(now) else ("", "")
        where = text(to)
        lost = () if where in known else (Pilihan(where, f"{where} (tidak ada)"),)
        name = hasil.replace("_", " ")
        yield Ruas(f"hasil_{n}", f"Hasil {n}", name, contoh="ya", wajib=False, batas=40)
        yield Ruas(
            f"tujuan_{n}", f"Hasil {n} menuju", where, "pilih", wajib=False, pilihan=goals + lost
        )


def _short(konsep: SopKonsep, kunci: str) -> str:
    row = konsep.row(kunci)
    words = text(row.isi.get("kegiatan")) if row else ""
    return words if len(words) <= 60 else f"{words[:59]}…"


def _more(konsep: SopKonsep, row: BarisKonsep, periksa: Periksa) -> Iterator[Ruas]:
    isi = row.isi
    yield Ruas("keterangan", "Keterangan", text(isi.get("keterangan")), "panjang", wajib=False)
    yield Ruas(
        "untuk", "Dikerjakan untuk", text(isi.get("untuk")), "pilih", wajib=False, pilihan=UNTUK
    )
    hint = "Pisahkan dengan koma. Kosong: untuk setiap butir."
    yield Ruas(
        "hanya", "Hanya bila hasilnya", ", ".join(many(isi.get("hanya"))), "teks", hint, wajib=False
    )
    if parts := [one for one in _parts(konsep) if one]:
        chosen_ = text(isi.get("bagian"))
        yield Ruas(
            "bagian",
            "Bagian SOP",
            chosen_,
            "pilih",
            wajib=False,
            pilihan=tuple(Pilihan(one, one) for one in dict.fromkeys((*parts, chosen_)) if one),
        )
    called = text(isi.get("rujukan"))
    yield Ruas(
        "rujukan",
        "Memanggil SOP lain",
        called,
        "pilih",
        wajib=False,
        pilihan=tuple(
            Pilihan(one, one.replace("_", " "))
            for one in dict.fromkeys((*sorted(periksa.lain), called))
            if one
        ),
    )
    yield Ruas(
        "lembar",
        "Lembar kerja",
        jenis="centang",
        wajib=False,
        pilihan=tuple(Pilihan(one, words.capitalize()) for one, words in LEMBAR.items()),
        terpilih=tuple(many(isi.get("lembar"))),
    )
    hint = "Kosong: nomor langkahnya. Huruf kecil, angka, dan garis bawah."
    yield Ruas(
        "id", "Nama pendek langkah", text(isi.get("id")), "teks", hint, wajib=False, batas=40
    )


def _parts(konsep: SopKonsep) -> list[str]:
    found = konsep.kepala.get("bagian")
    return [text(table(one).get("id")) for one in found] if isinstance(found, list) else []


def _sure(row: BarisKonsep) -> Iterator[Ruas]:
    inferred = row.isi.get("tafsir") is True
    yield Ruas("sumber", "Langkah ini", DISIMPULKAN if inferred else ADA, "radio", pilihan=SUMBER)
    doubted = _doubted(row)
    named = dict.fromkeys((*_MUNGKIN, *doubted))
    why = {one.isian or LAIN: reason(one.sebab) for one in reversed(row.ragu)}
    yield Ruas(
        "ragu",
        "Masih belum pasti",
        jenis="centang",
        petunjuk="Hapus centangnya setelah Anda memastikannya di samping tabel.",
        wajib=False,
        pilihan=tuple(
            Pilihan(one, "Lainnya" if one == LAIN else field(one), why.get(one, ""))
            for one in named
        ),
        terpilih=tuple(doubted),
    )


_MUNGKIN = ("kegiatan", "pelaksana", "kelengkapan", "waktu", "keluaran", "cabang", "keterangan")


def _doubted(row: BarisKonsep) -> tuple[str, ...]:
    marks = many(row.isi.get("tafsir"))
    return tuple(dict.fromkeys((*marks, *(one.isian or LAIN for one in row.ragu))))
