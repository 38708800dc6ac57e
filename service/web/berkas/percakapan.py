"""What was said about a matter, as a section of its page."""

from __future__ import annotations

from flask import request, url_for

from service.acts.berkas import komentar
from service.domain.berkas import Berkas
from service.domain.komentar import DIINGATKAN, TERPANJANG, Komentar
from service.domain.wewenang import Hadir
from service.face import isi_komentar as isi
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Ruas
from service.ports import House
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work
from service.web.kata.berkas import moment

DISEBUT = 100  # people whose names are listed
TERLIHAT = 50  # the newest, where the address does not ask for all


def section(
    house: House, oleh: Hadir, berkas: Berkas, wrong: Formulir | None = None
) -> isi.Percakapan:
    """What was said about a matter; the reader has seen it from now on."""
    said = komentar.talk(house, oleh, berkas)
    komentar.opened(house, oleh, berkas)
    zona = zona_of(oleh, at_work())
    names = house.lists.nama_orang({one.oleh for one in said.komentar})
    every = request.args.get("komentar") == "semua"
    shown = said.komentar if every else said.komentar[-TERLIHAT:]
    before = len(said.komentar) - len(shown)
    way = url_for("berkas.show", berkas_id=berkas.id, komentar="semua", _anchor="komentar")
    return isi.Percakapan(
        ucapan=tuple(_one(one, names, zona, oleh) for one in shown),
        formulir=wrong or form(house, berkas.id),
        ikuti=url_for("berkas_komentar.follow", berkas_id=berkas.id),
        mengikuti=said.mengikuti,
        orang=tuple((one.nama, f"@{one.nama_masuk}") for one in said.orang[:DISEBUT]),
        lebih=max(0, len(said.orang) - DISEBUT),
        lama=Tautan(f"Tampilkan {before} komentar sebelumnya", way) if before else None,
    )


def form(house: House, berkas_id: str) -> Formulir:
    """The form for one more."""
    most = f"{TERPANJANG:,}".replace(",", ".")
    hint = (
        "Sebut orang dengan @ dan nama masuknya, misalnya @contoh.satu. Paling banyak "
        f"{most} huruf; komentar tidak dapat diubah, hanya ditarik."
    )
    fields = (
        Ruas("tanda", "Tanda", house.new_id(), "tersembunyi", batas=40, kunci="tanda-komentar"),
        Ruas("teks", "Komentar", jenis="panjang", batas=TERPANJANG, petunjuk=hint),
    )
    alamat = url_for("berkas_komentar.write", berkas_id=berkas_id)
    return Formulir(alamat, "Kirim komentar", (Kelompok("", fields),))


def _one(one: Komentar, names: dict[str, str], zona: str, oleh: Hadir) -> isi.Ucapan:
    mine = one.oleh == oleh.orang.id and one.ditarik is None
    way = url_for("berkas_komentar.take_back", berkas_id=one.berkas, komentar_id=one.id)
    return isi.Ucapan(
        one.id,
        names.get(one.oleh, "Orang"),
        moment(one.waktu, zona),
        one.waktu.isoformat(),
        one.teks,
        "mengingatkan" if one.jenis == DIINGATKAN else "",
        way if mine else "",
    )
