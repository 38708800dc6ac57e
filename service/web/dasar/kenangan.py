"""What each page says of a matter whose archive was destroyed, and what it offers no more."""

from __future__ import annotations

from flask import g, request, url_for

from service.acts.lihat import kenangan
from service.acts.naskah.lihat import naskah_for
from service.domain.arsip.kenangan import ArsipMusnah, Kenangan
from service.domain.refusals import IsiTidakAda, Refusal, TidakAda, Unavailable
from service.face.isi import Pemberitahuan, Tautan
from service.web.dasar.auth import hadir, house


def here() -> Kenangan | None:
    """Of what this address names; looked up once for each request."""
    told = {name: str(value) for name, value in (request.view_args or {}).items()}
    if not told or not any(name.endswith("_id") for name in told):
        return None
    if "kenangan" not in g:
        with house().ledger.read() as reading:
            g.kenangan = kenangan.named_by(reading, told)
    found: Kenangan | None = g.kenangan
    return found


def notice() -> tuple[Pemberitahuan, ...]:
    """The sentence at the top of a page that its reader may see; none on a page that refuses."""
    if g.get("ditolak") or g.get("hadir") is None:
        return ()
    try:
        one = here()
    except (Unavailable, Refusal):
        return ()
    if one is None:
        return ()
    return (Pemberitahuan(one.kata, "perhatian", _paper(one)),)


def _paper(one: Kenangan) -> Tautan | None:
    """The way to the berita acara, for who may see it."""
    if not one.berita_acara:
        return None
    with house().ledger.read() as reading:
        try:
            naskah_for(reading, hadir(), one.berita_acara)
        except TidakAda:
            return None
    return Tautan("Lihat berita acaranya", url_for("naskah.show", naskah_id=one.berita_acara))


def original(file_id: str) -> str:
    """Where a file is taken; '' where there is none, or none any more."""
    return url_for("file.original", file_id=file_id) if file_id and not here() else ""


def instead(no: IsiTidakAda) -> Refusal:
    """What is said where bytes were asked for that are no more; lost ones sound as before."""
    with house().ledger.read() as reading:
        if not kenangan.is_gone(reading, no):
            return no
    return ArsipMusnah(here())
