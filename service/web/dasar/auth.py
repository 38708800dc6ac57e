"""Who may enter which page: every route says so, and one that does not stays shut."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlencode, urlsplit

from flask import (
    Flask,
    abort,
    current_app,
    g,
    jsonify,
    make_response,
    redirect,
    request,
)
from flask import (
    Response as FlaskResponse,
)
from werkzeug.wrappers import Response

from service.acts.lihat.masa_peran import why_not
from service.acts.orang import masuk
from service.acts.orang import token as programs
from service.acts.orang.masuk import Kunci
from service.domain.refusals import Refusal, TidakBerwenang
from service.domain.wewenang import Act, Hadir
from service.ports import House
from service.web.dasar import lanjut, limit
from service.web.dasar.lanjut import local_path
from service.web.dasar.masalah import problem

View = TypeVar("View", bound=Callable[..., Any])
SIAPA = "berkas_siapa"  # where a route keeps who may enter
MUATAN = "berkas_muatan"  # where a route keeps how much may come with one request
ANYONE, SIGNED_IN = "anyone", "signed_in"
SAFE = ("GET", "HEAD", "OPTIONS")
API, METRIK = "/api/", "/metrik"


class AsalTidakSah(Refusal):
    """A form that did not come from a page of ours, or from one that is too old."""

    status = 403

    def __init__(self) -> None:
        super().__init__(
            "Halaman asal permintaan ini sudah tidak berlaku. Tidak ada yang diubah. "
            "Kembali ke halaman sebelumnya, muat ulang, lalu kirim lagi."
        )


def for_program() -> bool:
    """Whether a program asks, which reads JSON and no pages."""
    return request.path.startswith(API) or request.path == METRIK


def bearer() -> str:
    """The secret of a token that came with the request; only where programs ask."""
    told = request.headers.get("Authorization", "") if for_program() else ""
    scheme, _, secret = told.partition(" ")
    return secret.strip() if scheme.lower() == "bearer" else ""


def answer_json(told: dict[str, Any], status: int) -> Response:
    """What a program reads."""
    return make_response(jsonify(told), status)


def anyone(view: View) -> View:
    """Open to whoever can reach the address."""
    setattr(view, SIAPA, ANYONE)
    return view


def signed_in(view: View) -> View:
    """Open to every person who is in."""
    setattr(view, SIAPA, SIGNED_IN)
    return view


def only(*acts: Act) -> Callable[[View], View]:
    """Open to those who may do one of these somewhere; the act itself asks where."""

    def mark(view: View) -> View:
        setattr(view, SIAPA, acts)
        return view

    return mark


def carrying(most: Callable[[], int]) -> Callable[[View], View]:
    """Takes more bytes than a form: `most` says how many now, or refuses before one is read."""

    def mark(view: View) -> View:
        setattr(view, MUATAN, most)
        return view

    return mark


def house() -> House:
    """The house these pages belong to."""
    found: House = current_app.extensions["berkas"]
    return found


def hadir() -> Hadir:
    """The person who is in; asked only where the route lets nobody else in."""
    found: Hadir = g.hadir
    return found


def alamat() -> str:
    """Where the request comes from, as the socket says; no header is believed."""
    return request.remote_addr or "-"


def cookie() -> str:
    """The name of the session's cookie; over TLS the browser itself keeps it to this host."""
    name = "berkas-contoh" if house().samples.kunci else "berkas"  # both may stand on one machine
    return f"__Host-{name}" if _tls() else name


def _before() -> str:
    return f"{cookie()}-awal"


def guard(app: Flask) -> None:
    """Ask at every request who comes, and whether they may."""
    app.extensions[limit.EMBER] = limit.Ember()
    app.extensions[limit.EMBER_PROGRAM] = limit.Ember(limit.LAJU_PROGRAM, limit.CADANGAN_PROGRAM)
    app.before_request(_enter)
    app.after_request(_keep_before)


