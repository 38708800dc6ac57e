"""An SOP is read from a file, corrected by several, put in force by a second person, and pinned."""

from __future__ import annotations

import argparse
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from service import house as houses
from service.acts.berkas.baru import open_by
from service.acts.berkas.buka import Pembukaan
from service.acts.keadaan.audit import audit
from service.acts.keadaan.check import check
from service.acts.sop import konsep as konsep_acts
from service.acts.sop import pakai as sop_pakai
from service.acts.sop.cabut import AdaBawaannya, TanpaAlasanCabut, withdraw
from service.acts.sop.daftar import bahan_of, openers, own_sops, sop_of, sops
from service.acts.sop.konsep import BagianBerubah, KonsepSelesai
from service.acts.sop.konsep_masuk import Unggah, take_in
from service.acts.sop.pakai import KonsepBelumBenar, Setuju, SopLainTerganggu, SopSudahDiganti
from service.acts.sop.versi import walked
from service.commands import check as check_command
from service.domain.catatan import Catatan
from service.domain.kesalahan import grave
from service.domain.paket import Paket
from service.domain.refusals import Refusal, TidakAda, TidakBerwenang
from service.domain.sop.formulir import form
from service.domain.sop.konsep import DIBUANG, SopKonsep, SopTerbit
from service.domain.sop.konsep_beda import differences
from service.domain.sop.konsep_susun import HAPUS, arranged
from service.domain.wewenang import WAJIB, Hadir, PerluAlasan, PerluOrangKedua
from service.house import RealHouse
from tests.conftest import new_postgres, new_sqlite
from tests.office import INSTANSI, UNIT, open_house, person, rule

KODE = "uji_konsekuensi"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        rule(whole)
        yield whole


def printed(house: RealHouse, out: Path, instansi: str = INSTANSI, kode: str = KODE) -> Path:
    """The official form of an SOP, as the house prints it."""
    paper = form(sop_of(house.packs, instansi, kode), bahan_of(house.packs, instansi))
    houses.sop_forms().write(paper, out)
    return out


def taken(house: RealHouse, oleh: Hadir, path: Path, id_: str = "") -> SopKonsep:
    asked = Unggah(id_ or house.new_id(), INSTANSI, path.name, path)
    return take_in(house, oleh, asked)


def agreed(house: RealHouse, konsep: SopKonsep, **more: object) -> Setuju:
    with house.ledger.read() as reading:
        now = reading.get(SopKonsep, konsep.id)
    return replace(Setuju(konsep.id, now.versi, 0), **more)


def edited(house: RealHouse, oleh: Hadir, konsep: SopKonsep, n: int, **isi: object) -> SopKonsep:
    """A row written anew."""
    row = konsep.langkah[n]

    def edit(now: SopKonsep) -> SopKonsep:
        rows = [
            replace(one, isi=one.isi | isi) if one.kunci == row.kunci else one
            for one in now.langkah
        ]
        return replace(now, langkah=tuple(rows))

    seen = konsep_acts.sidik(konsep, row.kunci)
    return konsep_acts.change(house, oleh, konsep.id, row.kunci, seen, edit)


def test_a_printed_sop_is_read_kept_and_put_in_force_by_a_second_person(
    house: RealHouse, tmp_path: Path
) -> None:
    tim, ppid = person(house, "tim", "tim_sekretariat"), person(house, "ppid", "ppid")
    path = printed(house, tmp_path / "sop.docx")
    konsep = taken(house, tim, path, "kunci1")
    again = taken(house, tim, path, "kunci1")

    assert again == konsep
    assert len(konsep.langkah) == len(konsep.sumber) == 7
    with pytest.raises(TidakBerwenang):
        sop_pakai.use(house, tim, agreed(house, konsep))
    one = sop_pakai.use(house, ppid, agreed(house, konsep))
    assert sop_pakai.use(house, ppid, agreed(house, konsep)) == one
    assert one.urut == 1
    assert one.kode in set(own_sops(house.packs, INSTANSI)) - {KODE}
    assert len(sop_of(house.packs, INSTANSI, one.kode).langkah) == 7
    assert [one for one in house.audit.findings([]) if not one.utuh] == []
    assert konsep.file in house.audit.named()
    with pytest.raises(KonsepSelesai):
        edited(house, tim, konsep, 0, waktu="1 jam")


