"""The officers' web: one Flask app on one house."""

from __future__ import annotations

from flask import Flask

from service.face.door import dress
from service.ports import House
from service.web import (
    akun,
    api_kiriman,
    api_unggahan,
    aturan_pengirim,
    auth,
    beranda,
    berkas,
    berkas_banyak,
    berkas_butir,
    berkas_garis,
    berkas_komentar,
    berkas_langkah,
    berkas_masukan,
    berkas_rapat,
    berkas_rapat_lembar,
    berkas_uji,
    cari,
    disposisi,
    errors,
    file,
    gagal,
    headers,
    instansi_baru,
    jawaban,
    jurnal,
    kalender,
    keadaan,
    keberatan_surat,
    keberatan_temuan,
    kertas,
    kiriman,
    masuk,
    meja,
    muka,
    mulai,
    nomor,
    nomor_bukti,
    nomor_buku,
    nomor_satu,
    nomor_sementara,
    nomor_tindak,
    orang,
    pengingat,
    permohonan,
    permohonan_baru,
    permohonan_hasil,
    register,
    rupa,
    sengketa,
    sop,
    sop_bagian,
    sop_impor,
    sop_konsep,
    sop_langkah,
    sop_pakai,
    sop_waktu,
    tenggat,
    tunggu,
    unggah,
    unit,
)

TERBESAR = 2_000_000  # bytes of a form without files; a page that takes files asks for more
ROOMS = (
    masuk,
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
    berkas_komentar,
    berkas_langkah,
    berkas_masukan,
    berkas_rapat,
    berkas_rapat_lembar,
    berkas_uji,
    sop,
    sop_bagian,
    sop_impor,
    sop_konsep,
    sop_langkah,
    sop_pakai,
    sop_waktu,
    cari,
    register,
    jawaban,
    permohonan_baru,
    permohonan,
    permohonan_hasil,
    keberatan_surat,
    keberatan_temuan,
    sengketa,
    disposisi,
    unggah,
    kertas,
    kiriman,
    aturan_pengirim,
    meja,
    tunggu,
    file,
    api_unggahan,
    api_kiriman,
    orang,
    akun,
    unit,
    kalender,
    tenggat,
    pengingat,
    jurnal,
    keadaan,
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
    muka.faced(app)
    for room in ROOMS:
        app.register_blueprint(room.bp)
    return app
