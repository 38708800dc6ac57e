"""The picture of the whole: what is there, how old it is, what is under way, what ends soon."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for

from service.acts.laporan import putaran, tenggat
from service.acts.laporan.hitung import Hitung
from service.domain.laporan.masa import BULAN, masa_of
from service.domain.tanggal import hari_tanggal
from service.domain.wewenang import Act
from service.face.isi import Tautan
from service.face.isi_formulir import Pilihan, Ruas
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sebutan import unit_name
from service.web.laporan import gambaran, isi
from service.web.laporan.tempat import chosen, mine, today

bp = Blueprint("dasbor", __name__)


@bp.get("/dasbor")
@only(Act.LOOK)
def show() -> str:
    """One agency as it stands today."""
    instansi = chosen(request.args.get("instansi", ""))
    on = today(instansi)
    angka = Hitung(house(), hadir(), instansi, masa_of(BULAN, on))
    rounds = putaran.under_way(house(), hadir(), instansi, on)
    terms = tenggat.running_out(house(), hadir(), instansi, on)
    told = gambaran.parts(angka, lambda x: unit_name(instansi, x), rounds, terms)
    bodies = tuple(Pilihan(one.id, one.nama) for one in mine())
    report = url_for("laporan.show", instansi=instansi, masa=angka.masa.kode)
    return render_template(
        "laporan/dasbor.html",
        judul="Gambaran seluruhnya",
        jejak=(Tautan("Beranda", "/"),),
        kata=f"{nama_instansi(instansi)}, keadaan {hari_tanggal(on)}."
        + ("" if angka.utuh else " Hanya unit Anda."),
        saring=(Ruas("instansi", "Instansi", instansi, "pilih", pilihan=bodies),)
        if len(bodies) > 1
        else (),
        alamat=url_for("dasbor.show"),
        bagian=isi.shown(told),
        laporan=Tautan(f"Laporan {angka.masa.nama}", report),
        tenggat=url_for("tenggat.show"),
    )
