"""What a page offers to do with a withheld piece: it depends on where the piece stands."""

from __future__ import annotations

from dataclasses import dataclass

from service.acts.dikecualikan.baca import Terbuka
from service.acts.dikecualikan.uji import matters
from service.domain.informasi import masa_kecuali as masa
from service.domain.informasi import tutupan
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import (
    BERLAKU_KECUALI,
    DIUJI,
    TERBUKA,
    USULAN_KECUALI,
)
from service.domain.informasi.pembukaan import MENUNGGU
from service.domain.informasi.sumbu import KATEGORI_DIP
from service.domain.jangka import PERISTIWA
from service.domain.uji import TERBUKA as UJI_TERBUKA
from service.domain.wewenang import Act
from service.face.isi_formulir import Formulir, Pilihan, Ruas
from service.web.dasar.auth import hadir, house
from service.web.dikecualikan import ruas
from service.web.kiriman import pindaian


@dataclass(frozen=True)
class Tindak:
    """One thing that can be done with a piece: its name, what follows, and its form."""

    apa: str
    judul: str
    kata: str
    formulir: Formulir


def offered(whole: Terbuka, open_: list[tuple[str, str]]) -> list[Tindak]:
    """What this person may do with the piece now, the most likely first."""
    one = whole.informasi
    found = [*_opened(whole), *_term(whole)] if _may(Act.VERIFY, one) else []
    if _may(Act.VERIFY, one):
        found += _tested(whole, open_) + _worded(whole)
    if _may(Act.DECLASSIFY, one):
        found += _before_term(whole)
    return found + _files(whole)


def open_matters(one: Informasi) -> list[tuple[str, str]]:
    """The withheld matters of tests that this person may put the piece into."""
    return [(x.id, x.judul) for x in matters(house(), hadir(), one)]


def _may(act: Act, one: Informasi) -> bool:
    return hadir().may(act, one.instansi, one.unit)


def _opened(whole: Terbuka) -> list[Tindak]:
    one = whole.informasi
    if one.keadaan != TERBUKA:
        return []
    kinds = tuple(Pilihan(key, kata) for key, kata in KATEGORI_DIP.items())
    own = tutupan.files(one)
    fields = [
        pindaian.tanda(),
        ruas.versi(one),
        Ruas("kategori", "Kategori di DIP", jenis="radio", pilihan=kinds),
        Ruas("tempat", "Tempat pembuatan", one.unsur.tempat, wajib=False, batas=200),
        Ruas("waktu", "Waktu pembuatan", one.unsur.waktu.tertulis, wajib=False, batas=120),
        Ruas(
            "penanggung_jawab",
            "Penanggung jawab",
            one.unsur.penanggung_jawab,
            wajib=False,
            batas=300,
        ),
        Ruas("retensi", "Retensi arsip", one.unsur.retensi.kata, wajib=False, batas=200),
        pindaian.ruas(
            "File yang diumumkan",
            "Kosongkan untuk memakai dokumen aslinya."
            if own
            else "Pilih file yang boleh dibaca umum.",
        ),
    ]
    kata = (
        "Masa pengecualiannya sudah berakhir, jadi terbuka menurut hukum. Pastikan file yang "
        "diumumkan dan kategorinya; barisnya lalu ikut rancangan DIP berikutnya."
    )
    form = ruas.form(one, "pastikan", "Pastikan file dan kategori", fields, berlampiran=True)
    return [Tindak("pastikan", "Pastikan yang diumumkan", kata, form)]


def _term(whole: Terbuka) -> list[Tindak]:
    one = whole.informasi
    if one.keadaan not in BERLAKU_KECUALI:
        return []
    kata = (
        "Berkas uji yang rahasia dibuka dengan informasi ini sebagai butirnya, beserta konsep "
        "keputusan perubahan klasifikasi yang menyebut keputusan lamanya."
    )
    form = ruas.form(one, "konsep", "Buat konsep keputusan perubahan", [])
    found = [Tindak("konsep", "Putuskan kelanjutannya", kata, form)]
    if one.dik.jangka.jenis == PERISTIWA:
        ask = f"Apakah sudah terjadi: {one.dik.jangka.peristiwa}?"
        if whole.dijaga.tahap != masa.DITINJAU:
            ask += " Belum waktunya ditanyakan, tetapi boleh dicatat."
        words = Ruas("alasan", "Keterangan bahwa belum terjadi", jenis="panjang", batas=ruas.ALASAN)
        form = ruas.form(one, "tinjau", "Catat belum terjadi", [pindaian.tanda(), words])
        found.append(Tindak("tinjau", "Tinjau peristiwanya", ask, form))
    return found


