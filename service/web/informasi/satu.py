"""One piece of information: its elements, what it lacks, what was done to it and can be done."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from service.acts.informasi import baca, cabut, ubah, verifikasi
from service.acts.informasi.diajukan import awaits_decree
from service.domain.alasan import Alasan
from service.domain.informasi import keadaan as k
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.kode import spoken
from service.domain.informasi.rincian import SEBUTAN, named, rincian
from service.domain.informasi.riwayat import TANDA, Riwayat
from service.domain.refusals import TidakAda
from service.domain.tanggal import hari_tanggal, local, panjang, pukul
from service.domain.wewenang import Act
from service.face.isi import Peristiwa, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pastikan, Ruas
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.sebutan import unit_name, zona_of
from service.web.dasar.sekali import at_work
from service.web.informasi.kata import ALAMAT, JEJAK, lacking, state, title

bp = Blueprint("informasi_satu", __name__)
CABUT, LAGI, MUTAKHIR, KEMBALI, JAWAB = "cabut", "usul-lagi", "mutakhirkan", "kembali", "jawab"
Asked = dict[str, Ruas]


@bp.get(f"{ALAMAT}/<informasi_id>")
@only(Act.LOOK)
def show(informasi_id: str) -> str:
    """The piece, for who may see it."""
    return _page(_seen(informasi_id))


def _seen(informasi_id: str) -> Informasi:
    with house().ledger.read() as reading:
        return baca.informasi_for(reading, hadir(), informasi_id)


def _page(one: Informasi, wrong: Formulir | None = None) -> str:
    told, lacks = rincian(one), lacking(one)
    with house().ledger.read() as reading:
        diajukan = awaits_decree(reading, one)
    said = {name: [x for x in lacks if x.unsur == name] for name in SEBUTAN}
    fields = [
        (SEBUTAN[name], told[name], [x.sebab for x in said[name]])
        for name in SEBUTAN
        if told.get(name) or said[name]
    ]
    return render_template(
        "informasi/satu.html",
        judul=title(one),
        kode=spoken(one.kode),
        jejak=JEJAK,
        keadaan=state(one),
        tertutup=one.tertutup,
        sifat=_traits(one),
        unsur=fields,
        kurang=len({x.unsur for x in lacks if x.berat == "hilang"}),
        diajukan=diajukan,
        tautan=_links(one, diajukan=diajukan),
        kirim=_buttons(one),
        pastikan=_dialogs(one, wrong, diajukan=diajukan),
        salah=wrong,
        peristiwa=_history(one),
    )


def _traits(one: Informasi) -> list[tuple[str, str]]:
    found = [("Kode", spoken(one.kode)), ("Unit", unit_name(one.instansi, one.unit))]
    if one.sk.nomor:
        day = f" tanggal {panjang(one.sk.tanggal)}" if one.sk.tanggal else ""
        found.append(("Surat keputusan", f"Nomor {one.sk.nomor}{day}"))
    if one.terbit_pada:
        found.append(("Terbit sejak", panjang(one.terbit_pada)))
    if one.dimutakhirkan_pada:
        found.append(("Dimutakhirkan", panjang(one.dimutakhirkan_pada)))
    if one.letak.kata and not one.letak.sidik:
        found.append(("Letak", one.letak.kata))
    return found


def _may(one: Informasi, act: Act) -> bool:
    return hadir().may(act, one.instansi, one.unit)


def _links(one: Informasi, *, diajukan: bool) -> list[Tautan]:
    found = []
    if one.dapat_diubah and not diajukan and _may(one, Act.FILL):
        found.append(Tautan("Tulis barisnya", url_for("informasi_tulis.edit", informasi_id=one.id)))
    if one.keadaan in k.MENUNGGU and not one.dikembalikan and _may(one, Act.VERIFY):
        to = url_for("informasi_verifikasi.one", informasi_id=one.id)
        found.append(Tautan("Verifikasi", to))
    if not one.tertutup and (_may(one, Act.FILL) or _may(one, Act.PUBLISH)):
        found.append(Tautan("File untuk umum", f"{ALAMAT}/{one.id}/pemeriksaan"))
    return found


def _buttons(one: Informasi) -> list[tuple[str, str]]:
    """What is done with one press: where it goes, and its verb."""
    found = []
    if _may(one, Act.FILL):
        if one.keadaan == k.TERBIT:
            found.append((f"{ALAMAT}/{one.id}/{MUTAKHIR}", "Mutakhirkan"))
        if one.keadaan == k.DICABUT:
            found.append((f"{ALAMAT}/{one.id}/{LAGI}", "Usulkan lagi"))
    return found


def _dialogs(
    one: Informasi, wrong: Formulir | None = None, *, diajukan: bool = False
) -> list[Pastikan]:
    """What asks for a reason first."""
    found = []
    gone = Act.FILL if one.keadaan == k.USULAN else Act.PUBLISH
    if k.DICABUT in k.MENUJU[one.keadaan] and _may(one, gone):
        found.append(
            _dialog(
                one,
                CABUT,
                "Cabut dari daftar",
                "Barisnya keluar dari daftar; kode dan riwayatnya tetap. Yang sudah diumumkan "
                "meninggalkan halaman, dan umum membaca alasan ini: jangan tulis nama orang.",
                wrong,
            )
        )
    if one.keadaan == k.TERVERIFIKASI and not diajukan and _may(one, Act.VERIFY):
        found.append(
            _dialog(one, KEMBALI, "Kembalikan", "Unitnya membaca alasan ini lalu menulis.", wrong)
        )
    if one.dikembalikan and one.keadaan in k.MENUNGGU and _may(one, Act.FILL):
        kata = "Barisnya tetap seperti tertulis, dan dibaca lagi oleh yang memverifikasi."
        found.append(_dialog(one, JAWAB, "Ajukan lagi tanpa diubah", kata, wrong))
    return found


def _dialog(one: Informasi, apa: str, teks: str, kata: str, wrong: Formulir | None) -> Pastikan:
    to = f"{ALAMAT}/{one.id}/{apa}"
    fields = wrong.ruas if wrong and wrong.alamat == to else _reason(one, apa).values()
    return Pastikan(apa, f"{teks}…", f"{teks}: {title(one)}?", kata, to, teks, tuple(fields))


def _reason(one: Informasi, apa: str) -> Asked:
    why = Ruas("alasan", "Alasan", "", "panjang", "Sedikitnya 10 huruf.", batas=2_000, kunci=apa)
    return {
        "alasan": why,
        "versi": Ruas("versi", "Versi", str(one.versi), "tersembunyi", batas=9),
    }


def _history(one: Informasi) -> list[Peristiwa]:
    lines = baca.history(house(), hadir(), one.id)[::-1]
    names = house().lists.nama_orang({line.siapa for line in lines})
    ids = [line.alasan for line in lines if line.alasan]
    with house().ledger.read() as reading:
        why = {x.id: x.kata for x in reading.find(Alasan, id=ids) if x.tentang == one.id}
    zona = zona_of(hadir(), at_work())
    return [
        Peristiwa(
            kata=_said(line),
            siapa=names.get(line.siapa, "Mesin"),
            waktu=pukul(line.pada, zona),
            iso=line.pada.isoformat(),
            hari=hari_tanggal(local(line.pada, zona).date()),
            alasan=why.get(line.alasan, ""),
        )
        for line in lines
    ]


def _said(line: Riwayat) -> str:
    sk = f" dengan SK nomor {line.sk}" if line.sk else ""
    if line.dari == line.ke and line.ruas and line.ruas not in TANDA:
        return f"Diubah: {named(line.ruas)}" if named(line.ruas) else "Diubah"
    return f"{line.kata}{sk}"


@bp.post(f"{ALAMAT}/<informasi_id>/<apa>")
@only(Act.FILL, Act.VERIFY, Act.PUBLISH)
def act(informasi_id: str, apa: str) -> Response:
    """One act on the piece as this person saw it."""
    one = _seen(informasi_id)
    known = {CABUT: cabut.withdraw, KEMBALI: verifikasi.send_back, JAWAB: ubah.hand_in_again}
    if apa in known:
        form = Formulir(
            f"{ALAMAT}/{one.id}/{apa}", "", (Kelompok("", tuple(_reason(one, apa).values())),)
        )
        sent = forms.read(form, lambda wrong: _page(one, wrong))
        versi = sent.angka("versi")
        sent.attempt(lambda: known[apa](house(), hadir(), one.id, versi, sent["alasan"]))
    elif apa == MUTAKHIR:
        ubah.renew(house(), hadir(), one.id, one.versi)
    elif apa == LAGI:
        cabut.propose_again(house(), hadir(), one.id, one.versi)
    else:
        raise TidakAda("Perbuatan itu")
    return redirect(f"{ALAMAT}/{one.id}?kabar=disimpan", 303)
