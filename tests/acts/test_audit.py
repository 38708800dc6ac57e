"""An audit finds what was altered behind the back of Berkas, and names it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import text, update

from service import house as houses
from service.acts.keadaan.audit import audit
from service.acts.simpan.keep import keep
from service.adapters.clock import new_id
from service.adapters.ledger import tables
from service.config import Settings
from service.domain.berkas import BERJALAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.janji import Temuan
from service.domain.kiriman import DITERIMA, File, Kiriman
from service.domain.naskah import KONSEP, Naskah
from service.domain.nomor import Buku
from service.domain.simpanan import DIPEGANG, Simpanan
from service.house import RealHouse


@pytest.fixture
def house(tmp_path: Path, ledger_url: str) -> Iterator[RealHouse]:
    env = {
        "BERKAS_HOME": str(tmp_path / "rumah"),
        "BERKAS_INBOX": str(tmp_path / "inbox"),
        "BERKAS_LEDGER": ledger_url.replace("+psycopg", ""),
    }
    whole = houses.build(Settings.from_env(env))
    yield whole
    whole.close()


def receive(house: RealHouse, words: str) -> Kiriman:
    """One kiriman of one file, taken in as the house does it."""
    now = house.clock.now()
    with house.room() as room:
        path = room / "surat.txt"
        path.write_text(words)
        sha256 = house.store.put(path)
    one = Kiriman(new_id(), "kemensetneg", "humas", "folder", "surat.txt", DITERIMA, now)
    with house.ledger.begin() as tx:
        number = tx.draw(Buku("kemensetneg", "agenda", 2026), one.id)
        one = replace(one, nomor_agenda=str(number.urut))
        tx.add(one)
        tx.add(Simpanan(sha256, len(words), DIPEGANG, now))
        tx.add(File(new_id(), one.id, "surat.txt", sha256, len(words)))
        tx.note(Catatan("kemensetneg", MESIN, "menerima", now, one.id))
    return one


def broken(house: RealHouse) -> dict[str, Temuan]:
    return {one.janji: one for one in audit(house) if not one.utuh}


def alter(house: RealHouse, sql: str, **values: object) -> None:
    with house.engine.begin() as connection:
        assert connection.execute(text(sql), values).rowcount > 0


@pytest.fixture
def kiriman(house: RealHouse) -> list[Kiriman]:
    return [receive(house, f"surat contoh {n}") for n in range(4)]


def test_a_house_in_order_keeps_every_promise(house: RealHouse, kiriman: list[Kiriman]) -> None:
    found = audit(house)

    assert [one.janji for one in found if not one.utuh] == []
    assert {one.janji: one.diperiksa for one in found}["I8"] == len(kiriman)


def test_a_book_that_goes_on_from_paper_has_no_gap(house: RealHouse) -> None:
    with house.ledger.begin() as tx:
        for n in range(3):
            tx.draw(Buku("kemensetneg", "sk", 2026, mulai=15), f"surat-{n}")

    assert broken(house) == {}

    alter(house, "update buku set mulai = 14 where seri = 'sk'")
    assert list(broken(house)) == ["I3"]


def test_an_edited_row_is_named(house: RealHouse, kiriman: list[Kiriman]) -> None:
    alter(house, "UPDATE kiriman SET nama = 'lain.txt' WHERE id = :id", id=kiriman[1].id)

    assert broken(house)["I8c"].sebut == (f"kiriman {kiriman[1].id} diubah di luar Berkas",)


def test_a_deleted_row_is_named(house: RealHouse, kiriman: list[Kiriman]) -> None:
    alter(house, "DELETE FROM kiriman WHERE id = :id", id=kiriman[1].id)

    assert broken(house)["I8c"].sebut == (f"kiriman {kiriman[1].id} dihapus di luar Berkas",)


def test_a_row_edited_together_with_its_version_is_named(
    house: RealHouse, kiriman: list[Kiriman]
) -> None:
    alter(house, "UPDATE riwayat SET hash = :h WHERE id = :id", h="0" * 64, id=kiriman[2].id)

    assert f"kiriman {kiriman[2].id} versi 1 berubah di riwayat" in broken(house)["I8b"].sebut


def test_an_open_matter_of_a_withheld_letter_is_named(house: RealHouse) -> None:
    now = house.clock.now()
    letter = Kiriman(new_id(), "kemensetneg", "humas", "folder", "x.txt", DITERIMA, now)
    matter = Berkas(new_id(), "kemensetneg", "humas", "Perkara contoh", letter.id, BERJALAN, now)
    with house.ledger.begin() as tx:
        tx.add(replace(letter, rahasia=True))
        tx.add(matter)
        tx.note(Catatan("kemensetneg", MESIN, "menerima", now, letter.id))

    assert broken(house)["I13"].sebut == (f"berkas {matter.id} terbuka, kirimannya rahasia",)


def test_an_edited_line_of_the_journal_is_named(house: RealHouse, kiriman: list[Kiriman]) -> None:
    alter(house, "UPDATE catatan SET siapa = 'orang lain' WHERE urut = 2")

    assert broken(house)["I8"].sebut == ("catatan 2 kemensetneg berubah",)


def test_a_cut_tail_is_found(house: RealHouse, kiriman: list[Kiriman]) -> None:
    alter(house, "DELETE FROM catatan WHERE urut = 4")

    assert "terpotong" in broken(house)["I8"].sebut[0]


def test_a_tail_cut_together_with_its_head_is_found_by_the_head_kept_apart(
    house: RealHouse, kiriman: list[Kiriman]
) -> None:
    house.heads.record(house.lists.kepala())
    alter(house, "DELETE FROM catatan WHERE urut = 4")
    alter(
        house,
        "UPDATE kepala SET urut = 3, rantai = (SELECT rantai FROM catatan WHERE urut = 3)",
    )

    assert "pernah tercatat, kini hilang" in broken(house)["I8"].sebut[0]


def test_a_changed_file_is_named(house: RealHouse, kiriman: list[Kiriman], tmp_path: Path) -> None:
    [stored] = [
        path
        for path in (tmp_path / "rumah" / "tertutup").rglob("*")
        if path.is_file() and path.read_bytes() == b"surat contoh 3"
    ]
    stored.chmod(0o600)
    stored.write_bytes(b"surat contoh 9")

    assert len(broken(house)["I2"].sebut) == 1


def test_a_lost_file_and_a_stray_file_are_found(
    house: RealHouse, kiriman: list[Kiriman], tmp_path: Path
) -> None:
    [lost] = [one for one in house.audit.named() if one in house.audit.held()][:1]
    house.store.drop(lost)
    stray = tmp_path / "asing"
    stray.write_text("tidak ada yang mencatat saya")
    house.store.put(stray)

    wrong = broken(house)

    assert (wrong["I2"].dilanggar, wrong["I2b"].dilanggar) == (1, 1)


def test_a_hole_in_a_book_is_found(house: RealHouse, kiriman: list[Kiriman]) -> None:
    alter(house, "DELETE FROM nomor WHERE urut = 2")

    assert broken(house)["I3"].sebut == (
        "buku kemensetneg/agenda/2026: 3 nomor, tercatat sampai 4",
    )


def test_what_lies_on_the_open_side_without_being_published_is_found(
    house: RealHouse, tmp_path: Path
) -> None:
    leaked = tmp_path / "rahasia"
    leaked.write_text("dikecualikan")
    house.store_publik.put(leaked)

    assert broken(house)["I7"].dilanggar == 1


def test_work_that_nobody_takes_is_found(house: RealHouse) -> None:
    with house.ledger.begin() as tx:
        tx.plan("identify", new_id())
    alter(house, "UPDATE pekerjaan SET dibuat = :t", t="2026-01-01T00:00:00.000000+00:00")

    assert broken(house)["I5"].dilanggar == 1


class Meanwhile:
    """What the ledger says of itself, while something happens between two questions."""

    def __init__(self, house: RealHouse, happens: Callable[[], object]) -> None:
        self.real, self.happens, self.asked = house.audit, happens, 0

    def __getattr__(self, name: str) -> object:
        if name in ("held", "named"):
            self.asked += 1
            if self.asked > 1:
                self.happens()
        return getattr(self.real, name)


def test_a_kiriman_that_comes_in_during_an_audit_breaks_no_promise(house: RealHouse) -> None:
    receive(house, "surat contoh pertama")
    count = iter(range(100))
    busy = Meanwhile(house, lambda: receive(house, f"surat contoh susulan {next(count)}"))
    house.opened["audit"] = busy

    assert broken(house) == {}
    assert busy.asked > 1


def test_a_file_that_is_put_or_swept_during_an_audit_is_no_stray(
    house: RealHouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lama.txt").write_text("lama")
    swept = keep(house, tmp_path / "lama.txt")
    listed = house.store.names

    def names() -> list[str]:
        first = house.store.has(swept.sha256)
        if first:
            (tmp_path / "baru.txt").write_text("baru")
            keep(house, tmp_path / "baru.txt")
        found = list(listed())
        if first:
            house.store.drop(swept.sha256)
            with house.ledger.begin() as tx:
                tx.drop(tx.get(Simpanan, swept.sha256))
        return found

    monkeypatch.setattr(house.store, "names", names)

    assert broken(house) == {}


def test_work_that_is_tried_again_after_weeks_is_not_late_at_once(house: RealHouse) -> None:
    with house.ledger.begin() as tx:
        tx.plan("identify", "contoh")
    with house.engine.begin() as connection:
        owed = tables.pekerjaan
        weeks_ago = house.clock.now() - timedelta(weeks=3)
        connection.execute(update(owed).values(dibuat=weeks_ago, macet=weeks_ago))

    with house.ledger.begin() as tx:
        tx.plan("identify", "contoh")

    assert broken(house) == {}


def test_moments_of_another_zone_are_the_same_moments_in_the_chain(house: RealHouse) -> None:
    wib = timezone(timedelta(hours=7))
    when = datetime(2026, 11, 21, 8, 0, tzinfo=wib)
    one = Kiriman(new_id(), "kemensetneg", "humas", "folder", "surat.txt", DITERIMA, when)
    with house.ledger.begin() as tx:
        tx.add(one)
        tx.note(Catatan("kemensetneg", MESIN, "menerima", when, one.id))

    assert broken(house) == {}


@pytest.mark.parametrize("isi", [1.0, 1e16, 1e21, 0.1, -0.0, 2**60, "é e\u0301 🙂", None, [], {}])
def test_what_is_filled_in_reads_back_as_it_was_chained(house: RealHouse, isi: object) -> None:
    now = house.clock.now().replace(microsecond=0)
    naskah = Naskah(new_id(), "b", "kemensetneg", "memorandum", KONSEP, now, {"z": isi, "a": [isi]})
    with house.ledger.begin() as tx:
        tx.add(naskah)
        tx.note(Catatan("kemensetneg", MESIN, "menerima", now, naskah.id))
    with house.ledger.begin() as tx:
        read = tx.get(Naskah, naskah.id)
        tx.save(read, replace(read, nomor="1"))
        tx.note(Catatan("kemensetneg", MESIN, "menyetujui", now, naskah.id))

    assert broken(house) == {}
