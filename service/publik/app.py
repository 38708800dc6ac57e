"""The public pages: the lists, the request form, tracking and verification; no ledger in reach."""

from __future__ import annotations

import logging
import os
import shutil
from datetime import UTC, datetime

from flask import (
    Flask,
    Response,
    current_app,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as Answer

from service.domain.refusals import Unavailable
from service.domain.tanggal import hari_tanggal, local, pukul
from service.face.door import KEBIJAKAN, dress
from service.face.isi import Kolom, Menu, Muka, Sel, Tabel
from service.publik import permohonan, rows
from service.publik.drop import DropFolder, new_kode, read_kode, spoken
from service.publik.guard import Limit, Token
from service.publik.place import Place
from service.publik.words import GALAT, GANGGUAN, KEDALUWARSA, PENUH, TERLALU_SERING

LARGEST = 256 * 1024
SPARE = 50_000_000  # bytes that must be free for the pages to call themselves well
MENU = (
    ("Beranda", "/"),
    ("Daftar Informasi Publik", "/dip"),
    ("Ajukan permohonan", "/permohonan"),
    ("Lacak permohonan", "/lacak"),
)
DIP = (
    "Ringkasan isi informasi",
    "Yang menguasai",
    "Penanggung jawab",
    "Waktu dan tempat pembuatan",
    "Bentuk",
    "Jangka waktu penyimpanan",
)
log = logging.getLogger(__name__)


class Desk:
    """What the views work with: the folder, the lists and the guards."""

    def __init__(self, place: Place, secret: bytes) -> None:
        self.place, self.secret = place, secret
        self.drop = DropFolder(place.masuk, place.terbanyak)
        self.token = Token(secret)
        self.limit = Limit(10, 600)


def create_app(place: Place) -> Flask:
    """The public pages, standing on nothing but what `place` names."""
    app = Flask(__name__, template_folder="pages", static_folder=None)
    app.config.update(MAX_CONTENT_LENGTH=LARGEST, MAX_FORM_MEMORY_SIZE=LARGEST, MAX_FORM_PARTS=60)
    # The secret lives as long as the process: a form opened before a restart is sent once more.
    app.extensions["desk"] = Desk(place, os.urandom(32))
    dress(app)
    for path, view in (
        ("/", beranda),
        ("/dip", dip),
        ("/permohonan", ask),
        ("/lacak", track),
        ("/lacak/<kode>", tracked),
        ("/v/<path:token>", verified),
        ("/sehat", sound),
    ):
        app.add_url_rule(path, view_func=view)
    app.add_url_rule("/permohonan", view_func=send, methods=["POST"])
    app.context_processor(_muka)
    app.after_request(_guarded)
    app.register_error_handler(HTTPException, _galat)
    app.register_error_handler(Unavailable, _gangguan)
    return app


def desk() -> Desk:
    """The desk of this app."""
    found: Desk = current_app.extensions["desk"]
    return found


# --- pages ----------------------------------------------------------------------------------


def beranda() -> str:
    """Where the public comes in."""
    return render_template("beranda_publik.html")


def dip() -> str:
    """The list of public information; what would be here, as long as nothing is published."""
    return render_template("dip.html", tabel=_tabel(rows.dip(desk().place.daftar)))


def ask() -> str:
    """The empty request form."""
    return _form({}, {}, ())


def send() -> tuple[str, int] | Response:
    """Take a request in, or show the form again with everything that was typed."""
    isian = permohonan.read(request.form, nik=desk().place.nik)
    galat, umum = permohonan.faults(isian, nik=desk().place.nik), _suspicions()
    if galat or umum:
        return _form(isian, galat, umum), 422
    kode = new_kode(desk().secret, request.form["csrf"], isian)
    if not desk().drop.since(kode) and not desk().limit.allows(request.remote_addr or ""):
        answer = make_response(_form(isian, {}, (TERLALU_SERING,)), 429)
        answer.headers["Retry-After"] = "600"
        return answer
    came = desk().drop.keep(kode, isian, datetime.now(UTC))
    return render_template("tanda_bukti.html", kode=spoken(kode), waktu=_kata(came)), 200


def track() -> str | Answer:
    """Asks for a kode, and goes to its page."""
    if typed := request.args.get("kode", "").strip()[:100]:
        return redirect(url_for("tracked", kode=read_kode(typed) or "-"), 303)
    return render_template("lacak.html")


def tracked(kode: str) -> str | tuple[str, int]:
    """Where a request stands; one answer for all that is not known here, whatever the reason."""
    plain = read_kode(kode)
    since = desk().drop.since(plain) if plain else None
    if since is None:
        return render_template("lacak_tidak_ada.html"), 404
    return render_template("lacak_satu.html", kode=spoken(plain), waktu=_kata(since))


def verified(token: str) -> tuple[str, int]:  # noqa: ARG001 (nothing is published yet)
    """The page a QR leads to; no paper has been published so far."""
    return render_template("periksa_naskah.html"), 404


def sound() -> tuple[Response, int]:
    """Whether a request could be taken in now."""
    folder = desk().place.masuk
    try:
        good = os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > SPARE
    except OSError:
        good = False
    return jsonify(baik=good), 200 if good else 503


# --- what they share ------------------------------------------------------------------------


def _form(isian: dict[str, str], galat: dict[str, str], umum: tuple[str, ...]) -> str:
    shown = permohonan.formulir(isian, galat, umum, nik=desk().place.nik)
    return render_template(
        "permohonan.html",
        formulir=shown,
        jebakan=permohonan.JEBAKAN,
        muka=_faced(csrf=desk().token.new()),
    )


def _suspicions() -> tuple[str, ...]:
    """Why this may not be a person who saw the form; the form comes back good for a second try."""
    foreign = request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none")
    if foreign or not desk().token.holds(request.form.get("csrf", "")):
        return (KEDALUWARSA,)
    return (GANGGUAN,) if request.form.get(permohonan.JEBAKAN) else ()


def _faced(csrf: str = "") -> Muka:
    menu = tuple(Menu(teks, alamat, di_sini=request.path == alamat) for teks, alamat in MENU)
    return Muka(menu=menu, csrf=csrf)


def _muka() -> dict[str, Muka]:
    return {"muka": _faced()}


def _tabel(lines: list[rows.Terbit]) -> Tabel | None:
    if not lines:
        return None
    cells = tuple(
        tuple(
            Sel(text)
            for text in (
                x.ringkasan,
                x.penguasa,
                x.penanggung_jawab,
                x.waktu_tempat,
                x.bentuk,
                x.retensi,
            )
        )
        for x in lines
    )
    return Tabel("dip", "Daftar Informasi Publik", tuple(Kolom(head) for head in DIP), cells)


def _kata(moment: datetime) -> str:
    return f"{hari_tanggal(local(moment, 'WIB').date())} pukul {pukul(moment, 'WIB')}"


def _guarded(answer: Response) -> Response:
    answer.headers.setdefault("Cache-Control", "no-store")
    answer.headers["Content-Security-Policy"] = KEBIJAKAN
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["X-Frame-Options"] = "DENY"
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    answer.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()"
    if request.is_secure:
        answer.headers["Strict-Transport-Security"] = "max-age=31536000"
    return answer


def _galat(wrong: HTTPException) -> Answer:
    judul, kata, tindakan = GALAT.get(wrong.code or 500, GALAT[500])
    answer = make_response(
        render_template("galat_publik.html", judul=judul, kata=kata, tindakan=tindakan),
        wrong.code or 500,
    )
    if allow := dict(wrong.get_headers()).get("Allow"):
        answer.headers["Allow"] = allow
    return answer


def _gangguan(wrong: Unavailable) -> tuple[str, int]:
    log.error("a page could not be given: %s", wrong)
    if request.path == "/permohonan" and request.method == "POST":
        isian = permohonan.read(request.form, nik=desk().place.nik)
        return _form(isian, {}, (PENUH,)), 503
    judul, kata, tindakan = GALAT[503]
    return render_template("galat_publik.html", judul=judul, kata=kata, tindakan=tindakan), 503
