"""The officers' web: one Flask app on one house."""

from __future__ import annotations

from flask import Flask

from service.face.door import dress
from service.ports import House
from service.web.api import pintu as api
from service.web.arsip import cetak as arsip_usul_cetak
from service.web.arsip import daftar as arsip
from service.web.arsip import ekspor as arsip_ekspor
from service.web.arsip import jadwal as arsip_jadwal
from service.web.arsip import satu as arsip_satu
from service.web.arsip import tempat as arsip_tempat
from service.web.arsip import usul as arsip_usul
from service.web.arsip import usul_satu as arsip_usul_satu
from service.web.beranda import muka as beranda
from service.web.berkas import butir as berkas_butir
from service.web.berkas import garis as berkas_garis
from service.web.berkas import komentar as berkas_komentar
from service.web.berkas import langkah as berkas_langkah
from service.web.berkas import masukan as berkas_masukan
from service.web.berkas import naskah as berkas_naskah
from service.web.berkas import pintu as berkas
from service.web.berkas import rapat as berkas_rapat
from service.web.berkas import rapat_lembar as berkas_rapat_lembar
from service.web.berkas import uji as berkas_uji
from service.web.cari import lihat as cari_lihat
from service.web.cari import pintu as cari
from service.web.cari import tersimpan as cari_tersimpan
from service.web.dasar import auth, file, headers, muka, rupa, ukur
from service.web.dasar import galat as errors
from service.web.dikecualikan import muka as dikecualikan
from service.web.edisi import alamat as edisi_alamat
from service.web.edisi import daftar as edisi
from service.web.edisi import dorong as edisi_dorong
from service.web.edisi import satu as edisi_satu
from service.web.edisi import sk as edisi_sk
from service.web.informasi import daftar as informasi
from service.web.informasi import masuk as informasi_masuk
from service.web.informasi import satu as informasi_satu
from service.web.informasi import tulis as informasi_tulis
from service.web.informasi import verifikasi as informasi_verifikasi
from service.web.instansi import baru as instansi_baru
from service.web.instansi import daftar as unit
from service.web.instansi import kalender, mulai, uji_letak
from service.web.jilid import pintu as jilid
from service.web.keadaan import contoh, gagal, jurnal
from service.web.keadaan import rumah as keadaan
from service.web.kiriman import (
    api_kiriman,
    api_unggahan,
    aturan_pengirim,
    disposisi,
    kertas,
    meja,
    tunggu,
    unggah,
)
from service.web.kiriman import pintu as kiriman
from service.web.kumpulan import berkas as berkas_banyak
from service.web.kumpulan import mulai as naskah_kumpulan
from service.web.kumpulan import satu as naskah_kumpulan_satu
from service.web.laporan import belum_masuk as laporan_belum
from service.web.laporan import dasbor
from service.web.laporan import pintu as laporan
from service.web.monev import gerbang as monev_gerbang
from service.web.monev import pintu as monev
from service.web.monev import satu as monev_satu
from service.web.naskah import buku as naskah_buku
from service.web.naskah import isi as naskah_isi
from service.web.naskah import pintu as naskah
from service.web.nomor import bukti as nomor_bukti
from service.web.nomor import buku as nomor_buku
from service.web.nomor import daftar as nomor
from service.web.nomor import satu as nomor_satu
from service.web.nomor import sementara as nomor_sementara
from service.web.nomor import tindak as nomor_tindak
from service.web.orang import akun, masuk, pintu_contoh
from service.web.orang import daftar as orang
from service.web.pasangan import daftar as pasangan
from service.web.pasangan import konsep as pasangan_konsep
from service.web.pasangan import periksa as pasangan_periksa
from service.web.pasangan import unggah as pasangan_unggah
from service.web.pasangan import versi as pasangan_versi
from service.web.pelepasan import pilih as pelepasan_pilih
from service.web.pelepasan import pintu as pelepasan
from service.web.pengingat import daftar as pengingat
from service.web.pengingat import tenggat
from service.web.program import metrik, token, webhook
from service.web.putaran import pintu as putaran
from service.web.register import (
    jawaban,
    keberatan_surat,
    keberatan_temuan,
    permohonan,
    permohonan_baru,
    permohonan_hasil,
    sengketa,
)
from service.web.register import pintu as register
from service.web.sop import bagian as sop_bagian
from service.web.sop import daftar as sop
from service.web.sop import impor as sop_impor
from service.web.sop import konsep as sop_konsep
from service.web.sop import langkah as sop_langkah
from service.web.sop import pakai as sop_pakai
from service.web.sop import siap as sop_siap
from service.web.sop import waktu as sop_waktu
from service.web.tas import pintu as tas
from service.web.tas import serah as tas_serah
from service.web.ttd import bersama as ttd_bersama
from service.web.ttd import bukti as bukti_ttd
from service.web.ttd import keluar as ttd_keluar
from service.web.ttd import (
    kembali,
    meja_tinta,
    periksa,
    periksa_ttd,
    sertifikat,
    sesat,
    tanda_tangan,
    tembusan,
)
from service.web.ttd import meja as meja_ttd

