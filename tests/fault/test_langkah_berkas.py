"""Whoever dies between two words to the ledger: a matter stands before its act, or after it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from service.acts.berkas import anak as berkas_anak
from service.acts.berkas import bahan as berkas_bahan
from service.acts.berkas import baru as berkas_baru
from service.acts.berkas import bukti as berkas_bukti
from service.acts.berkas import butir as berkas_butir
from service.acts.berkas import henti as berkas_henti
from service.acts.berkas import jalan as berkas_jalan
from service.acts.berkas import rapat as berkas_rapat
from service.acts.berkas import salin as berkas_salin
from service.acts.berkas import tugas as berkas_tugas
from service.acts.berkas.bahan import Bawa
from service.acts.berkas.buka import Pembukaan
from service.acts.berkas.butir import Masuk
from service.acts.berkas.henti import Minta
from service.acts.berkas.jalan import Langkah
from service.acts.berkas.rapat import Tulis
from service.acts.berkas.salin import Salin
from service.acts.instansi import pilihan as instansi
from service.acts.keadaan.audit import audit
from service.acts.orang import peran
from service.acts.orang.hadir import operator
from service.domain.ada import Ada
from service.domain.berkas import BERJALAN, Berkas
from service.domain.butir import Butir, as_seen
from service.domain.catatan import Catatan
from service.domain.kiriman import File
from service.domain.nomor import Nomor
from service.domain.orang import Orang
from service.domain.rapat_berkas import RapatBerkas
from service.domain.refusals import Refusal
from service.domain.sop.jalan import Putusan
from service.domain.sop.jejak import Jejak
from service.house import RealHouse
from tests.conftest import NEW
from tests.domain.test_pengecualian import PENUH
from tests.fault.perbuatan import Perbuatan, Salinan, whole_or_not_at_all
from tests.office import INSTANSI, UNIT, arrive_letter, at_desk, person, rule
from tests.rapat import BERLANGSUNG

PUTARAN = "ppid_kementerian"


def who(house: RealHouse):
    with house.ledger.read() as reading:
        found = next(one for one in reading.find(Orang) if one.nama_masuk == "tim")
    return at_desk(house, found.id)


def people(house: RealHouse, _room: Path) -> None:
    rule(house)
    instansi.set_up(house, operator(house), PUTARAN)
    one = person(house, "tim", "tim_sekretariat", "ppid")
    person(house, "rekan", "tim_sekretariat")
    admin = operator(house)
    for each in ("tim_sekretariat", "ppid"):
        peran.give(house, admin, one.orang.id, peran.Penugasan(PUTARAN, "", each))


def opens(house: RealHouse) -> object:
    asked = Pembukaan("satu", INSTANSI, UNIT, "uji_konsekuensi", "Perkara contoh")
    return berkas_baru.open_by(house, who(house), asked)


def a_round(house: RealHouse) -> object:
    asked = Pembukaan("x", PUTARAN, "", "pengelolaan_informasi", "Putaran contoh", "bulanan")
    return berkas_baru.open_by(house, who(house), asked)


def ready(house: RealHouse, room: Path) -> None:
    people(house, room)
    opens(house)
    arrive_letter(house, room)
    a_thing(house)


def a_thing(house: RealHouse) -> object:
    with house.ledger.read() as reading:
        file = reading.find(File)[0]
    asked = Bawa("ada", "surat_permohonan", "didaftar", file=file.id)
    return berkas_bahan.bring(house, who(house), "satu", asked)


def a_letter(house: RealHouse, room: Path) -> None:
    people(house, room)
    opens(house)
    arrive_letter(house, room)


def taken_back(house: RealHouse) -> object:
    return berkas_bahan.take_back(house, who(house), "ada", 1, "Salah dokumen contoh")


def goes_on(house: RealHouse) -> object:
    return berkas_jalan.go_on(house, who(house), Langkah("satu", 1), Putusan("uji"))


def rounded(house: RealHouse, room: Path) -> None:
    people(house, room)
    a_round(house)


def called_off(house: RealHouse) -> object:
    with house.ledger.read() as reading:
        one = next(x for x in reading.find(Berkas) if not x.induk)
    return berkas_henti.cancel(house, who(house), Minta(one.id, one.versi, "Alasan contoh"))


def asked(versi: int) -> Minta:
    return Minta("satu", versi, "Alasan contoh")


def on_the_way(house: RealHouse, room: Path) -> None:
    """At the meeting, from which it may be sent back."""
    ready(house, room)
    goes_on(house)
    with house.ledger.read() as reading:
        file = reading.find(File)[0]
    paper = Bawa("undangan", "undangan_rapat", "ditandatangani", file=file.id)
    berkas_bahan.bring(house, who(house), "satu", paper)
    berkas_jalan.go_on(house, who(house), Langkah("satu", 2), Putusan())


def sent_back(house: RealHouse) -> object:
    said = Putusan("rapat_lagi", "Dokumen contoh kurang")
    return berkas_jalan.go_on(house, who(house), Langkah("satu", 3), said)


def an_item(house: RealHouse) -> object:
    return berkas_butir.put_in(house, who(house), "satu", Masuk("butir", "Butir contoh"))


def some_items(house: RealHouse) -> object:
    return berkas_butir.put_in_all(house, who(house), "satu", "tanda", "Satu\nDua\nTiga")


def written(house: RealHouse, room: Path) -> None:
    """Three items in the meeting, the first of them written and to be closed."""
    on_the_way(house, room)
    person(house, "kepala", "atasan_ppid")
    some_items(house)
    with house.ledger.begin() as tx:
        one = tx.find(Butir, urut=1)[0]
        tx.save(one, replace(one, uji=PENUH, hasil="dikecualikan"))
        tx.note(Catatan(INSTANSI, "mesin", "butir_diputus", house.clock.now(), "satu"))


def copied(house: RealHouse) -> object:
    with house.ledger.read() as reading:
        first, *rest = sorted(reading.find(Butir), key=lambda x: x.urut)
    ke = tuple((x.id, x.versi) for x in rest)
    return berkas_salin.copy(house, who(house), "satu", Salin(first.id, ke, frozenset(["dasar"])))


def approved(house: RealHouse) -> object:
    with house.ledger.read() as reading:
        kepala = next(x for x in reading.find(Orang) if x.nama_masuk == "kepala")
        dilihat = as_seen(reading.find(Butir))
    return berkas_bukti.approve(house, at_desk(house, kepala.id), "satu", dilihat)


def held(house: RealHouse) -> object:
    return berkas_henti.hold(house, who(house), asked(1))


def standing_still(house: RealHouse, room: Path) -> None:
    ready(house, room)
    held(house)


def resumed(house: RealHouse) -> object:
    return berkas_henti.resume(house, who(house), asked(2))


def ended(house: RealHouse, room: Path) -> None:
    ready(house, room)
    berkas_henti.cancel(house, who(house), asked(1))


def reopened(house: RealHouse) -> object:
    return berkas_henti.reopen(house, who(house), asked(2))


def given(house: RealHouse) -> object:
    with house.ledger.read() as reading:
        rekan = next(one for one in reading.find(Orang) if one.nama_masuk == "rekan")
    return berkas_tugas.give(house, who(house), "satu", 1, rekan.id)


def last_unit(house: RealHouse, room: Path) -> None:
    """All units but one are over; the last is not waited for."""
    rounded(house, room)
    for one in _units(house)[1:]:
        berkas_anak.excuse(house, who(house), one.id, one.versi, "Alasan contoh")


def gathered(house: RealHouse) -> object:
    one = _units(house)[0]
    return berkas_anak.excuse(house, who(house), one.id, one.versi, "Alasan contoh")


def _units(house: RealHouse) -> list[Berkas]:
    with house.ledger.read() as reading:
        found = [x for x in reading.find(Berkas) if x.induk]
    if not any(x.keadaan == BERJALAN for x in found):
        raise Refusal("Semua unit contoh sudah selesai.")
    return sorted(found, key=lambda x: (x.keadaan != BERJALAN, x.unit))


def meets(house: RealHouse) -> object:
    return berkas_rapat.report(house, who(house), Tulis("r", "satu", 0, BERLANGSUNG))


PERBUATAN = (
    Perbuatan("buka", people, opens),
    Perbuatan("putaran", people, a_round),
    Perbuatan("bahan", a_letter, a_thing),
    Perbuatan("tarik", ready, taken_back),
    Perbuatan("langkah", ready, goes_on),
    Perbuatan("kembali", on_the_way, sent_back),
    Perbuatan("butir", on_the_way, an_item),
    Perbuatan("daftar", on_the_way, some_items),
    Perbuatan("salin", written, copied),
    Perbuatan("setujui", written, approved),
    Perbuatan("rapat", on_the_way, meets),
    Perbuatan("beri", ready, given),
    Perbuatan("tunda", ready, held),
    Perbuatan("lanjut", standing_still, resumed),
    Perbuatan("buka_kembali", ended, reopened),
    Perbuatan("kumpul", last_unit, gathered),
    Perbuatan("batal", rounded, called_off),
)


def told(house: RealHouse) -> dict[str, object]:
    """How matters stand, in words that no id changes."""
    with house.ledger.read() as reading:
        matters = [
            (x.judul, x.keadaan, x.langkah, x.versi, x.pemilik != "", x.ditunda is None)
            for x in reading.find(Berkas)
        ]
        way = [(x.urut, x.langkah, x.keluar is None, x.kembali) for x in reading.find(Jejak)]
        there = [(x.bahan, x.keadaan, x.nomor, x.dicabut is None) for x in reading.find(Ada)]
        numbers = [x.nomor for x in reading.find(Nomor)]
        items = [(x.urut, x.judul, x.hasil, x.uji, x.disetujui != "") for x in reading.find(Butir)]
        met = [(x.judul, x.dilaporkan is None, x.versi) for x in reading.find(RapatBerkas)]
    found = {"berkas": sorted(matters), "jejak": sorted(way), "ada": sorted(there)}
    broken = [one.janji for one in audit(house) if not one.utuh]
    return {**found, "nomor": sorted(numbers), "butir": items, "rapat": met, "janji": broken}


@pytest.mark.timeout(900)
@pytest.mark.parametrize("buku", NEW)
@pytest.mark.parametrize("one", PERBUATAN, ids=lambda one: one.nama)
def test_killed_between_any_two_words_it_is_done_whole_or_not_at_all(
    one: Perbuatan, buku: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    whole_or_not_at_all(
        one, told, Salinan(tmp_path, buku), long=request.config.getoption("--panjang")
    )
