"""The form by which an old book is taken over from a table."""

from __future__ import annotations

import hashlib
from pathlib import Path

from service.acts.nomor import impor as nomor_impor
from service.domain.refusals import Refusal, TidakAda
from service.face.isi_formulir import Ruas
from service.web.dasar.forms import Terisi
from service.web.nomor.sasaran import Pratinjau, Sasaran

DISEBUT = 30  # faults that one page names


def salin(_: Sasaran) -> tuple[Ruas, ...]:
    """The table, and the mark that it is the one that was looked at."""
    kata = (
        "Excel (.xlsx) dengan judul lajur nomor, tanggal, perihal, tujuan, urutannya bebas. "
        "Berkas menunjukkan isinya dahulu; sesudah itu pilih file yang sama sekali lagi."
    )
    return (
        Ruas("tabel", "Buku lama", jenis="file", petunjuk=kata),
        Ruas("sidik", "Sidik", "", "tersembunyi", wajib=False, batas=64),
    )


def look_table(one: Sasaran, sent: Terisi, file: Path | None) -> Pratinjau:
    """What would be copied; ready only once the same file is sent again."""
    if file is None:
        raise Refusal("Pilih file Excel buku lama.")
    sidik = hashlib.sha256(file.read_bytes()).hexdigest()
    found = nomor_impor.look(
        one.house, one.oleh, one.agency.kode, one.seri, one.on, file, one.perkara
    )
    isi = found.isi
    if isi.salah:
        more = len(isi.salah) - DISEBUT
        tail = (f"… dan {more} baris lain.",) if more > 0 else ()
        return Pratinjau((), (*isi.salah[:DISEBUT], *tail), siap=False)
    kata = [f"Terbaca {len(isi.baris)} nomor, dari {isi.awal} sampai {isi.akhir}."]
    if holes := [n for n in range(isi.awal, found.akhir + 1) if n in isi.lubang or n > isi.akhir]:
        told = ", ".join(map(str, holes[:DISEBUT])) + (" …" if len(holes) > DISEBUT else "")
        kata.append(f"Tidak ada di tabel, akan tercatat batal: {told}.")
    kata += isi.catatan[:DISEBUT]
    begun = one.state.terakhir >= one.state.mulai
    after = one.state.terakhir if begun else found.akhir
    kata.append(f"Nomor berikutnya dari Berkas: {after + 1}.")
    if sent["sidik"] != sidik:
        kata.append("Belum ada yang disalin. Bila benar, pilih file yang sama, lalu salin.")
    return Pratinjau(tuple(kata), siap=sent["sidik"] == sidik, sidik=sidik)


def bring(one: Sasaran, _: Terisi, file: Path | None) -> object:
    """The book of the table becomes ours."""
    if file is None:
        raise TidakAda("File itu")
    return nomor_impor.bring(
        one.house, one.oleh, one.agency.kode, one.seri, one.on, file, one.perkara
    )
