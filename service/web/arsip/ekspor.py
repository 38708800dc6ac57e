"""The register of archives as a file to take along."""

from __future__ import annotations

from flask import Blueprint, Response

from service.acts.arsip import ekspor as acts
from service.domain.wewenang import Act
from service.web.arsip import isi
from service.web.dasar.auth import hadir, house, only

bp = Blueprint("arsip_ekspor", __name__)
MIME = {acts.CSV: "text/csv; charset=utf-8", acts.XML: "application/xml"}


@bp.get(f"{isi.ALAMAT}/daftar/<instansi>/<sebagai>")
@only(Act.ARCHIVE)
def download(instansi: str, sebagai: str) -> Response:
    """What this person may see of it, in CSV or XML."""
    answer = Response(acts.export(house(), hadir(), instansi, sebagai), mimetype=None)
    answer.headers["Content-Type"] = MIME[sebagai]
    answer.headers["Content-Disposition"] = f'attachment; filename="arsip-{instansi}.{sebagai}"'
    return answer
