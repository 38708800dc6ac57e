"""A file goes out only when a person let it go, hit by hit; what changes since voids that."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from jobs import gerbang
from service.acts.informasi import ubah
from service.acts.informasi.ubah import Isian
from service.acts.pelepasan import putus
from service.acts.pelepasan.baca import TanpaFile
from service.acts.pelepasan.lepas import lepas
from service.acts.pelepasan.pasang import attach
from service.acts.pelepasan.perbuatan import Dilihat
from service.acts.pelepasan.putus import MasihDibaca
from service.domain.alasan import Alasan
from service.domain.catatan import MESIN, Catatan
from service.domain.gerbang import keluar
from service.domain.gerbang.hitam import boxes
from service.domain.gerbang.keluar import DILEPAS, DIPERIKSA, MENUNGGU, FileKeluar, HarusSalinan
from service.domain.gerbang.pelepasan import (
    AlasanKurang,
    MasihTembus,
    TemuanBerubah,
    TidakDapatDilepas,
)
from service.domain.gerbang.tembus import Tembus, hit
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import DIKECUALIKAN
from service.domain.informasi.tutupan import FileTertutup, Tutupan
from service.domain.kiriman import File
from service.domain.refusals import Overtaken, TidakAda, TidakBerwenang
from tests.conftest import new_sqlite
from tests.contoh_buruk import _pdf
from tests.office import arrive, open_house, work
from tests.pelepasan import BIASA, NIK, NIP, SEBAB, Loket, loket

KOTAK = (1, 60 / 595, 148 / 842, 400 / 595, 164 / 842)


@pytest.fixture
def kita(tmp_path: Path) -> Iterator[Loket]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as house:
        yield loket(house, tmp_path)


def packed(nama: str, isi: bytes) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr(nama, isi)
    return whole.getvalue()


def out(kita: Loket, one: Informasi) -> object:
    with kita.house.ledger.read() as reading:
        return lepas(reading, reading.get(Informasi, one.id))


def words(kita: Loket, sha256: str) -> str:
    with kita.house.store.open(sha256) as file:
        return "\n".join(page.extract_text() for page in pypdf.PdfReader(file).pages)


def test_a_file_that_was_not_read_yet_is_not_looked_at(kita: Loket, tmp_path: Path) -> None:
    """Its kind would be kept as unknown, and no copy could be made of it."""
    path = tmp_path / "baru.pdf"
    path.write_bytes(_pdf.letter(BIASA, NIP))
    came = arrive(kita.house, path)
    with kita.house.ledger.read() as reading:
        (file,) = reading.find(File, kiriman=came.id)
    one = kita.piece(file)

    with pytest.raises(MasihDibaca, match="masih dibaca"):
        putus.begin(kita.house, kita.sekretaris, one.id)

    work(kita.house)
    assert kita.looked(one).mime == "application/pdf"


def test_a_file_goes_out_as_the_copy_that_was_looked_at_and_let_go(kita: Loket) -> None:
    one = kita.letter(BIASA, NIP)
    assert out(kita, one) is None

    after = kita.let_go(one)

    found = out(kita, one)
    assert (found.sha256, found.mime, found.ukuran) == (
        after.hasil,
        "application/pdf",
        after.hasil_ukuran,
    )
    assert found.nama == f"{one.kode.lower()}.pdf"
    assert after.hasil != after.asal and BIASA in words(kita, found.sha256)


def test_who_cleared_what_and_why_is_kept_and_the_journal_quotes_nothing(kita: Loket) -> None:
    one = kita.letter(BIASA, NIP)
    after = kita.let_go(one)

    [cleared] = after.lepas
    with kita.house.ledger.read() as reading:
        assert reading.get(Alasan, cleared.alasan).kata == SEBAB
    every = kita.house.lists.jurnal(one.instansi, 10_000, 40)
    lines = [each for each in every if each.tentang == one.id]
    lines.sort(key=lambda each: each.urut)
    assert cleared.oleh == kita.sekretaris.orang.id
    assert [each.perbuatan for each in lines[-6:]] == [
        "file_diperiksa",
        "file_selesai_diperiksa",
        "file_salinan_diminta",
        "file_disalin",
        "file_temuan_dilepas",
        "file_dilepas",
    ]
    assert SEBAB not in str(lines) and "1980" not in str(lines) + str(after)


def test_a_nik_is_never_just_cleared_but_blackened(kita: Loket) -> None:
    one = kita.letter(BIASA, NIK)
    before = kita.copied(one)
    sidik, ids = before.pemeriksaan.sidik, [each.id for each in before.sisa]

    with pytest.raises(TidakDapatDilepas, match="NIK"):
        putus.perbuatan.clear(
            kita.house, kita.sekretaris, Dilihat(one.id, before.versi), sidik, ids, SEBAB
        )
    with pytest.raises(MasihTembus):
        putus.perbuatan.release(kita.house, kita.sekretaris, Dilihat(one.id, before.versi), sidik)

    putus.perbuatan.blacken(
        kita.house, kita.sekretaris, Dilihat(one.id, before.versi), boxes([KOTAK], 1)
    )
    black = kita.done(one)
    assert (black.cara, black.sisa) == (keluar.HITAM, [])
    sidik = black.pemeriksaan.sidik
    putus.perbuatan.release(kita.house, kita.sekretaris, Dilihat(one.id, black.versi), sidik)
    found = out(kita, one)
    assert "6271" not in words(kita, found.sha256) and "kinerja" in words(kita, found.sha256)


def test_the_original_does_not_go_out_where_a_copy_loses_nothing(kita: Loket) -> None:
    one = kita.letter()
    before = kita.looked(one)

    with pytest.raises(HarusSalinan):
        sidik = before.pemeriksaan.sidik
        putus.perbuatan.release(kita.house, kita.sekretaris, Dilihat(one.id, before.versi), sidik)


def test_another_file_voids_what_was_let_go(kita: Loket) -> None:
    one = kita.letter()
    kita.let_go(one)
    other = kita.file("lain.pdf", _pdf.letter("Laporan lain"))
    told = replace(one.pelengkap, file=other.id, sidik=other.sha256, ukuran=other.ukuran)

    ubah.write_in(kita.house, kita.sekretaris, one.id, one.versi, Isian(pelengkap=told))

    assert out(kita, one) is None
    after = putus.begin(kita.house, kita.sekretaris, one.id)
    assert (after.keadaan, after.asal, after.lepas) == (MENUNGGU, other.sha256, ())


def test_rules_of_today_look_anew_at_what_older_ones_let_go(kita: Loket) -> None:
    one = kita.letter()
    after = kita.let_go(one)
    with kita.house.ledger.begin() as tx:
        tx.save(after, replace(after, aturan=after.aturan - 1 or -1))
        tx.note(Catatan(one.instansi, MESIN, "file_dilepas", kita.house.clock.now(), one.id))

    assert out(kita, one) is None
    assert putus.begin(kita.house, kita.sekretaris, one.id).keadaan == MENUNGGU


def test_what_is_withdrawn_goes_out_no_more_and_is_looked_at_anew(kita: Loket) -> None:
    one = kita.letter()
    after = kita.let_go(one)

    with pytest.raises(AlasanKurang):
        putus.perbuatan.withdraw(kita.house, kita.sekretaris, Dilihat(one.id, after.versi), "")
    putus.perbuatan.withdraw(kita.house, kita.sekretaris, Dilihat(one.id, after.versi), SEBAB)

    assert out(kita, one) is None
    assert "terbitkan" in work(kita.house)  # gone from the public at once
    assert kita.looked(one).keadaan == DIPERIKSA


def test_what_becomes_withheld_goes_out_no_more(kita: Loket) -> None:
    one = kita.letter()
    after = kita.let_go(one)

    with kita.house.ledger.read() as reading:
        assert lepas(reading, replace(one, keadaan=DIKECUALIKAN)) is None
    shut = Tutupan(kita.house.new_id(), "lain", one.instansi, after.hasil, "", after.pada)
    with kita.house.ledger.begin() as tx:
        tx.add(shut)
        tx.note(Catatan(one.instansi, MESIN, "informasi_dikecualikan", after.pada, "lain"))
    assert out(kita, one) is None
    with pytest.raises(FileTertutup):
        putus.perbuatan.withdraw(kita.house, kita.sekretaris, Dilihat(one.id, after.versi), SEBAB)


def test_of_two_who_clear_at_once_one_is_told(kita: Loket) -> None:
    one = kita.letter(BIASA, NIP)
    before = kita.copied(one)
    sidik, ids = before.pemeriksaan.sidik, [each.id for each in before.sisa]
    putus.perbuatan.clear(
        kita.house, kita.sekretaris, Dilihat(one.id, before.versi), sidik, ids, SEBAB
    )

    with pytest.raises(Overtaken):
        putus.perbuatan.clear(
            kita.house, kita.sekretaris, Dilihat(one.id, before.versi), sidik, ids, SEBAB
        )
    assert len(kita.kept(one).lepas) == 1


def test_hits_that_were_not_on_the_page_are_not_cleared(kita: Loket) -> None:
    one = kita.letter(BIASA, NIP)
    before = kita.copied(one)

    with pytest.raises(TemuanBerubah):
        ids = [before.sisa[0].id]
        putus.perbuatan.clear(
            kita.house, kita.sekretaris, Dilihat(one.id, before.versi), "lama", ids, SEBAB
        )


def test_who_may_not_publish_clears_nothing_and_a_stranger_finds_nothing(kita: Loket) -> None:
    one = kita.letter(BIASA, NIP)
    before = kita.looked(one)

    with pytest.raises(TidakBerwenang):
        putus.perbuatan.copy(kita.house, kita.petugas, Dilihat(one.id, before.versi))
    with pytest.raises(TidakAda):
        putus.begin(kita.house, kita.sekretaris, kita.house.new_id())


def test_a_piece_without_a_file_has_nothing_to_look_at(kita: Loket) -> None:
    one = kita.letter()
    told = replace(one.pelengkap, file="", sidik="", ukuran=0)
    ubah.write_in(kita.house, kita.sekretaris, one.id, one.versi, Isian(pelengkap=told))

    with pytest.raises(TanpaFile):
        putus.begin(kita.house, kita.sekretaris, one.id)


def test_asked_twice_it_is_looked_at_once_and_a_late_twin_changes_nothing(kita: Loket) -> None:
    one = kita.letter()
    first = putus.begin(kita.house, kita.sekretaris, one.id)
    assert putus.begin(kita.house, kita.sekretaris, one.id) == first
    assert work(kita.house) == ["gerbang"]
    after = kita.kept(one)

    gerbang.run(kita.house, first.id)

    assert kita.kept(one) == after


@pytest.mark.parametrize(
    ("nama", "isi", "jenis"),
    [
        ("rusak.pdf", b"%PDF-1.7\n", "tak_terperiksa"),
        ("nol.pdf", bytes(4_000), "tak_terperiksa"),
        ("bungkus.zip", packed("surat.pdf", _pdf.letter(BIASA)), "tak_terperiksa"),
    ],
)
def test_what_nobody_could_look_at_never_goes_out(
    kita: Loket, nama: str, isi: bytes, jenis: str
) -> None:
    one = kita.piece(kita.file(nama, isi))
    before = kita.looked(one)
    assert {each.jenis for each in before.temuan} == {jenis}
    sidik, ids = before.pemeriksaan.sidik, [each.id for each in before.sisa]

    with pytest.raises(TidakDapatDilepas):
        putus.perbuatan.clear(
            kita.house, kita.sekretaris, Dilihat(one.id, before.versi), sidik, ids, SEBAB
        )
    assert out(kita, one) is None


def test_a_copy_that_fails_leaves_the_file_where_it_was_and_says_why(kita: Loket) -> None:
    one = kita.letter()
    before = kita.looked(one)
    [wrong] = boxes([(1, 0.1, 0.1, 0.9, 0.9)], 1)
    putus.perbuatan.blacken(
        kita.house, kita.sekretaris, Dilihat(one.id, before.versi), [replace(wrong, halaman=7)]
    )

    after = kita.done(one)

    assert (after.keadaan, after.hasil) == (DIPERIKSA, "") and after.pesan


def test_every_state_but_one_goes_out_nowhere() -> None:
    one = FileKeluar("a", "b", "c", "asal", hasil="hasil", aturan=keluar.ATURAN)
    told = [
        state
        for state in keluar.SEBUTAN
        for hits in ((), (hit("komentar"),))
        if keluar.goes_out(replace(one, keadaan=state, hasil_temuan=hits), "asal")
    ]
    assert told == [DILEPAS]


def test_no_piece_of_what_was_found_is_kept() -> None:
    assert keluar.veiled([hit("komentar", "halaman 1", "Rahasia")]) == (
        Tembus("komentar", "halaman 1"),
    )


def test_the_audit_knows_the_copies_of_the_gate(kita: Loket) -> None:
    one = kita.letter()
    after = kita.let_go(one)

    named = kita.house.audit.named()

    assert {after.asal, after.hasil} <= named.keys()
    with kita.house.ledger.read() as reading:
        assert {each.nama for each in reading.find(FileKeluar)} == {"surat.pdf"}


def test_a_file_is_named_in_its_line_once_and_voids_what_was_cleared(kita: Loket) -> None:
    one = kita.letter()
    kita.let_go(one)
    other = kita.file("lain.pdf", _pdf.letter("Laporan lain"))

    after = attach(kita.house, kita.sekretaris, one.id, one.versi, other.id)

    assert after.pelengkap.sidik == other.sha256 and out(kita, after) is None
    assert attach(kita.house, kita.sekretaris, one.id, one.versi, other.id) == after
