"""SOPs that call each other: none is put in force or withdrawn so that a matter cannot go on."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from service.acts.berkas import anak as berkas_anak
from service.acts.berkas.baru import begun, open_by
from service.acts.berkas.buka import Pembukaan
from service.acts.berkas.henti import Minta, cancel
from service.acts.keadaan.audit import audit
from service.acts.register import sengketa_putusan
from service.acts.sop import konsep as konsep_acts
from service.acts.sop import pakai as sop_pakai
from service.acts.sop.cabut import withdraw
from service.acts.sop.daftar import openers, sop_of, sops
from service.acts.sop.pakai import KonsepBelumBenar, SopLainTerganggu
from service.acts.sop.rujukan import MasihDirujuk
from service.domain.berkas import Berkas
from service.domain.catatan import Catatan
from service.domain.paket import Paket
from service.domain.refusals import Refusal
from service.domain.sop.konsep import KONSEP, SopKonsep, SopTerbit
from service.domain.sop.konsep_baca import of_text
from service.domain.sop.tolakan import PerluBagian
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.acts.test_sop_konsep import agreed
from tests.conftest import new_postgres, new_sqlite
from tests.office import INSTANSI, UNIT, open_house, person, rule


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        rule(whole)
        yield whole


@pytest.fixture
def ppid(house: RealHouse) -> Hadir:
    return person(house, "ppid", "ppid")


POLOS = """nama = "{nama}"
[pelaksana]
ppid = "PPID"
{buka}
{bagian}
[[langkah]]
kegiatan = "Mengerjakan contoh"
pelaksana = ["ppid"]
waktu = "1 jam"
{baris}
"""
BAGIAN = '[[bagian]]\nid = "satu"\nnama = "Satu"'


def drafted(house: RealHouse, oleh: Hadir, nama: str, kode: str = "", **more: str) -> SopKonsep:
    """A draft of one row; `buka`, `bagian` and `baris` say what more stands in its file."""
    text = POLOS.format_map({"buka": "", "bagian": "", "baris": "", **more, "nama": nama})
    now = house.clock.now()
    bare = SopKonsep(house.new_id(), INSTANSI, "", KONSEP, now, oleh.orang.id, kode=kode)
    with house.ledger.begin() as tx:
        return konsep_acts.begun(house, tx, oleh, of_text(bare, text, ""))


def in_force(house: RealHouse, oleh: Hadir, nama: str, kode: str = "", **more: str) -> SopTerbit:
    konsep = drafted(house, oleh, nama, kode, **more)
    with house.ledger.read() as reading:
        kini = len(sop_pakai.terbit(reading, INSTANSI, kode))
    return sop_pakai.use(house, oleh, agreed(house, konsep, kini=kini, alasan="Sendiri"))


def opened(house: RealHouse, oleh: Hadir, kode: str) -> Berkas:
    return open_by(house, oleh, Pembukaan(house.new_id(), INSTANSI, UNIT, kode, "Perkara contoh"))


@pytest.mark.parametrize("buka", ['kiriman = ["permohonan_informasi"]', "rujukan = true"])
def test_an_sop_in_parts_is_not_opened_by_a_letter_nor_by_another_sop(
    house: RealHouse, ppid: Hadir, buka: str
) -> None:
    more = {"bagian": BAGIAN, "baris": 'bagian = "satu"'}
    before = openers(house.packs, INSTANSI)
    with pytest.raises(KonsepBelumBenar, match="1 kesalahan") as no:
        in_force(house, ppid, "Contoh berbagian", buka=f"[buka]\n{buka}", **more)

    assert "pisahkan bagiannya menjadi SOP sendiri" in no.value.faults[1]
    assert openers(house.packs, INSTANSI) == before


def test_no_row_calls_an_sop_in_parts(house: RealHouse, ppid: Hadir) -> None:
    parts = in_force(house, ppid, "Contoh berbagian", bagian=BAGIAN, baris='bagian = "satu"')
    calls = {"baris": f'rujukan = "{parts.kode}"'}
    with pytest.raises(KonsepBelumBenar) as no:
        in_force(house, ppid, "Pemanggil contoh", **calls)
    assert "terdiri atas beberapa bagian, jadi tidak dapat dirujuk" in no.value.faults[1]

    below = in_force(house, ppid, "Anak contoh")
    in_force(house, ppid, "Induk contoh", baris=f'rujukan = "{below.kode}"')
    with pytest.raises(SopLainTerganggu, match=r"induk_contoh.*tidak dapat dirujuk"):
        in_force(house, ppid, "Anak contoh", below.kode, bagian=BAGIAN, baris='bagian = "satu"')
    assert "Anak contoh" in sop_of(house.packs, INSTANSI, below.kode).nama


def test_a_matter_without_its_part_is_refused_in_a_sentence(house: RealHouse, ppid: Hadir) -> None:
    one = in_force(house, ppid, "Contoh berbagian", bagian=BAGIAN, baris='bagian = "satu"')

    asked = Pembukaan(house.new_id(), INSTANSI, UNIT, one.kode, "Perkara contoh")
    no_part = pytest.raises(PerluBagian, match="Belum ada berkas yang dibuka")
    with no_part, house.ledger.begin() as tx:
        begun(house, tx, asked)


def test_a_ruling_opens_no_test_in_an_sop_of_one_named_part(house: RealHouse, ppid: Hadir) -> None:
    baris = 'bagian = "satu"\nlembar = ["uji"]'
    one = in_force(house, ppid, "Uji berbagian", bagian=BAGIAN, baris=baris)

    assert one.kode in sops(house.packs, INSTANSI)
    assert one.kode not in sengketa_putusan.testing(house.packs, INSTANSI)


def test_an_sop_that_was_broken_before_stops_no_other(house: RealHouse, ppid: Hadir) -> None:
    broken = POLOS.format(nama="Rusak", buka="", bagian="", baris='rujukan = "tidak_ada"')
    with house.ledger.begin() as tx:
        tx.add(Paket(f"{INSTANSI}/sop/rusak.toml", INSTANSI, broken))
        tx.note(Catatan(INSTANSI, ppid.orang.id, "instansi_diubah", house.clock.now()))

    one = in_force(house, ppid, "Baru sama sekali")
    assert one.kode in sops(house.packs, INSTANSI)
    assert withdraw(house, ppid, INSTANSI, one.kode, 1, "Keliru").urut == 2


def test_an_sop_that_in_the_end_calls_itself_is_not_put_in_force(
    house: RealHouse, ppid: Hadir
) -> None:
    below = in_force(house, ppid, "Anak contoh")
    above = in_force(house, ppid, "Induk contoh", baris=f'rujukan = "{below.kode}"')

    with pytest.raises(SopLainTerganggu, match="merujuk diri sendiri"):
        in_force(house, ppid, "Anak contoh", below.kode, baris=f'rujukan = "{above.kode}"')


def test_an_sop_is_not_withdrawn_while_a_matter_that_runs_still_calls_it(
    house: RealHouse, ppid: Hadir
) -> None:
    below = in_force(house, ppid, "Anak contoh")
    above = in_force(house, ppid, "Induk contoh", baris=f'rujukan = "{below.kode}"')
    matter = opened(house, ppid, above.kode)
    with pytest.raises(SopLainTerganggu):
        withdraw(house, ppid, INSTANSI, below.kode, 1, "Keliru")
    in_force(house, ppid, "Induk contoh", above.kode)  # calls nothing any more

    with pytest.raises(MasihDirujuk, match="di bawah SOP induk_contoh"):
        withdraw(house, ppid, INSTANSI, below.kode, 1, "Keliru")
    with pytest.raises(MasihDirujuk, match="tidak akan dapat diselesaikan"):
        in_force(house, ppid, "Anak contoh", below.kode, bagian=BAGIAN, baris='bagian = "satu"')
    assert berkas_anak.call(house, ppid, matter.id).sop == below.kode

    with house.ledger.read() as reading:
        now = reading.get(Berkas, matter.id)
    cancel(house, ppid, Minta(now.id, now.versi, "Perkara contoh ditarik"))
    assert withdraw(house, ppid, INSTANSI, below.kode, 1, "Keliru").urut == 2
    assert [one.janji for one in audit(house) if not one.utuh] == []


@pytest.mark.parametrize("new", [new_sqlite, new_postgres])
def test_who_calls_an_sop_and_who_withdraws_it_wait_for_one_another(
    tmp_path: Path, new: Callable[[Path], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_house(tmp_path, new(tmp_path)) as house:
        rule(house)
        ppid = person(house, "ppid", "ppid")
        below = in_force(house, ppid, "Anak contoh")
        above = drafted(house, ppid, "Induk contoh", baris=f'rujukan = "{below.kode}"')
        sound, came = sop_pakai._sound, list[object]()

        def gone() -> None:
            try:
                came.append(withdraw(house, ppid, INSTANSI, below.kode, 1, "Keliru"))
            except Refusal as no:
                came.append(no)

        second = threading.Thread(target=gone)

        def judged(*asked: object) -> tuple[str, str]:
            found = sound(*asked)
            second.start()
            second.join(0.7)  # it would be through by then, if nothing kept it
            return found

        monkeypatch.setattr(sop_pakai, "_sound", judged)
        one = sop_pakai.use(house, ppid, agreed(house, above, alasan="Sendiri"))
        second.join(30)

        assert not second.is_alive()
        assert isinstance(came[0], SopLainTerganggu)
        assert {one.kode, below.kode} <= set(sops(house.packs, INSTANSI))
