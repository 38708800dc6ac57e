"""A small office whose registers have something in them, for the pages that show it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from service.acts.cari.teks import indexed
from service.acts.kiriman import agenda
from service.acts.orang import masuk
from service.domain.bacaan import Bacaan
from service.domain.catatan import MESIN, Catatan
from service.domain.kiriman import DIDAFTAR, File, Fisik, Kiriman, Surat
from service.domain.orang import Orang
from tests.kantor import SANDI, Kantor


def surat(kantor: Kantor, isi: str = "Isi surat contoh.", **known: Any) -> Kiriman:
    """A letter that came in just now, was read, numbered and can be searched."""
    kantor.clock.go(minutes=7)
    id_ = kantor.new_id()
    told = {
        "instansi": "dinas_contoh",
        "unit": "",
        "pintu": "folder",
        "nama": "surat contoh.pdf",
        "keadaan": DIDAFTAR,
        "surat": Surat("800/1/X/2026", "2026-11-03", "Perihal contoh", "Sekretaris Contoh"),
    }
    one = Kiriman(id=id_, diterima=kantor.clock.now(), **{**told, **known})
    file = File(kantor.new_id(), id_, one.nama, "0" * 64, 1000, "application/pdf", halaman=1)
    with kantor.ledger.begin() as tx:
        one = agenda.numbered(kantor, tx, one)
        tx.add(one)
        tx.add(file)
        indexed(kantor, tx, one, file, Bacaan("application/pdf", 1, (isi,)))
        tx.note(Catatan(one.instansi, MESIN, "kiriman_didaftar", one.diterima, id_))
    return one


def paper(lokasi: str = "Rak 3") -> Fisik:
    """A letter's paper twin."""
    return Fisik(lokasi, 2, "lembar", "baik", "asli")


def session(kantor: Kantor, orang: Orang) -> str:
    """The token of somebody who has just come in."""
    return masuk.enter(kantor, orang.nama_masuk, SANDI, "192.0.2.1").token


def let_in(page: Any, alamat: str, kantor: Kantor, orang: Orang) -> None:
    """The browser with the cookie of this person."""
    page.context.clear_cookies()
    page.context.add_cookies([{"name": "berkas", "value": session(kantor, orang), "url": alamat}])


def later(kantor: Kantor, **span: float) -> None:
    """Time goes on in this office."""
    kantor.clock.at += timedelta(**span)


def changed(kantor: Kantor, kiriman: Kiriman, **what: Any) -> Kiriman:
    """The kiriman as somebody changed it."""
    with kantor.ledger.begin() as tx:
        before = tx.get(Kiriman, kiriman.id)
        tx.save(before, replace(before, **what))
        tx.note(Catatan(before.instansi, MESIN, "kiriman_diperiksa", kantor.clock.now(), before.id))
        return tx.get(Kiriman, kiriman.id)
