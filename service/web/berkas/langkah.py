"""What is done with one matter: its step, what it needs, its items, its clocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from service.acts.berkas import anak as berkas_anak
from service.acts.berkas import baca as berkas_baca
from service.acts.berkas import bahan as berkas_bahan
from service.acts.berkas import butir as berkas_butir
from service.acts.berkas import henti as berkas_henti
from service.acts.berkas import jalan as berkas_jalan
from service.acts.berkas import lengkap as berkas_lengkap
from service.acts.berkas import pindah as berkas_pindah
from service.acts.berkas import titip as berkas_titip
from service.acts.berkas import tugas as berkas_tugas
from service.acts.berkas.baca import Penuh
from service.acts.berkas.bahan import Bawa
from service.acts.berkas.butir import Masuk
from service.acts.berkas.henti import Minta
from service.acts.berkas.jalan import Langkah
from service.acts.berkas.lengkap import Kesampingkan
from service.acts.berkas.titip import Titipan
from service.acts.kiriman import unggah
from service.acts.kiriman.unggah import Antaran
from service.acts.register import perpanjangan
from service.domain.berkas import TERTUTUP, Berkas, BerkasDitunda, BerkasTertutup
from service.domain.kiriman import BERKAS, DIDAFTAR, WEB, File, Surat
from service.domain.pengecualian import SudahBerberitaAcara
from service.domain.refusals import Refusal, TidakAda
from service.domain.sop.bahan import KIRIMAN
from service.domain.sop.jalan import Putusan
from service.domain.sop.tolakan import BukanPelaksana
from service.domain.wewenang import Act
from service.face.isi_formulir import Formulir
from service.web.berkas import isian as berkas_isian
from service.web.berkas import perpanjangan_isian
from service.web.berkas import ruas as berkas_ruas
from service.web.berkas import tangan_isian as berkas_tangan_isian
from service.web.berkas.pintu import one_page
from service.web.dasar import forms
from service.web.dasar.auth import carrying, hadir, house, only
from service.web.dasar.centang import chosen, ticked
from service.web.dasar.forms import Terisi
from service.web.kiriman.pindaian import most

bp = Blueprint("berkas_langkah", __name__)
MELANJUTKAN = frozenset({"lanjutkan", "buka"})  # what stands still or is closed
SENDIRI = frozenset({"selesai", "ambil", "tunda"})  # for those whose turn it is


@bp.post("/berkas/<berkas_id>/<apa>")
@only(Act.COMPLETE, Act.APPROVE)
@carrying(most)
def act(berkas_id: str, apa: str) -> Response:
    """One of the acts that the page offers."""
    whole = berkas_baca.read(house(), hadir(), berkas_id)
    if isinstance(whole, Berkas) or apa not in PERBUATAN:
        raise TidakAda("Perbuatan itu")
    form = next((x for x in _offered(whole) if x.alamat == berkas_ruas.at(whole, apa)), None)
    if form is None:
        raise berkas_baca.over(house(), hadir(), whole) or _why_not(whole, apa)
    sent = forms.read(form, lambda wrong: str(one_page(berkas_id, ticked(wrong))))
    goal, kabar = sent.attempt(lambda: PERBUATAN[apa](whole, sent))
    return redirect(url_for("berkas.show", berkas_id=goal, kabar=kabar), 303)


def _why_not(whole: Penuh, apa: str) -> Refusal:
    """Why the page offers it no more: the matter went on, or somebody else does its step."""
    berkas = whole.berkas
    if apa in MELANJUTKAN:
        return TidakAda("Perbuatan itu")
    if berkas.keadaan in TERTUTUP:
        return BerkasTertutup(berkas.keadaan)
    if berkas.ditunda:
        return BerkasDitunda()
    if apa == "butir" and whole.tertulis:
        return SudahBerberitaAcara()
    if apa in SENDIRI and not whole.giliran:
        sop = whole.jalan.sop
        return BukanPelaksana([sop.sebutan(one) for one in berkas_tugas.actors(sop, berkas)])
    return TidakAda("Perbuatan itu")


def _offered(whole: Penuh) -> list[Formulir]:
    return berkas_isian.forms(house(), whole)


def _step(whole: Penuh, sent: Terisi) -> tuple[str, str]:
    said = Putusan(sent.nilai.get("hasil", ""), sent.nilai.get("alasan", ""))
    before = whole.berkas
    again = next((one for one in sent.formulir.ruas if one.nama == "unit"), None)
    units = chosen(again) if again else ()
    step = Langkah(before.id, sent.angka("versi"), sent.nilai.get("dilihat", ""), units)
    after = berkas_jalan.go_on(house(), hadir(), step, said)
    back = after.putaran > before.putaran
    return after.id, "dikembalikan-langkah" if back else "langkah"


def _bring(whole: Penuh, sent: Terisi) -> tuple[str, str]:
    came = request.files.get("file")
    told = (sent["bahan"], sent["keadaan"])
    more = (sent["nomor"], sent.nilai.get("catatan", ""), sent.nilai.get("alasan", ""))
    asked = Bawa(sent["tanda"], *told, came.filename or "" if came else "", *more)
    berkas_bahan.look(house(), hadir(), whole.berkas.id, asked)
    asked = replace(asked, file=_sent_file(whole, sent))
    berkas_bahan.bring(house(), hadir(), whole.berkas.id, asked)
    return whole.berkas.id, "bahan"


def _sent_file(whole: Penuh, sent: Terisi) -> str:
    """What came with the form goes through the hallway like everything else; its id."""
    came = request.files.get("file")
    if came is None or not came.filename:
        return ""
    one = unggah.take(house(), hadir(), came.filename, came.stream)
    thing = whole.jalan.bahan[sent["bahan"]]
    berkas = whole.berkas
    # What belongs to a withheld matter never stands in the open agenda.
    sifat = "rahasia" if berkas.rahasia else ""
    perihal = f"{thing.nama}: {berkas.judul}"[:300]
    surat = Surat(nomor=sent["nomor"], perihal=perihal, sifat=sifat)
    # What is said to be registered is a letter that came in; all else is a paper of our own.
    letter = thing.wujud == KIRIMAN and sent["keadaan"] == DIDAFTAR
    place = (berkas.instansi, berkas.unit)
    pintu = WEB if letter else BERKAS
    antaran = Antaran(sent["tanda"], *place, surat, berkas=berkas.id, pintu=pintu)
    kiriman = unggah.send(house(), hadir(), antaran, [one.id])
    with house().ledger.read() as reading:
        return reading.find(File, kiriman=kiriman.id)[0].id


def _item(whole: Penuh, sent: Terisi) -> tuple[str, str]:
    asked = Masuk(sent["tanda"], sent["judul"])
    berkas_butir.put_in(house(), hadir(), whole.berkas.id, asked)
    return whole.berkas.id, "butir"


def _stop(change: Callable[..., Berkas], kabar: str) -> Callable[[Penuh, Terisi], tuple[str, str]]:
    def done(whole: Penuh, sent: Terisi) -> tuple[str, str]:
        asked = Minta(whole.berkas.id, sent.angka("versi"), sent["alasan"])
        return change(house(), hadir(), asked).id, kabar

    return done


def _take(whole: Penuh, sent: Terisi) -> tuple[str, str]:
    one = berkas_tugas.take(house(), hadir(), whole.berkas.id, sent.angka("versi"))
    return one.id, "diambil"


def _move(whole: Penuh, sent: Terisi) -> tuple[str, str]:
    unit = "" if sent["unit"] == berkas_tangan_isian.SELURUH else sent["unit"]
    asked = Minta(whole.berkas.id, sent.angka("versi"), sent["alasan"])
    return berkas_pindah.move(house(), hadir(), asked, unit).id, "dipindah"


def _give(whole: Penuh, sent: Terisi) -> tuple[str, str]:
    berkas, kepada = whole.berkas, sent["kepada"]
    if any(one.id == kepada and one.pelaksana for one in whole.serah):
        berkas_tugas.give(house(), hadir(), berkas.id, sent.angka("versi"), kepada)
        return berkas.id, "diserahkan"
    asked = Titipan(berkas.id, sent.angka("versi"), kepada, sent["alasan"])
    return berkas_titip.entrust(house(), hadir(), asked).id, "dititipkan"


def _call(whole: Penuh, _sent: Terisi) -> tuple[str, str]:
    return berkas_anak.call(house(), hadir(), whole.berkas.id).id, "rujukan"


def _excuse(whole: Penuh, sent: Terisi) -> tuple[str, str]:
    told = (whole.berkas.id, sent.angka("versi"), sent["alasan"])
    return berkas_anak.excuse(house(), hadir(), *told).id, "tidak-ditunggu"


def _extend(whole: Penuh, sent: Terisi) -> tuple[str, str]:
    berkas, versi = whole.berkas, sent.angka("versi")
    said = perpanjangan_isian.sent_by(
        sent,
        (berkas.instansi, berkas.unit),
        rahasia=berkas.rahasia,
        look=lambda x: perpanjangan.look_matter(house(), hadir(), berkas.id, versi, x),
    )
    perpanjangan.of_matter(house(), hadir(), berkas.id, versi, said)
    return berkas.id, "diperpanjang"


def _waive(whole: Penuh, sent: Terisi) -> tuple[str, str]:
    asked = Kesampingkan(sent["tanda"], whole.berkas.id, sent["bahan"], sent["alasan"])
    berkas_lengkap.waive(house(), hadir(), asked)
    return whole.berkas.id, "dikesampingkan"


def _ask_again(whole: Penuh, sent: Terisi) -> tuple[str, str]:
    berkas_lengkap.take_back(house(), hadir(), sent["keringanan"])
    return whole.berkas.id, "diminta-lagi"


PERBUATAN: dict[str, Callable[[Penuh, Terisi], tuple[str, str]]] = {
    "selesai": _step,
    "bahan": _bring,
    "butir": _item,
    "ambil": _take,
    "serah": _give,
    "rujukan": _call,
    "tunda": _stop(berkas_henti.hold, "ditunda"),
    "lanjutkan": _stop(berkas_henti.resume, "dilanjutkan"),
    "batalkan": _stop(berkas_henti.cancel, "batal"),
    "buka": _stop(berkas_henti.reopen, "dibuka"),
    "tidak-ditunggu": _excuse,
    "pindah": _move,
    "perpanjang": _extend,
    "kesampingkan": _waive,
    "minta-lagi": _ask_again,
}