def test_running_berkas_keep_their_version_and_new_ones_get_the_new(house: RealHouse) -> None:
    tim, ppid = person(house, "tim", "tim_sekretariat"), person(house, "ppid", "ppid")

    def opened(judul: str):
        asked = Pembukaan(id=house.new_id(), instansi=INSTANSI, unit=UNIT, sop=KODE, judul=judul)
        return open_by(house, tim, asked)

    first = opened("Perkara lama")
    konsep = sop_pakai.open_from(house, tim, INSTANSI, KODE, "k1")
    assert konsep.dasar == 0
    edited(house, tim, konsep, 0, waktu="45 menit")
    sop_pakai.use(house, ppid, agreed(house, konsep))
    second = opened("Perkara baru")

    with house.ledger.read() as reading:
        was, now = walked(reading, first).sop, walked(reading, second).sop
    assert (was.langkah[0].waktu.jumlah, now.langkah[0].waktu.jumlah) == (10, 45)
    assert openers(house.packs, INSTANSI)["permohonan_informasi"] == KODE
    assert set(sops(house.packs, INSTANSI)) == {
        *own_sops(house.packs, INSTANSI),
        "penetapan_dip",
        "rapat",
    }


def test_every_process_of_the_house_follows_the_new_version_at_once(house: RealHouse) -> None:
    ppid = person(house, "ppid", "ppid")
    other = houses.build(house.settings)  # a worker, which has looked already
    assert sop_of(other.packs, INSTANSI, KODE).langkah[0].waktu.jumlah == 10
    konsep = sop_pakai.open_from(house, ppid, INSTANSI, KODE, "k1")
    edited(house, ppid, konsep, 0, waktu="45 menit")
    sop_pakai.use(house, ppid, agreed(house, konsep, alasan="Sendiri"))

    assert sop_of(other.packs, INSTANSI, KODE).langkah[0].waktu.jumlah == 45
    assert sop_of(house.packs, INSTANSI, KODE).langkah[0].waktu.jumlah == 45
    other.close()


def test_a_file_changed_past_the_house_is_found_by_the_audit(house: RealHouse) -> None:
    ppid = person(house, "ppid", "ppid")
    konsep = sop_pakai.open_from(house, ppid, INSTANSI, KODE, "k1")
    sop_pakai.use(house, ppid, agreed(house, konsep, alasan="Sendiri"))
    assert [one.janji for one in audit(house) if not one.utuh] == []
    with house.ledger.begin() as tx:
        held = tx.get(Paket, f"{INSTANSI}/sop/{KODE}.toml")
        tx.save(held, replace(held, teks=held.teks + "# lain\n"))
        tx.note(Catatan(INSTANSI, ppid.orang.id, "instansi_diubah", house.clock.now()))

    (wrong,) = [one for one in audit(house) if not one.utuh]
    assert (wrong.janji, wrong.sebut) == ("I12", (f"{INSTANSI}/sop/{KODE}.toml bukan versi 1",))