def _tested(whole: Terbuka, open_: list[tuple[str, str]]) -> list[Tindak]:
    one, found = whole.informasi, list[Tindak]()
    if one.keadaan == USULAN_KECUALI and open_:
        choices = tuple(Pilihan(id_, judul) for id_, judul in open_)
        fields = [
            pindaian.tanda(),
            ruas.versi(one),
            Ruas("berkas", "Berkas uji", jenis="pilih", pilihan=choices),
        ]
        kata = "Informasi ini menjadi satu butir berkas uji yang rahasia."
        form = ruas.form(one, "uji", "Masukkan ke berkas uji", fields)
        found.append(Tindak("uji", "Mulai pengujian", kata, form))
    if one.keadaan in (USULAN_KECUALI, DIUJI):
        fields = [ruas.versi(one), ruas.why("drop")]
        form = ruas.form(one, "keluarkan", "Batalkan usulan pengecualian", fields)
        kata = "Informasinya kembali menjadi usulan biasa dan terbaca unitnya."
        found.append(Tindak("keluarkan", "Tidak jadi dikecualikan", kata, form))
    return found


def _worded(whole: Terbuka) -> list[Tindak]:
    one, found = whole.informasi, list[Tindak]()
    if one.keadaan not in BERLAKU_KECUALI:
        return found
    fields = [
        ruas.versi(one),
        Ruas("ringkasan", "Ringkasan untuk umum", one.dik.ringkasan, "panjang", batas=1_000),
        ruas.safe(wajib=True),
    ]
    form = ruas.form(one, "aman", "Simpan ringkasan", fields)
    kata = "Baca seluruh barisnya. Hanya kata-kata yang dinyatakan aman ikut DIK yang diumumkan."
    found.append(Tindak("aman", "Ringkasan untuk umum", kata, form))
    if one.letak.sebagian:
        found.append(_copy(one))
    return found


def _copy(one: Informasi) -> Tindak:
    kinds = tuple(Pilihan(key, kata) for key, kata in KATEGORI_DIP.items())
    fields = [
        pindaian.tanda(),
        Ruas(
            "ringkasan",
            "Ringkasan baris DIP-nya",
            jenis="panjang",
            batas=1_000,
            kunci="ringkasan-salinan",
            petunjuk="Ditulis baru; tidak menyebut bagian yang dihitamkan.",
        ),
        Ruas("kategori", "Kategori di DIP", jenis="radio", pilihan=kinds, kunci="kategori-salinan"),
        pindaian.ruas("File salinan yang sudah dihitamkan", "Bukan file aslinya."),
    ]
    form = ruas.form(one, "salinan", "Usulkan salinan terbuka", fields, berlampiran=True)
    kata = "Hanya sebagian yang dikecualikan; sisanya terbuka sebagai baris DIP tersendiri."
    return Tindak("salinan", "Salinan yang dihitamkan", kata, form)


def _before_term(whole: Terbuka) -> list[Tindak]:
    one = whole.informasi
    open_ = [
        (test, item)
        for test, item, _ in whole.pengujian
        if test.diterapkan is None and item.hasil == UJI_TERBUKA
    ]
    waits = any(x.keadaan == MENUNGGU for x in whole.pembukaan)
    if one.keadaan not in BERLAKU_KECUALI or not open_ or waits:
        return []
    fields = [
        pindaian.tanda(),
        ruas.versi(one),
        Ruas(
            "nomor",
            "Nomor surat keputusan",
            wajib=False,
            batas=120,
            lebar="sedang",
            petunjuk="Hanya bila keputusannya dilampirkan sebagai pindaian.",
        ),
        Ruas("tanggal", "Tanggal surat keputusan", jenis="tanggal", wajib=False, lebar="sedang"),
        ruas.why("buka"),
    ]
    kata = "Uji barunya menyatakan terbuka. Sesudah Anda memutus, orang kedua harus menyetujui."
    form = ruas.form(one, "buka", "Putuskan dibuka", fields)
    return [Tindak("buka", "Buka sebelum waktunya", kata, form)]


def _files(whole: Terbuka) -> list[Tindak]:
    one = whole.informasi
    files = tutupan.files(one)
    if not files:
        return []
    choices = tuple(Pilihan(sidik, nama or "Dokumen") for sidik, nama in files.items())
    fields = [
        Ruas("sidik", "File", next(iter(files)), "radio", pilihan=choices, batas=64),
        ruas.why("file"),
    ]
    form = ruas.form(one, "file", "Buka file", fields)
    kata = "Alasan, nama, dan waktunya tercatat di jurnal setiap kali."
    return [Tindak("file", "Buka filenya", kata, form)]
