"""Failed work: "Gagal, perlu tindakan"."""

from __future__ import annotations

from flask import Blueprint, Response, g, redirect, render_template, request, url_for

from service.acts.instansi.pilihan import at_work
from service.acts.keadaan import macet
from service.domain.catatan import RUMAH
from service.domain.pekerjaan import Pekerjaan, is_owable
from service.domain.refusals import TidakAda
from service.domain.tanggal import hari_tanggal, local, pukul
from service.domain.wewenang import Act
from service.face.alamat import page_of, pages
from service.face.isi import Kosong
from service.face.isi_formulir import Formulir, Kelompok, Pastikan, Ruas
from service.face.isi_rumah import Macet
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.sebutan import zona_of

bp = Blueprint("gagal", __name__)
KATA = {
    "identify": "Mengenali file yang masuk",
    "pisah": "Memisah tumpukan pindaian menurut lembar pemisahnya",
    "register": "Memberi nomor agenda",
    "unpack": "Mengeluarkan isi arsip atau surel",
    "ubah": "Membuka file Office lama atau asing",
    "gerbang": "Memeriksa file yang akan diumumkan",
    "monev": "Menyusun bukti monev",
    "tas": "Menyusun tas arsip",
    "ocr": "Membaca tulisan pada pindaian",
    "draft": "Menyusun naskah",
    "send": "Mengirim naskah untuk ditandatangani",
    "collect": "Mengambil naskah yang sudah ditandatangani",
    "tinta": "Memasangkan pindaian naskah bertinta",
    "sesat": "Memasangkan file yang tadinya tidak dikenal",
    "assemble": "Menjilid dossier",
    "jilid": "Menjilid permintaan",
    "pesanan": "Melepas nomor pesanan yang habis masanya",
    "sweep": "Membersihkan sisa kerja",
    "karantina": "Menulis keterangan di folder karantina",
    "proof": "Mencetak contoh templat",
    "lacak": "Menampilkan kabar permohonan di halaman publik",
    "papan": "Menampilkan keadaan naskah di halaman publik",
    "ingatkan": "Merencanakan surel pengingat",
    "surel": "Mengirim surel pengingat",
    "fixity": "Memeriksa keutuhan yang disimpan",
    "cadangan": "Mencadangkan semuanya dan menguji cadangan itu",
}
AMAN = "File asli tersimpan utuh."
SEHALAMAN = 15


@bp.get("/gagal")
@only(Act.WORK)
def listing() -> str:
    """What stopped, since when and why."""
    hadir().need(Act.WORK, RUMAH)
    return _page({})


def _page(wrong: dict[str, Formulir]) -> str:
    asked = request.args.to_dict()
    many = house().lists.count_macet()
    found = house().lists.macet((page_of(asked) - 1) * SEHALAMAN, SEHALAMAN)
    zona = zona_of(hadir(), at_work(house()))
    return render_template(
        "gagal.html",
        macet=[_shown(one, zona, wrong) for one in found],
        jumlah=many,
        halaman=pages("/gagal", asked, many, SEHALAMAN, "pekerjaan"),
        kosong=Kosong(
            "Tidak ada pekerjaan yang gagal",
            "Pekerjaan mesin yang berhenti dan memerlukan keputusan orang akan muncul di sini.",
        ),
    )


def _shown(one: Pekerjaan, zona: str, wrong: dict[str, Formulir]) -> Macet:
    since = one.macet or one.dibuat
    name = f"{one.job}-{one.untuk}"
    form = wrong.get(name) or _reason(one.job, one.untuk)
    return Macet(
        kata=KATA.get(one.job, one.job),
        sasaran=None,
        sejak=f"{hari_tanggal(local(since, zona).date())} {pukul(since, zona)}",
        iso=since.isoformat(),
        percobaan=one.percobaan,
        sebab=one.galat,
        coba_lagi=url_for("gagal.retry", job=one.job, untuk=one.untuk),
        abaikan=Pastikan(
            name,
            "Abaikan…",
            f"Abaikan pekerjaan “{KATA.get(one.job, one.job)}”?",
            "Pekerjaan ini tidak akan dikerjakan lagi. Alasannya dicatat di jurnal.",
            form.alamat,
            form.tombol,
            form.ruas,
        ),
        aman=AMAN,
        teknis=f"{one.job}/{one.untuk}, oleh {one.oleh or '-'}",
    )


def _reason(job: str, untuk: str) -> Formulir:
    alasan = Ruas("alasan", "Alasan", jenis="panjang", batas=500, kunci=f"{job}-{untuk}")
    here = request.args.get("halaman") or None
    alamat = url_for("gagal.dismiss", job=job, untuk=untuk, halaman=here)
    return Formulir(alamat, "Abaikan pekerjaan", (Kelompok("", (alasan,)),))


@bp.post("/gagal/<job>/<untuk>/coba")
@only(Act.WORK)
def retry(job: str, untuk: str) -> Response:
    """Have it tried again."""
    _known(job, untuk)
    macet.retry(house(), job, untuk, g.hadir.orang.id)
    return redirect(url_for("gagal.listing", kabar="coba"), 303)  # type: ignore[return-value]


@bp.post("/gagal/<job>/<untuk>/abaikan")
@only(Act.WORK)
def dismiss(job: str, untuk: str) -> Response:
    """Let it go, with a reason."""
    _known(job, untuk)
    sent = forms.read(_reason(job, untuk), lambda form: _page({f"{job}-{untuk}": form}))
    macet.dismiss(house(), job, untuk, g.hadir.orang.id, sent["alasan"])
    return redirect(url_for("gagal.listing", kabar="abai"), 303)  # type: ignore[return-value]


def _known(job: str, untuk: str) -> None:
    """Only what is macet can be decided about, by whoever keeps the whole house."""
    hadir().need(Act.WORK, RUMAH)
    if not is_owable(job, untuk) or (job, untuk) not in {
        (one.job, one.untuk) for one in house().lists.macet()
    }:
        raise TidakAda("Pekerjaan itu")
