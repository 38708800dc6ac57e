"""What a person reads when something cannot be done."""

from __future__ import annotations

import errno
import logging
import secrets

from flask import Flask, Response, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from service.domain.refusals import Refusal, Unavailable
from service.domain.sisa import DiskHampirPenuh, DiskPenuh
from service.face.isi import Tautan
from service.web.dasar.auth import answer_json, for_program
from service.web.dasar.headers import verb

log = logging.getLogger("berkas.web")
BERANDA = Tautan("Ke beranda", "/")
UTUH = "Tidak ada yang diubah."
KEMBALI = "Kembali ke halaman sebelumnya, lalu coba lagi."

# Heading and sentence, by HTTP status.
KATA: dict[int, tuple[str, str, str]] = {
    400: ("Permintaan tidak dimengerti", "Permintaan ini tidak lengkap atau rusak.", KEMBALI),
    403: (
        "Tidak berwenang",
        "Anda tidak berwenang membuka halaman ini.",
        "Bila menurut Anda ini keliru, hubungi administrator kantor Anda.",
    ),
    404: (
        "Tidak ditemukan",
        "Yang Anda cari tidak ditemukan, atau Anda tidak berwenang melihatnya.",
        "Periksa alamatnya, atau mulai lagi dari beranda.",
    ),
    405: ("Tidak dapat dibuka begini", "Alamat ini hanya dipakai oleh tombol.", KEMBALI),
    409: ("Sudah berubah", "Keadaannya sudah berubah sejak Anda membukanya.", KEMBALI),
    413: (
        "Terlalu besar",
        "Yang Anda kirim lebih besar daripada yang diterima di sini.",
        "Kirim isian atau file yang lebih kecil.",
    ),
    422: ("Belum dapat dilakukan", "Isian ini belum dapat diterima.", KEMBALI),
    429: ("Terlalu sering", "Terlalu banyak permintaan.", "Tunggu sebentar, lalu coba lagi."),
    500: (
        "Terjadi kesalahan di pihak kami",
        "Permintaan Anda tidak dapat diselesaikan karena kesalahan program.",
        "Coba sekali lagi. Bila tetap gagal, hubungi administrator.",
    ),
    503: (
        "Sedang tidak tersedia",
        "Bagian yang diperlukan sedang tidak dapat dihubungi.",
        "Tunggu sebentar, lalu coba lagi. Yang sudah tersimpan tetap aman.",
    ),
    507: (
        "Disk hampir penuh",
        "Disk tempat penyimpanan hampir penuh, maka file baru belum dapat diterima.",
        "Beri tahu administrator agar menambah ruang. Yang sudah diterima tetap aman.",
    ),
}


def answer_errors(app: Flask) -> None:
    """Every failure ends on a page with a sentence."""
    app.register_error_handler(Refusal, _refused)
    app.register_error_handler(Unavailable, _unavailable)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _fault)


def _refused(no: Refusal) -> Response:
    answer = _page(no.status, str(no))
    if no.status == 429:
        answer.headers["Retry-After"] = "5"
    return answer


def _unavailable(away: Unavailable) -> Response:
    log.warning("unavailable: %s", away)
    if isinstance(away, DiskPenuh) and request.method == "POST" and not for_program():
        return _refused(DiskHampirPenuh())  # a form is not sent again by itself; a program asks on
    answer = _page(503, str(away))
    answer.headers["Retry-After"] = "5"
    return answer


def _http(wrong: HTTPException) -> Response:
    if wrong.response is not None:  # a form shown again, or another answer of our own
        return wrong.response  # type: ignore[return-value]
    answer = _page(wrong.code or 500)
    for name, value in wrong.get_headers():
        if name.lower() in ("allow", "retry-after"):
            answer.headers[name] = value
    return answer


def _fault(wrong: Exception) -> Response:
    if isinstance(wrong, OSError) and wrong.errno in (errno.ENOSPC, errno.EDQUOT):
        log.warning("no room for what came to %s", request.endpoint)
        return _refused(DiskHampirPenuh())  # a large form waits on the disk until it is read
    kode = secrets.token_hex(4)
    rule = request.url_rule.rule if request.url_rule else "-"
    log.error("fault %s at %s %s", kode, verb(request.method), rule, exc_info=wrong)
    return _page(500, kode=kode)


def _told(status: int, kata: str, kode: str) -> dict[str, str]:
    told = {"kata": kata or " ".join(KATA.get(status, KATA[400 if status < 500 else 500])[1:])}
    return told | ({"kode": kode} if kode else {})


def _page(status: int, kata: str = "", kode: str = "") -> Response:
    if for_program():
        return answer_json(_told(status, kata, kode), status)  # type: ignore[return-value]
    judul, biasa, tindakan = KATA.get(status, KATA[400 if status < 500 else 500])
    aman = UTUH if request.method not in ("GET", "HEAD") and not kata and status < 500 else ""
    html = render_template(
        "galat.html",
        judul=judul,
        kata=kata or biasa,
        aman=aman,
        tindakan="" if kata else tindakan,
        utama=BERANDA,
        lain=(),
        kode=kode,
    )
    return make_response(html, status)
