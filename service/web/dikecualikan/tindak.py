"""What the forms of a withheld piece do, each by its act."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from flask import redirect, send_file, url_for
from werkzeug.wrappers import Response

from service.acts.dikecualikan import buka, konsep_sk, pastikan, terapkan, tinjau, uji, usul
from service.acts.dikecualikan import file as dik_file
from service.acts.dikecualikan.pastikan import Dipilih
from service.acts.dikecualikan.terapkan import Isian
from service.acts.dikecualikan.usul import Tempatnya, UsulanKecuali
from service.acts.informasi.baca import informasi_for
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.retensi import read_retensi
from service.domain.informasi.unsur import Unsur
from service.domain.informasi.waktu_baca import read_waktu
from service.web.dasar.auth import hadir, house
from service.web.dasar.file import TERKURUNG
from service.web.dasar.forms import Terisi
from service.web.dasar.sebutan import unit_name
from service.web.dikecualikan.isi import at
from service.web.kiriman import pindaian

PERIHAL = "Dokumen informasi yang diusulkan dikecualikan"


def proposed(sent: Terisi) -> Informasi:
    """Something is proposed to be withheld; its file goes through the hallway as a withheld one."""
    told = sent.nilai
    if id_ := told.get("informasi", ""):
        with house().ledger.read() as reading:
            one = informasi_for(reading, hadir(), id_)
        kode, unit = one.instansi, one.unit
    else:
        kode, _, unit = told["unit"].partition("/")
    file = pindaian.taken(told["tanda"], kode, unit, PERIHAL, rahasia=True)
    place = Tempatnya(told["dokumen"], told["bagian"], told["halaman"], file)
    if id_:
        return usul.propose(house(), hadir(), id_, sent.angka("versi"), told["alasan"], place)
    asked = UsulanKecuali(told["tanda"], kode, unit, told["ringkasan"], told["alasan"], place)
    return usul.propose_new(house(), hadir(), asked)


def applied(butir_id: str, sent: Terisi) -> Informasi:
    """The outcome of an item counts."""
    told = sent.nilai
    on = sent.tanggal("tanggal") if "tanggal" in told else None
    safe = bool(told.get("aman"))
    asked = Isian(told.get("ringkasan", ""), aman=safe, nomor=told.get("nomor", ""), tanggal=on)
    return terapkan.apply(house(), hadir(), butir_id, asked)


def answered(asked: str, apa: str, sent: Terisi) -> None:
    """The second person's word."""
    if apa == "setuju":
        buka.agree(house(), hadir(), asked, sent.angka("versi"))
    else:
        buka.decline(house(), hadir(), asked, sent.angka("versi"), sent["alasan"])


def _done(one: Informasi, kabar: str) -> Response:
    return redirect(f"{at(one.id)}?kabar=dikecualikan-{kabar}", 303)


def _test(one: Informasi, sent: Terisi) -> Response:
    told = (one.id, sent.angka("versi"), sent["berkas"], sent["tanda"])
    return _done(uji.put_in(house(), hadir(), *told), "diuji")


def _drop(one: Informasi, sent: Terisi) -> Response:
    pastikan.drop(house(), hadir(), one.id, sent.angka("versi"), sent["alasan"])
    return redirect(url_for("dikecualikan.listing", kabar="dikecualikan-keluar"), 303)


def _reword(one: Informasi, sent: Terisi) -> Response:
    told = (one.id, sent.angka("versi"), sent["ringkasan"])
    return _done(pastikan.reword(house(), hadir(), *told), "aman")


def _review(one: Informasi, sent: Terisi) -> Response:
    tinjau.not_yet(house(), hadir(), sent["tanda"], one.id, sent["alasan"])
    return _done(one, "ditinjau")


def _open(one: Informasi, sent: Terisi) -> Response:
    paper: tuple[str, date | None] = (sent["nomor"], sent.tanggal("tanggal"))
    told = (sent["tanda"], one.id, sent.angka("versi"), sent["alasan"])
    buka.decide(house(), hadir(), *told, paper)
    return _done(one, "diminta")


def _draft(one: Informasi, _sent: Terisi) -> Response:
    made = konsep_sk.draft(house(), hadir(), one.id)
    return redirect(url_for("naskah.show", naskah_id=made.naskah.id, kabar="naskah-baru"), 303)


def _confirm(one: Informasi, sent: Terisi) -> Response:
    told = sent.nilai
    file = pindaian.taken(told["tanda"], one.instansi, one.unit, PERIHAL, rahasia=False)
    was = one.unsur
    unsur = Unsur(
        ringkasan=was.ringkasan,
        penguasa=was.penguasa or unit_name(one.instansi, one.unit),
        penanggung_jawab=told["penanggung_jawab"] or was.penanggung_jawab,
        waktu=read_waktu(told["waktu"]) if told["waktu"] else was.waktu,
        tempat=told["tempat"] or was.tempat,
        bentuk=was.bentuk or ("elektronik",),
        bentuk_tertulis=was.bentuk_tertulis,
        retensi=read_retensi(told["retensi"]) if told["retensi"] else was.retensi,
    )
    asked = Dipilih(told["kategori"], file, unsur)
    pastikan.confirm(house(), hadir(), one.id, sent.angka("versi"), asked)
    return redirect(url_for("dikecualikan.listing", kabar="dikecualikan-dipastikan"), 303)


def _copy(one: Informasi, sent: Terisi) -> Response:
    told = sent.nilai
    perihal = "Salinan yang dihitamkan"
    file = pindaian.taken(told["tanda"], one.instansi, one.unit, perihal, rahasia=False)
    unsur = Unsur(ringkasan=told["ringkasan"], penguasa=unit_name(one.instansi, one.unit))
    chosen = Dipilih(told["kategori"], file)
    pastikan.copy(house(), hadir(), one.id, told["tanda"], unsur, chosen)
    return _done(one, "salinan")


def _file(one: Informasi, sent: Terisi) -> Response:
    given = dik_file.opened(house(), hadir(), one.id, sent["sidik"], sent["alasan"])
    answer = send_file(
        house().store.open(given.sidik),
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name=given.nama,
        etag=False,
    )
    answer.headers["Content-Security-Policy"] = TERKURUNG
    return answer


PERBUATAN: dict[str, Callable[[Informasi, Terisi], Response]] = {
    "uji": _test,
    "keluarkan": _drop,
    "aman": _reword,
    "tinjau": _review,
    "buka": _open,
    "konsep": _draft,
    "pastikan": _confirm,
    "salinan": _copy,
    "file": _file,
}