def test_the_check_reads_what_was_changed_on_pages_too(
    house: RealHouse, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ppid = person(house, "ppid", "ppid")
    monkeypatch.setenv("BERKAS_HOME", str(house.settings.home))
    monkeypatch.setenv("BERKAS_LEDGER", house.settings.ledger)
    asked = argparse.Namespace(path=None, cetak=None)
    assert check_command.run(asked) == 0
    with house.ledger.begin() as tx:
        tx.add(Paket(f"{INSTANSI}/sop/rusak.toml", INSTANSI, "nama = 'Contoh'"))
        tx.note(Catatan(INSTANSI, ppid.orang.id, "instansi_diubah", house.clock.now()))

    assert check_command.run(asked) == 1
    assert f"{INSTANSI}/sop/rusak.toml" in capsys.readouterr().out


def test_an_earlier_version_comes_back_as_a_version_of_its_own(house: RealHouse) -> None:
    tim, ppid = person(house, "tim", "tim_sekretariat"), person(house, "ppid", "ppid")
    konsep = sop_pakai.open_from(house, tim, INSTANSI, KODE, "k1")
    edited(house, tim, konsep, 0, waktu="45 menit")
    sop_pakai.use(house, ppid, agreed(house, konsep))
    back = sop_pakai.open_from(house, tim, INSTANSI, KODE, "k2", 0)

    with pytest.raises(SopSudahDiganti):
        sop_pakai.use(house, ppid, agreed(house, back, kini=0))
    sop_pakai.use(house, ppid, agreed(house, back, kini=1))

    every = sop_pakai.history(house, tim, INSTANSI, KODE)
    assert [one.urut for one in every] == [0, 1, 2]
    assert differences(every[0].teks, every[2].teks) == []
    (changed,) = differences(every[0].teks, every[1].teks)
    assert (changed.nama, changed.sebelum, changed.sesudah) == (
        "Langkah 1 · Waktu",
        "10 menit",
        "45 menit",
    )
    assert sop_of(house.packs, INSTANSI, KODE).langkah[0].waktu.jumlah == 10


def test_who_wrote_it_alone_gives_a_reason_or_finds_a_second(house: RealHouse) -> None:
    ppid = person(house, "ppid", "ppid")
    konsep = sop_pakai.open_from(house, ppid, INSTANSI, KODE, "k1")

    with pytest.raises(PerluAlasan):
        sop_pakai.use(house, ppid, agreed(house, konsep))
    rule(house, WAJIB)
    with pytest.raises(PerluOrangKedua):
        sop_pakai.use(house, ppid, agreed(house, konsep, alasan="Sendiri"))
    rule(house, "peringatkan")
    one = sop_pakai.use(house, ppid, agreed(house, konsep, alasan="Kantor kecil"))
    assert one.alasan


def test_two_people_write_one_draft_and_neither_loses_a_word(house: RealHouse) -> None:
    satu, dua = person(house, "satu", "tim_sekretariat"), person(house, "dua", "tim_sekretariat")
    konsep = sop_pakai.open_from(house, satu, INSTANSI, KODE, "k1")
    edited(house, satu, konsep, 0, waktu="15 menit")
    after = edited(house, dua, konsep, 1, waktu="20 menit")

    assert [one.isi["waktu"] for one in after.langkah[:2]] == ["15 menit", "20 menit"]
    assert set(after.penyiap) == {satu.orang.id, dua.orang.id}
    with pytest.raises(BagianBerubah, match=r"diubah Contoh satu|diubah Contoh dua"):
        edited(house, dua, konsep, 0, waktu="99 menit")
    row = konsep.langkah[2].kunci
    seen = konsep_acts.sidik(after, "seluruh")
    konsep_acts.change(
        house, satu, konsep.id, "seluruh", seen, lambda now: arranged(now, HAPUS, row)
    )
    with pytest.raises(BagianBerubah, match="dikeluarkan"):
        edited(house, dua, konsep, 2, waktu="99 menit")


def test_two_pieces_written_at_the_same_moment_are_both_kept(tmp_path: Path) -> None:
    with open_house(tmp_path, new_postgres(tmp_path)) as house:
        rule(house)
        tim = person(house, "tim", "tim_sekretariat")
        konsep = sop_pakai.open_from(house, tim, INSTANSI, KODE, "k1")
        threads = [
            threading.Thread(
                target=edited, args=(house, tim, konsep, n), kwargs={"waktu": f"{n + 1} jam"}
            )
            for n in range(4)
        ]
        for one in threads:
            one.start()
        for one in threads:
            one.join()

        after = konsep_acts.draft_for(house, tim, konsep.id)
        assert [one.isi["waktu"] for one in after.langkah[:4]] == [
            "1 jam",
            "2 jam",
            "3 jam",
            "4 jam",
        ]
        assert [one for one in house.audit.findings([]) if not one.utuh] == []


def test_a_draft_with_faults_is_not_used_and_says_all_of_them(house: RealHouse) -> None:
    ppid = person(house, "ppid", "ppid")
    konsep = sop_pakai.open_from(house, ppid, INSTANSI, KODE, "k1")
    konsep = edited(house, ppid, konsep, 0, pelaksana=["entah"])
    edited(house, ppid, konsep, 1, keluaran=["bukan_bahan"])

    with pytest.raises(KonsepBelumBenar) as no:
        sop_pakai.use(house, ppid, agreed(house, konsep, alasan="Sendiri"))
    assert len(no.value.faults) == 3
    assert sop_of(house.packs, INSTANSI, KODE).langkah[0].pelaksana == ("tim_sekretariat",)


def test_an_sop_that_is_broken_is_opened_and_mended(house: RealHouse) -> None:
    ppid = person(house, "ppid", "ppid")
    broken = house.packs.seed(f"{INSTANSI}/sop/{KODE}.toml").replace('["tim_sekretariat"]', '["x"]')
    with house.ledger.begin() as tx:
        now = house.clock.now()
        tx.add(SopTerbit("lama", INSTANSI, KODE, 1, "Contoh", broken, "", now, ppid.orang.id))
        tx.add(Paket(f"{INSTANSI}/sop/{KODE}.toml", INSTANSI, broken))
        tx.note(Catatan(INSTANSI, ppid.orang.id, "sop_dipakai", now))
    konsep = sop_pakai.open_from(house, ppid, INSTANSI, KODE, "k1")

    assert konsep_acts.judged(house.packs, konsep).berat
    for n, row in enumerate(konsep.langkah):
        if row.isi["pelaksana"] == ["x"]:
            konsep = edited(house, ppid, konsep, n, pelaksana=["tim_sekretariat"])
    sop_pakai.use(house, ppid, agreed(house, konsep, kini=1, alasan="Sendiri"))
    assert len(sop_of(house.packs, INSTANSI, KODE).resmi) == 7


def test_an_sop_made_here_is_withdrawn_and_its_berkas_end_as_they_began(
    house: RealHouse, tmp_path: Path
) -> None:
    tim, ppid = person(house, "tim", "tim_sekretariat"), person(house, "ppid", "ppid")
    konsep = taken(house, tim, printed(house, tmp_path / "sop.docx"))
    one = sop_pakai.use(house, ppid, agreed(house, konsep))
    asked = Pembukaan(house.new_id(), INSTANSI, UNIT, one.kode, "Perkara contoh")
    berkas = open_by(house, tim, asked)

    with pytest.raises(AdaBawaannya):
        withdraw(house, ppid, INSTANSI, KODE, 0, "Keliru")
    with pytest.raises(TanpaAlasanCabut):
        withdraw(house, ppid, INSTANSI, one.kode, 1, " ")
    with pytest.raises(TidakBerwenang):
        withdraw(house, tim, INSTANSI, one.kode, 1, "Keliru")
    with pytest.raises(SopSudahDiganti):
        withdraw(house, ppid, INSTANSI, one.kode, 7, "Keliru")
    gone = withdraw(house, ppid, INSTANSI, one.kode, 1, "Keliru impor")
    assert withdraw(house, ppid, INSTANSI, one.kode, 1, "Keliru impor") == gone

    assert one.kode not in own_sops(house.packs, INSTANSI)
    with house.ledger.read() as reading:
        assert len(walked(reading, berkas).sop.langkah) == 7
    assert [x.janji for x in audit(house) if not x.utuh] == []
    again = taken(house, tim, printed(house, tmp_path / "lagi.docx"))
    assert sop_pakai.use(house, ppid, agreed(house, again)).kode == f"{one.kode}_2"
    back = sop_pakai.open_from(house, tim, INSTANSI, one.kode, "k9", 1)
    assert sop_pakai.use(house, ppid, agreed(house, back, kini=2)).urut == 3


def test_what_an_sop_brings_along_stays_while_another_needs_it(house: RealHouse) -> None:
    ppid = person(house, "ppid", "ppid")
    konsep = sop_pakai.open_from(house, ppid, INSTANSI, KODE, "k1")
    seen = konsep_acts.sidik(konsep, "bahan")
    bring = {"kartu_contoh": {"nama": "Kartu contoh", "wujud": "tanda"}}
    konsep = konsep_acts.change(
        house, ppid, konsep.id, "bahan", seen, lambda now: replace(now, bahan=bring)
    )
    edited(house, ppid, konsep, 0, keluaran=["nomor_register", "kartu_contoh"])
    sop_pakai.use(house, ppid, agreed(house, konsep, alasan="Sendiri"))
    assert bahan_of(house.packs, INSTANSI)["kartu_contoh"].nama == "Kartu contoh"

    dip = sop_pakai.open_from(house, ppid, INSTANSI, "rapat", "k2")
    edited(house, ppid, dip, 0, keluaran=[*dip.langkah[0].isi.get("keluaran", []), "kartu_contoh"])
    sop_pakai.use(house, ppid, agreed(house, dip, alasan="Sendiri"))
    back = sop_pakai.open_from(house, ppid, INSTANSI, KODE, "k3", 0)
    with pytest.raises(SopLainTerganggu, match="kartu_contoh"):
        sop_pakai.use(house, ppid, agreed(house, back, kini=1, alasan="Sendiri"))


def test_what_was_changed_on_pages_is_exported_as_files_that_pass_the_check(
    house: RealHouse, tmp_path: Path
) -> None:
    ppid = person(house, "ppid", "ppid")
    konsep = sop_pakai.open_from(house, ppid, INSTANSI, KODE, "k1")
    edited(house, ppid, konsep, 0, waktu="45 menit")
    sop_pakai.use(house, ppid, agreed(house, konsep, alasan="Sendiri"))

    out = tmp_path / "paket"
    house.packs.export(out)
    packs = houses.packs_in(out)

    assert grave(check(packs)) == []
    assert sop_of(packs, INSTANSI, KODE).langkah[0].waktu.jumlah == 45


def test_a_draft_is_not_there_for_who_writes_no_sops(house: RealHouse, tmp_path: Path) -> None:
    tim, arsip = person(house, "tim", "tim_sekretariat"), person(house, "arsip", "pengelola_arsip")
    konsep = sop_pakai.open_from(house, tim, INSTANSI, KODE, "k1")

    with pytest.raises(TidakAda):
        konsep_acts.read(house, arsip, konsep.id)
    with pytest.raises(TidakAda):
        sop_pakai.open_from(house, arsip, INSTANSI, KODE, "k9")
    with pytest.raises(TidakAda):
        taken(house, arsip, printed(house, tmp_path / "sop.docx"))
    assert konsep_acts.listed(house, arsip) == []
    assert konsep_acts.listed(house, tim) == [konsep]
    konsep_acts.discard(house, tim, konsep.id, konsep.versi)
    assert konsep_acts.draft_for(house, tim, konsep.id).keadaan == DIBUANG
    assert konsep_acts.listed(house, tim) == []


def test_a_file_that_holds_no_sop_leaves_nothing_behind(house: RealHouse, tmp_path: Path) -> None:
    tim, path = person(house, "tim", "tim_sekretariat"), tmp_path / "bukan.docx"
    path.write_bytes(b"bukan docx")

    with pytest.raises(Refusal, match="tidak dapat dibuka"):
        taken(house, tim, path)
    assert konsep_acts.listed(house, tim) == []
    assert house.audit.held() == {}
