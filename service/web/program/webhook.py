"""Webhooks: where acts are told to, what arrived there, and what is sent once more."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.kait import kelola as acts
from service.domain.kait import BELUM, DITAHAN, GAGAL, KEADAAN, PERISTIWA, TERKIRIM, Antaran, Kait
from service.domain.tanggal import moment
from service.domain.wewenang import Act
from service.face.alamat import page_of, pages, ribuan
from service.face.isi import Bentuk, Kolom, Kosong, Sel, Tabel, Tautan
from service.face.isi_formulir import Formulir, Pastikan
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.centang import ticked
from service.web.dasar.muka import nama_instansi
from service.web.dasar.pemegang import nama_unit
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work
from service.web.program.webhook_isian import asked_of, new_form

bp = Blueprint("webhook", __name__)
ALAMAT = "/webhook"
JEJAK = (Tautan("Beranda", "/"), Tautan("Webhook", ALAMAT))
KOLOM = ("Webhook", "Untuk", "Terkirim", "Menunggu", "Tidak terkirim", "Keadaan")
KOLOM_ANTARAN = ("Peristiwa", "Terjadi", "Keadaan", "Dicoba", "Terakhir")
BENTUK: dict[str, Bentuk] = {
    BELUM: "menunggu",
    TERKIRIM: "selesai",
    GAGAL: "lewat",
    DITAHAN: "dikecualikan",
}
SEHALAMAN = 50
KOSONG = Kosong(
    "Belum ada webhook",
    "Program lain dapat diberi tahu begitu sesuatu terjadi di sini, misalnya naskah disetujui, "
    "tanpa harus bertanya terus-menerus.",
)
BELUM_ADA = Kosong(
    "Belum ada yang dikirim", "Yang terjadi sesudah webhook ini dibuat akan tampil di sini."
)


@bp.get(ALAMAT)
@only(Act.PEOPLE)
def listing() -> str:
    """Every webhook this administrator keeps."""
    many = house().lists.count_antaran()
    rows = tuple(_row(one, many) for one in acts.listing(house(), hadir()))
    return render_template(
        "program/webhook.html",
        jejak=JEJAK[:1],
        daftar=Tabel("webhook", "Webhook", tuple(map(Kolom, KOLOM)), rows),
        baru=Tautan("Buat webhook", f"{ALAMAT}/baru"),
        kosong=KOSONG,
    )


def _row(one: Kait, many: Mapping[tuple[str, str], int]) -> tuple[Sel, ...]:
    counts = (ribuan(many.get((one.id, x), 0)) for x in (TERKIRIM, BELUM, GAGAL))
    state = Sel("dicabut", bentuk="selesai") if one.dicabut else Sel("aktif", bentuk="berjalan")
    at = url_for("webhook.show", kait_id=one.id)
    return (Sel(one.nama, at, catatan=one.alamat), Sel(_place(one)), *map(Sel, counts), state)


def _place(one: Kait) -> str:
    name = nama_instansi(one.instansi)
    return f"{name}, {nama_unit(one.instansi, one.unit)}" if one.unit else name


@bp.get(f"{ALAMAT}/baru")
@only(Act.PEOPLE)
def new() -> str:
    """The form of a new webhook."""
    return _show_new(new_form(house(), hadir(), house().new_id()))


def _show_new(formulir: Formulir) -> str:
    return render_template("program/webhook_baru.html", formulir=formulir, jejak=JEJAK)


@bp.post(f"{ALAMAT}/baru")
@only(Act.PEOPLE)
def create() -> Response | str:
    """A new webhook; its secret is on this answer and on none after it."""
    form = new_form(house(), hadir(), "")
    sent = forms.read(form, lambda wrong: _show_new(ticked(wrong)))
    one = sent.attempt(lambda: acts.make(house(), g.hadir, sent["id"], asked_of(sent)))
    return render_template(
        "program/webhook_rahasia.html",
        nama=one.nama,
        rahasia=one.rahasia,
        jejak=JEJAK,
        kembali=Tautan("Sudah saya simpan", url_for("webhook.show", kait_id=one.id)),
    )


@bp.get(f"{ALAMAT}/<kait_id>")
@only(Act.PEOPLE)
def show(kait_id: str) -> str:
    """One webhook and the log of what was told there."""
    one, asked = acts.one_of(house(), hadir(), kait_id), request.args.to_dict()
    many = house().lists.count_antaran()
    whole = sum(n for (kait, _), n in many.items() if kait == one.id)
    skip = (max(1, page_of(asked)) - 1) * SEHALAMAN
    zona = zona_of(hadir(), at_work())
    some = house().lists.antaran(one.id, skip, SEHALAMAN)
    lost = many.get((one.id, GAGAL), 0)
    at = url_for("webhook.show", kait_id=one.id)
    return render_template(
        "program/webhook_satu.html",
        nama=one.nama,
        jejak=JEJAK,
        sifat=_traits(one, zona),
        daftar=Tabel(
            "antaran",
            "Yang dikirim",
            tuple(map(Kolom, KOLOM_ANTARAN)),
            tuple(_telling(x, zona, at) for x in some),
        ),
        halaman=pages(at, asked, whole, SEHALAMAN, "kabar"),
        ulang=f"{at}/ulang" if lost and not one.dicabut else "",
        gagal=ribuan(lost),
        cabut=None if one.dicabut else _shut(one, at),
        kosong=BELUM_ADA,
    )


def _traits(one: Kait, zona: str) -> tuple[tuple[str, str], ...]:
    return (
        ("Alamat", one.alamat),
        ("Untuk", _place(one)),
        ("Peristiwa", "; ".join(PERISTIWA[x][1] for x in one.peristiwa)),
        ("Dibuat", moment(one.dibuat, zona)),
        ("Dicabut", moment(one.dicabut, zona) if one.dicabut else ""),
    )


def _telling(one: Antaran, zona: str, at: str) -> tuple[Sel, ...]:
    later = f"Dicoba lagi {moment(one.berikut, zona)}." if one.berikut else ""
    return (
        Sel(PERISTIWA[one.peristiwa][1], f"{at}/kabar/{one.id}", catatan=one.tentang),
        Sel(moment(one.waktu, zona), iso=one.waktu.isoformat()),
        Sel(
            KEADAAN[one.keadaan], bentuk=BENTUK[one.keadaan], catatan=f"{one.kata} {later}".strip()
        ),
        Sel(f"{one.dicoba} kali" if one.dicoba else "belum"),
        Sel(moment(one.terakhir, zona) if one.terakhir else "–"),
    )


def _shut(one: Kait, at: str) -> Pastikan:
    return Pastikan(
        nama="cabut",
        teks="Cabut webhook…",
        judul=f"Cabut webhook {one.nama}?",
        kata="Tidak ada lagi yang dikirim ke sana, juga yang masih menunggu. Webhook yang dicabut "
        "tidak dapat dihidupkan lagi.",
        alamat=f"{at}/cabut",
        tombol="Cabut webhook",
    )


@bp.post(f"{ALAMAT}/<kait_id>/cabut")
@only(Act.PEOPLE)
def revoke(kait_id: str) -> Response:
    """Nothing is told there any more."""
    acts.revoke(house(), hadir(), kait_id)
    return redirect(url_for("webhook.show", kait_id=kait_id, kabar="webhook-dicabut"), 303)


@bp.post(f"{ALAMAT}/<kait_id>/ulang")
@only(Act.PEOPLE)
def retry(kait_id: str) -> Response:
    """What did not arrive is sent once more."""
    acts.retry(house(), hadir(), kait_id)
    return redirect(url_for("webhook.show", kait_id=kait_id, kabar="webhook-ulang"), 303)


@bp.get(f"{ALAMAT}/<kait_id>/kabar/<kabar_id>")
@only(Act.PEOPLE)
def telling(kait_id: str, kabar_id: str) -> str:
    """One thing that was told, or was to be."""
    kait, one = acts.telling_of(house(), hadir(), kait_id, kabar_id)
    at, zona = url_for("webhook.show", kait_id=kait.id), zona_of(hadir(), at_work())
    lost = one.keadaan == GAGAL and not kait.dicabut
    return render_template(
        "program/webhook_kabar.html",
        judul=PERISTIWA[one.peristiwa][1],
        jejak=(*JEJAK, Tautan(kait.nama, at)),
        keadaan=(BENTUK[one.keadaan], KEADAAN[one.keadaan]),
        sifat=_told(one, zona),
        ulang=f"{at}/kabar/{one.id}/ulang" if lost else "",
    )


def _told(one: Antaran, zona: str) -> tuple[tuple[str, str], ...]:
    told = (
        ("Id kabar", one.id),
        ("Tentang", one.tentang),
        ("Terjadi", moment(one.waktu, zona)),
        ("Catatan jurnal", f"nomor {one.urut}"),
        ("Dicoba", f"{one.dicoba} kali" if one.dicoba else "belum"),
        ("Terakhir dicoba", moment(one.terakhir, zona) if one.terakhir else ""),
        ("Dicoba lagi", moment(one.berikut, zona) if one.berikut else ""),
        ("Jawaban penerima", str(one.kode) if one.kode else ""),
        ("Sebabnya", one.kata),
    )
    return tuple(x for x in told if x[1])


@bp.post(f"{ALAMAT}/<kait_id>/kabar/<kabar_id>/ulang")
@only(Act.PEOPLE)
def retry_one(kait_id: str, kabar_id: str) -> Response:
    """This one alone is sent once more."""
    acts.telling_of(house(), hadir(), kait_id, kabar_id)
    acts.retry(house(), hadir(), kait_id, kabar_id)
    at = url_for("webhook.telling", kait_id=kait_id, kabar_id=kabar_id, kabar="kabar-ulang")
    return redirect(at, 303)