def _enter() -> Response | None:
    g.hadir = None
    g.segar = ""
    _legible()
    view = current_app.view_functions.get(request.endpoint or "")
    siapa = getattr(view, SIAPA, None)
    if view is None or request.blueprint == "wajah":
        return None
    by_token = bool(bearer())
    g.hadir = _program() if by_token else _person()
    if g.hadir is None:
        limit.stranger(alamat())
    if siapa is None:
        raise TidakBerwenang  # a route of ours that declares nobody: shut
    if siapa != ANYONE and g.hadir is None:
        return _ask_to_come_in()
    if isinstance(siapa, tuple) and not any(g.hadir.may(act) for act in siapa):
        raise why_not(house(), g.hadir)
    if request.method not in SAFE:
        if most := getattr(view, MUATAN, None):
            request.max_content_length = most()
        if not by_token:  # what a browser sends along by itself proves nothing; a token does
            _same_origin()
    return None


def _person() -> Hadir | None:
    token = request.cookies.get(cookie(), "")
    return masuk.who(house(), token) if token else None


def _program() -> Hadir | None:
    found = programs.who(house(), bearer())
    if found is None:
        return None
    limit.program(found.token)
    return found.hadir


def _legible() -> None:
    """An address with a null in it names nothing here; a ledger would choke on it."""
    told = (request.path, *(one for pair in request.args.items(multi=True) for one in pair))
    if any("\0" in text for text in told):
        abort(404)


def _ask_to_come_in() -> Response:
    """To the log-in page, and from there back to where they were."""
    if for_program():
        return ask_for_token()
    kembali = request.full_path.rstrip("?") if request.method in SAFE else _page_of_form()
    if lanjut.can_wait(request):
        return make_response(lanjut.ask(request, kembali), 401)
    answer = redirect(f"/masuk?{urlencode({'kembali': kembali})}", 303)
    answer.headers["HX-Redirect"] = answer.headers["Location"]
    return answer


def ask_for_token() -> FlaskResponse:
    """What a program reads that shows no token, or one that lets nobody in."""
    kata = "Sesi Anda berakhir. Masuk lagi, lalu ulangi."
    if bearer():
        kata = "Token ini tidak dikenal, sudah berakhir, atau sudah dicabut."
    answer = problem(401, kata)
    answer.headers["WWW-Authenticate"] = 'Bearer realm="Berkas"'
    return answer


def _page_of_form() -> str:
    came = urlsplit(request.headers.get("Referer", ""))
    return local_path(came.path) if came.netloc == request.host else "/"


def _same_origin() -> None:
    origin = request.headers.get("Origin", "")
    if origin and urlsplit(origin).netloc != request.host:
        raise AsalTidakSah
    sent = request.headers.get("X-CSRF-Token") or request.form.get("csrf", "")
    if not hmac.compare_digest(sent.encode(), (csrf() or secrets.token_hex()).encode()):
        raise AsalTidakSah


def csrf() -> str:
    """What a form must send back: the session's secret, or for strangers that of their cookie."""
    if g.get("hadir"):
        return str(g.hadir.csrf)
    return str(g.get("segar") or request.cookies.get(_before(), ""))


def csrf_for_page() -> str:
    """The same, made now for a stranger who has none yet."""
    if not csrf():
        g.segar = secrets.token_urlsafe(24)
    return csrf()


def _keep_before(answer: FlaskResponse) -> FlaskResponse:
    if g.get("segar"):
        _set(answer, _before(), g.segar)
    return answer


def let_in(kunci: Kunci, to: str) -> Response:
    """The answer that lets a person in and leads them on."""
    return bearing(kunci, redirect(local_path(to), 303))


def bearing(kunci: Kunci, answer: Response) -> Response:
    """The answer with a fresh cookie; the session they came with ends."""
    if came_with := request.cookies.get(cookie()):
        masuk.leave(house(), came_with)
    _set(answer, cookie(), kunci.token)
    answer.delete_cookie(_before(), secure=_tls(), httponly=True, samesite="Lax")
    return answer


def let_out() -> Response:
    """The answer that lets a person out."""
    masuk.leave(house(), request.cookies.get(cookie(), ""))
    answer: Response = redirect("/masuk?kabar=keluar", 303)
    answer.delete_cookie(cookie(), secure=_tls(), httponly=True, samesite="Lax")
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


def _set(answer: Response, name: str, value: str) -> None:
    answer.set_cookie(name, value, secure=_tls(), httponly=True, samesite="Lax", path="/")


def _tls() -> bool:
    return bool(current_app.config["SESSION_COOKIE_SECURE"])


def need(act: Act, instansi: str) -> None:
    """The act for this very instansi, or 404: whoever may not see it learns nothing of it."""
    if not hadir().may(act, instansi):
        abort(404)