TERBESAR = 2_000_000  # bytes of a form without files; a page that takes files asks for more
ROOMS = (
    masuk,
    arsip,
    arsip_ekspor,
    arsip_jadwal,
    arsip_usul,
    arsip_usul_cetak,
    arsip_usul_satu,
    arsip_tempat,
    arsip_satu,
    tas,
    tas_serah,
    instansi_baru,
    mulai,
    nomor,
    nomor_sementara,
    nomor_buku,
    nomor_bukti,
    nomor_tindak,
    nomor_satu,
    beranda,
    berkas,
    berkas_banyak,
    berkas_butir,
    berkas_garis,
    jilid,
    berkas_komentar,
    berkas_langkah,
    berkas_masukan,
    berkas_naskah,
    berkas_rapat,
    berkas_rapat_lembar,
    berkas_uji,
    sesat,
    periksa_ttd,
    tanda_tangan,
    kembali,
    bukti_ttd,
    periksa,
    ttd_bersama,
    ttd_keluar,
    tembusan,
    naskah,
    naskah_isi,
    naskah_buku,
    naskah_kumpulan,
    naskah_kumpulan_satu,
    pasangan_unggah,
    pasangan_konsep,
    pasangan_versi,
    pasangan,
    pasangan_periksa,
    sop,
    sop_bagian,
    sop_impor,
    sop_konsep,
    sop_langkah,
    sop_pakai,
    sop_siap,
    sop_waktu,
    informasi,
    informasi_masuk,
    informasi_tulis,
    informasi_verifikasi,
    informasi_satu,
    cari,
    cari_lihat,
    cari_tersimpan,
    register,
    jawaban,
    permohonan_baru,
    permohonan,
    permohonan_hasil,
    keberatan_surat,
    keberatan_temuan,
    sengketa,
    disposisi,
    dikecualikan,
    sertifikat,
    unggah,
    kertas,
    kiriman,
    aturan_pengirim,
    meja,
    meja_tinta,
    meja_ttd,
    tunggu,
    file,
    api_unggahan,
    api_kiriman,
    api,
    token,
    metrik,
    webhook,
    orang,
    pintu_contoh,
    akun,
    uji_letak,
    unit,
    kalender,
    tenggat,
    pengingat,
    pelepasan,
    pelepasan_pilih,
    edisi,
    edisi_alamat,
    edisi_dorong,
    edisi_satu,
    edisi_sk,
    dasbor,
    laporan,
    laporan_belum,
    monev,
    monev_satu,
    monev_gerbang,
    putaran,
    jurnal,
    keadaan,
    contoh,
    gagal,
    rupa,
)


def create_app(house: House, *, tls: bool = False, hsts: bool = False) -> Flask:
    """The app; `tls`: cookies travel only sealed; `hsts`: browsers may insist on it."""
    app = Flask(__name__, template_folder="pages", static_folder=None)
    app.config.update(
        MAX_CONTENT_LENGTH=TERBESAR,
        MAX_FORM_MEMORY_SIZE=500_000,
        MAX_FORM_PARTS=500,
        SESSION_COOKIE_SECURE=tls,
    )
    app.extensions["berkas"] = house
    dress(app)
    headers.harden(app, hsts=hsts)
    auth.guard(app)
    errors.answer_errors(app)
    ukur.count(app)
    muka.faced(app)
    for room in ROOMS:
        app.register_blueprint(room.bp)
    return app
