"""What officers taught about senders: seen here, and withdrawn."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.instansi.aturan import aturan_of
from service.acts.kiriman import ajaran
from service.domain.aturan import AturanPengirim
from service.domain.refusals import Refusal
from service.domain.tanggal import local, panjang
from service.domain.wewenang import Act
from service.face.isi import Kosong
from service.face.isi_formulir import Pastikan, Ruas
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work

bp = Blueprint("aturan_pengirim", __name__)


@bp.get("/meja/aturan")
@only(Act.IDENTIFY)
def listing() -> str:
    """The rules that stand, by sender."""
    rules = ajaran.taught(house(), hadir())
    names = house().lists.nama_orang({one.oleh for one in rules})
    zona = zona_of(hadir(), at_work())
    return render_template(
        "aturan_pengirim.html",
        aturan=[
            {
                "pengirim": one.sebutan,
                "jenis": aturan_of(house(), one.instansi).nama_jenis(one.nilai),
                "instansi": nama_instansi(one.instansi) if len(at_work()) > 1 else "",
                "oleh": names.get(one.oleh, ""),
                "sejak": panjang(local(one.dibuat, zona).date()),
                "iso": one.dibuat.isoformat(),
                "cabut": _withdrawal(one),
            }
            for one in rules
        ],
        kosong=Kosong(
            "Belum ada aturan pengirim",
            "Setelah Anda membetulkan jenis sebuah kiriman, Berkas menawarkan aturan untuk "
            "pengirimnya. Aturan yang Anda terima muncul di sini.",
        ),
    )


def _withdrawal(one: AturanPengirim) -> Pastikan:
    return Pastikan(
        f"cabut-{one.id}",
        "Cabut…",
        f"Cabut aturan untuk {one.sebutan}?",
        "Kiriman berikutnya dari pengirim ini dikenali menurut isinya lagi. Yang sudah "
        "ditetapkan tidak berubah.",
        url_for("aturan_pengirim.withdraw", aturan_id=one.id),
        "Cabut aturan",
        (Ruas("versi", "Versi", str(one.versi), "tersembunyi"),),
    )


@bp.post("/meja/aturan/<aturan_id>/cabut")
@only(Act.IDENTIFY)
def withdraw(aturan_id: str) -> Response:
    """Let a rule count no more."""
    text = request.form.get("versi", "")
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise Refusal("Halaman ini sudah tidak berlaku. Muat ulang, lalu coba lagi.")
    ajaran.withdraw(house(), hadir(), aturan_id, int(text))
    return redirect(url_for("aturan_pengirim.listing", kabar="aturan_dicabut"), 303)
