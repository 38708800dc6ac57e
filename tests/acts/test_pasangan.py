"""A template that a clerk changed in Word: taken in, compared, in force by two, and back again."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from service.acts.keadaan.audit import audit
from service.acts.keadaan.check import check
from service.acts.naskah import baca as naskah_baca
from service.acts.naskah.acuan import TemplatBerganti
from service.acts.naskah.approve import IsianBelumCukup, approve
from service.acts.naskah.batal import give_up
from service.acts.naskah.fill import fill, write
from service.acts.naskah.submit import send_back, submit
from service.acts.pasangan.konsep import (
    BelumTercetak,
    BukanPenyusun,
    KonsepTemplatBerubah,
    KonsepTemplatSelesai,
    declare,
    discard,
    ready_for,
    take_back,
)
from service.acts.pasangan.masuk import (
    JenisTidakSah,
    SamaDenganBerlaku,
    TanpaFileTemplat,
    TemplatBelumBenar,
    Unggah,
    take_in,
)
from service.acts.pasangan.pakai import (
    AdaBawaanTemplat,
    Kembali,
    Setuju,
    SudahVersiItu,
    TanpaAlasanTemplat,
    TemplatMasihDipakai,
    TemplatSudahDiganti,
    go_back,
    use,
    withdraw,
)
from service.acts.pasangan.riwayat import Versi, history, made_with
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.naskah import DIKIRIM, Naskah
from service.domain.paket import Paket, PaketHilang
from service.domain.paper import checked
from service.domain.pasangan_tulis import DaftarRuasTakTerbaca
from service.domain.pasangan_versi import GUGUR, PasanganKonsep, PasanganTerbit
from service.domain.refusals import Refusal, TidakAda, TidakBerwenang
from service.domain.ruas import GIVEN_LATER
from service.domain.simpanan import Simpanan
from service.domain.wewenang import WAJIB, Hadir, PerluAlasan, PerluOrangKedua
from service.house import RealHouse
from tests.conftest import new_postgres, new_sqlite
from tests.office import INSTANSI, UNIT, arrive_letter, open_house, person, rule, work
from tests.papers import UMUM, altered

JENIS = "memorandum"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        rule(whole, WAJIB)
        yield whole


@pytest.fixture(params=[new_sqlite, new_postgres])
def house_dua(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[RealHouse]:
    """The same office on SQLite, and again on PostgreSQL."""
    with open_house(tmp_path, request.param(tmp_path)) as whole:
        rule(whole, WAJIB)
        yield whole


def changed(folder: Path, words: str = "Contoh kalimat baru dari Word.") -> Path:
    """The template as it came, with one more paragraph before its end."""
    out = folder / f"{abs(hash(words))}.docx"
    para = f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"
    with zipfile.ZipFile(UMUM / f"{JENIS}.docx") as whole:
        body = whole.read("word/document.xml").decode()
    last = body[body.rindex("<w:sectPr") :]
    return altered(UMUM / f"{JENIS}.docx", out, was=last, becomes=para + last)


def sent(house: RealHouse, oleh: Hadir, docx: Path | None = None, **more: object) -> PasanganKonsep:
    told = {"id": house.new_id(), "instansi": INSTANSI, "jenis": JENIS, "versi": 0, **more}
    return take_in(house, oleh, Unggah(docx=docx, nama="Contoh.docx", **told))  # type: ignore[arg-type]


def seen(house: RealHouse, konsep: PasanganKonsep) -> PasanganKonsep:
    with house.ledger.read() as reading:
        return reading.get(PasanganKonsep, konsep.id)


def proved(house: RealHouse, oleh: Hadir, docx: Path, **more: object) -> PasanganKonsep:
    """A draft of which the machine has made the proof."""
    konsep = sent(house, oleh, docx, **more)
    work(house)
    return seen(house, konsep)


def used(house: RealHouse, oleh: Hadir, konsep: PasanganKonsep, kini: int = 0) -> PasanganTerbit:
    return use(house, oleh, Setuju(konsep.id, seen(house, konsep).versi, kini))


def every(house: RealHouse, oleh: Hadir, jenis: str = JENIS) -> list[Versi]:
    return history(house, oleh, INSTANSI, jenis)


def words_of(docx: Path) -> str:
    with zipfile.ZipFile(docx) as whole:
        return whole.read("word/document.xml").decode()


def in_force(house: RealHouse, tmp_path: Path) -> str:
    """The words of the template that papers are made with now."""
    return words_of(house.packs.file(INSTANSI, f"naskah/{JENIS}.docx", tmp_path / "kini.docx"))


def people(house: RealHouse) -> tuple[Hadir, Hadir]:
    return person(house, "tim", "tim_sekretariat"), person(house, "ppid", "ppid")


def whole(house: RealHouse) -> list[object]:
    """The promises that are not kept."""
    return [one for one in audit(house) if not one.utuh]


def matter(house: RealHouse, tmp_path: Path) -> Berkas:
    kiriman = arrive_letter(house, tmp_path)
    work(house)
    with house.ledger.read() as reading:
        (one,) = reading.find(Berkas, kiriman=kiriman.id)
    return one


def paper_of(house: RealHouse, naskah: Naskah) -> Naskah:
    with house.ledger.read() as reading:
        return reading.get(Naskah, naskah.id)


def test_a_template_changed_in_word_is_put_in_force_by_a_second_person(
    house_dua: RealHouse, tmp_path: Path
) -> None:
    house = house_dua
    tim, ppid = people(house)
    konsep = proved(house, tim, changed(tmp_path))
    assert konsep.tercetak, konsep.galat
    assert konsep.contoh_dasar
    assert "Contoh kalimat baru" not in in_force(house, tmp_path)
    assert ready_for(house, ppid) == []

    declare(house, tim, konsep.id, konsep.versi)
    assert [one.id for one in ready_for(house, ppid)] == [konsep.id]
    with pytest.raises(TidakBerwenang):
        used(house, person(house, "arsip", "tim_sekretariat"), konsep)
    one = used(house, ppid, konsep)

    assert (one.urut, one.oleh, one.penyiap) == (1, ppid.orang.id, (tim.orang.id,))
    assert "Contoh kalimat baru" in in_force(house, tmp_path)
    assert [found.urut for found in every(house, tim)] == [0, 1]
    assert ready_for(house, ppid) == []
    assert used(house, ppid, konsep) == one  # pressed twice
    with pytest.raises(KonsepTemplatSelesai, match="sudah diberlakukan"):
        declare(house, tim, konsep.id, konsep.versi)
    assert [str(x) for x in check(house.packs, [INSTANSI], house) if not x.peringatan] == []
    assert whole(house) == []


def test_who_sent_it_does_not_put_it_in_force_where_two_are_asked(
    house: RealHouse, tmp_path: Path
) -> None:
    ppid = person(house, "ppid", "ppid")
    konsep = proved(house, ppid, changed(tmp_path))

    with pytest.raises(PerluOrangKedua):
        used(house, ppid, konsep)
    rule(house)
    with pytest.raises(PerluAlasan):
        used(house, ppid, konsep)
    one = use(house, ppid, Setuju(konsep.id, konsep.versi, 0, "Contoh: rekan sedang dinas."))
    assert one.alasan
    assert whole(house) == []


def test_the_papers_of_a_changed_umum_pair_keep_the_looks_of_the_agency(
    house: RealHouse, tmp_path: Path
) -> None:
    tim, ppid = people(house)
    konsep = proved(house, tim, changed(tmp_path))
    assert 'rupa = "instansi"\n' in konsep.teks
    used(house, ppid, konsep)

    own = sent(house, tim, None, rupa="sendiri")

    assert 'rupa = "sendiri"\n' in own.teks
    assert own.dasar == 1


def test_a_konsep_follows_the_template_in_force_and_an_approved_paper_stays(
    house_dua: RealHouse, tmp_path: Path
) -> None:
    house = house_dua
    rule(house)
    tim, ppid = people(house)
    petugas = person(house, "petugas", "petugas", unit=UNIT)
    berkas = matter(house, tmp_path)
    pair = checked(JENIS, (UMUM / f"{JENIS}.toml").read_text(), "")
    isian = {one.nama: one.contoh for one in pair.ruas if one.asal not in GIVEN_LATER}
    first, second = (fill(house, berkas.id, JENIS, isian, petugas) for _ in range(2))
    work(house)
    for one in (first, second):
        submit(house, one.id, petugas)
    before = paper_of(house, first)
    approve(house, first.id, ppid)
    konsep = proved(house, tim, changed(tmp_path))  # makes the final paper, too
    assert paper_of(house, first).pasangan == before.pasangan
    final = paper_of(house, first)

    used(house, ppid, konsep)
    with pytest.raises(TemplatBerganti, match="berganti sejak pratinjaunya"):
        approve(house, second.id, ppid)
    assert not paper_of(house, second).nomor
    work(house)

    after = paper_of(house, second)
    assert after.pasangan not in ("", before.pasangan)
    made = house.store.fetch(after.docx, tmp_path / "sesudah.docx")
    assert "Contoh kalimat baru" in words_of(made)
    approve(house, second.id, ppid)
    work(house)
    assert paper_of(house, first).pdf == final.pdf
    assert paper_of(house, second).pasangan == after.pasangan
    told = [made_with(house, paper_of(house, one)) for one in (first, second)]
    assert [one and (one.urut, one.asal) for one in told] == [(0, "umum"), (1, "instansi")]
    assert whole(house) == []


def test_a_template_that_asks_for_more_approves_nothing_that_lacks_it(
    house: RealHouse, tmp_path: Path
) -> None:
    rule(house)
    tim, ppid = people(house)
    petugas = person(house, "petugas", "petugas", unit=UNIT)
    pair = checked(JENIS, (UMUM / f"{JENIS}.toml").read_text(), "")
    isian = {one.nama: one.contoh for one in pair.ruas if one.asal not in GIVEN_LATER}
    naskah = fill(house, matter(house, tmp_path).id, JENIS, isian, petugas)
    work(house)
    submit(house, naskah.id, petugas)
    toml = tmp_path / "baru.toml"
    more = '[[ruas]]\nnama = "catatan"\nlabel = "Catatan"\njenis = "teks"\ncontoh = "Contoh"\n'
    toml.write_text(f"{(UMUM / f'{JENIS}.toml').read_text()}\n{more}")
    used(house, ppid, proved(house, tim, changed(tmp_path, "{{ catatan }}"), toml=toml))
    work(house)

    with pytest.raises(IsianBelumCukup, match="Belum diisi: Catatan"):
        approve(house, naskah.id, ppid)

    assert not paper_of(house, naskah).nomor
    send_back(house, naskah.id, ppid, paper_of(house, naskah).versi, "Lengkapi contoh")
    versi = paper_of(house, naskah).versi
    write(house, naskah.id, petugas, versi, {"catatan": "Contoh catatan"})
    work(house)
    submit(house, naskah.id, petugas)
    assert approve(house, naskah.id, ppid).nomor
    assert work(house) == ["draft", "send", "teks", "papan", "collect"]


def test_going_back_is_one_act_and_a_new_version(house_dua: RealHouse, tmp_path: Path) -> None:
    house = house_dua
    tim, ppid = people(house)
    atasan = person(house, "atasan", "atasan_ppid")
    used(house, ppid, proved(house, tim, changed(tmp_path, "Contoh satu.")))
    used(house, ppid, proved(house, tim, changed(tmp_path, "Contoh dua.")), 1)
    asked = Kembali(INSTANSI, JENIS, 2, "Contoh alasan", 1)

    with pytest.raises(TanpaAlasanTemplat):
        go_back(house, atasan, Kembali(INSTANSI, JENIS, 2, " ", 1))
    with pytest.raises(PerluOrangKedua):  # they put the present one in force
        go_back(house, ppid, asked)
    with pytest.raises(TemplatSudahDiganti):
        go_back(house, atasan, Kembali(INSTANSI, JENIS, 1, "Contoh", 1))
    with pytest.raises(SudahVersiItu):
        go_back(house, atasan, Kembali(INSTANSI, JENIS, 2, "Contoh", 2))
    with pytest.raises(TidakAda):
        go_back(house, atasan, Kembali(INSTANSI, JENIS, 2, "Contoh", 7))
    back = go_back(house, atasan, asked)
    assert (back.urut, back.dari) == (3, 1)
    assert go_back(house, atasan, asked) == back  # pressed twice
    assert "Contoh satu." in in_force(house, tmp_path)
    assert "Contoh dua." not in in_force(house, tmp_path)

    seed = go_back(house, ppid, Kembali(INSTANSI, JENIS, 3, "Contoh alasan", 0))
    assert (seed.urut, seed.dari) == (4, 0)
    assert words_of(UMUM / f"{JENIS}.docx") == in_force(house, tmp_path)
    assert every(house, tim)[-1].asal == "umum"
    with pytest.raises(AdaBawaanTemplat):
        withdraw(house, atasan, Kembali(INSTANSI, JENIS, 4, "Contoh"))
    used(house, ppid, proved(house, tim, changed(tmp_path, "Contoh tiga.")), 4)
    assert "Contoh tiga." in in_force(house, tmp_path)
    assert whole(house) == []


def test_a_print_that_no_version_is_known_of_is_made_anew_before_it_is_approved(
    house: RealHouse, tmp_path: Path
) -> None:
    rule(house)
    _, ppid = people(house)
    petugas = person(house, "petugas", "petugas", unit=UNIT)
    naskah = complete(house, tmp_path, JENIS, petugas)
    printed = paper_of(house, naskah)
    with house.ledger.begin() as tx:  # as an earlier release left it
        tx.save(printed, replace(printed, pasangan=""))
        now = house.clock.now()
        tx.note(Catatan(INSTANSI, MESIN, "naskah_dicetak", now, naskah.id))
    submit(house, naskah.id, petugas)

    with pytest.raises(TemplatBerganti, match="sebelum Berkas mencatat versi templatnya"):
        approve(house, naskah.id, ppid)
    work(house)

    assert paper_of(house, naskah).pasangan == printed.pasangan
    assert approve(house, naskah.id, ppid).nomor
    assert whole(house) == []


def complete(house: RealHouse, tmp_path: Path, jenis: str, oleh: Hadir) -> Naskah:
    """A konsep that lacks nothing, printed."""
    pair = checked(JENIS, (UMUM / f"{JENIS}.toml").read_text(), "")
    isian = {one.nama: one.contoh for one in pair.ruas if one.asal not in GIVEN_LATER}
    naskah = fill(house, matter(house, tmp_path).id, jenis, isian, oleh)
    work(house)
    return naskah


def test_a_kind_whose_paper_may_still_be_sent_back_is_not_withdrawn(
    house: RealHouse, tmp_path: Path
) -> None:
    rule(house)
    tim, ppid = people(house)
    atasan = person(house, "atasan", "atasan_ppid")
    toml = tmp_path / "surat_contoh.toml"
    toml.write_bytes((UMUM / f"{JENIS}.toml").read_bytes())
    used(house, ppid, proved(house, tim, changed(tmp_path), toml=toml, jenis="surat_contoh"), -1)
    petugas = person(house, "petugas", "petugas", unit=UNIT)
    naskah = complete(house, tmp_path, "surat_contoh", petugas)
    submit(house, naskah.id, petugas)
    approve(house, naskah.id, ppid)
    asked = Kembali(INSTANSI, "surat_contoh", 1, "Contoh alasan")

    with pytest.raises(TemplatMasihDipakai, match="ada 1 naskah"):
        withdraw(house, atasan, asked)
    work(house)
    assert paper_of(house, naskah).keadaan == DIKIRIM
    with pytest.raises(TemplatMasihDipakai, match="ada 1 naskah"):
        withdraw(house, atasan, asked)
    give_up(house, naskah.id, ppid, paper_of(house, naskah).versi, "Contoh")
    assert not withdraw(house, atasan, asked).berlaku


def test_what_is_approved_is_the_template_that_was_seen(house: RealHouse, tmp_path: Path) -> None:
    tim, ppid = people(house)
    petugas = person(house, "petugas", "petugas", unit=UNIT)
    naskah = complete(house, tmp_path, JENIS, petugas)
    submit(house, naskah.id, petugas)
    seen_ = naskah_baca.read(house, ppid, naskah.id).sidik
    with house.ledger.begin() as tx:
        tx.plan("draft", naskah.id)
    work(house)
    assert naskah_baca.read(house, ppid, naskah.id).sidik == seen_

    used(house, ppid, proved(house, tim, changed(tmp_path)))
    work(house)

    assert naskah_baca.read(house, ppid, naskah.id).sidik != seen_


def test_a_kind_made_here_needs_both_files_and_can_be_withdrawn(
    house: RealHouse, tmp_path: Path
) -> None:
    tim, ppid = people(house)
    atasan = person(house, "atasan", "atasan_ppid")
    toml = tmp_path / "surat_contoh.toml"
    toml.write_bytes(
        b"\xef\xbb\xbf" + (UMUM / f"{JENIS}.toml").read_bytes().replace(b"\n", b"\r\n")
    )
    docx = changed(tmp_path)
    for files in ({"docx": docx}, {"toml": toml}, {}):
        with pytest.raises(TanpaFileTemplat, match="kedua filenya"):
            sent(house, tim, jenis="surat_contoh", **files)  # type: ignore[arg-type]
    for odd in ("Surat", "../surat", "surat contoh", "a", "x" * 80, ""):
        with pytest.raises(JenisTidakSah):
            sent(house, tim, docx, toml=toml, jenis=odd)
    konsep = proved(house, tim, docx, toml=toml, jenis="surat_contoh")
    assert konsep.contoh_dasar == ""
    one = used(house, ppid, konsep, -1)
    assert one.urut == 1
    petugas = person(house, "petugas", "petugas", unit=UNIT)
    naskah = fill(house, matter(house, tmp_path).id, "surat_contoh", {}, petugas)

    asked = Kembali(INSTANSI, "surat_contoh", 1, "Contoh alasan")
    with pytest.raises(TemplatMasihDipakai, match="ada 1 naskah"):
        withdraw(house, atasan, asked)
    give_up(house, naskah.id, petugas, paper_of(house, naskah).versi, "Contoh")
    gone = withdraw(house, atasan, asked)
    assert withdraw(house, atasan, asked) == gone
    assert "naskah/surat_contoh.docx" not in house.packs.names(INSTANSI)
    go_back(house, ppid, Kembali(INSTANSI, "surat_contoh", 2, "Contoh", 1))
    assert "naskah/surat_contoh.docx" in house.packs.names(INSTANSI)
    assert whole(house) == []


def test_the_same_file_twice_is_one_version(house: RealHouse, tmp_path: Path) -> None:
    tim, ppid = people(house)
    docx = changed(tmp_path)
    konsep = proved(house, tim, docx)
    assert sent(house, tim, docx) == seen(house, konsep)
    assert take_in(house, tim, Unggah(konsep.id, INSTANSI, JENIS, 0, docx, "Contoh.docx")) == seen(
        house, konsep
    )
    used(house, ppid, konsep)

    with pytest.raises(SamaDenganBerlaku, match="sama dengan versi 1"):
        sent(house, tim, docx)
    lighter = house.packs.file(INSTANSI, f"naskah/{JENIS}.docx", tmp_path / "unduhan.docx")
    with pytest.raises(SamaDenganBerlaku):
        sent(house, tim, lighter)
    assert [one.urut for one in every(house, tim)] == [0, 1]


def test_a_draft_that_somebody_else_changed_is_not_overwritten_unseen(
    house: RealHouse, tmp_path: Path
) -> None:
    tim, ppid = people(house)
    dua = person(house, "dua", "tim_sekretariat")
    konsep = proved(house, tim, changed(tmp_path, "Contoh satu."))
    declare(house, tim, konsep.id, konsep.versi)
    ready = seen(house, konsep)

    with pytest.raises(KonsepTemplatBerubah, match="sudah diubah Contoh tim"):
        sent(house, dua, changed(tmp_path, "Contoh dua."), versi=konsep.versi)
    sent(house, dua, changed(tmp_path, "Contoh dua."), versi=ready.versi)

    after = seen(house, konsep)
    assert (after.siap, after.tercetak) == (GUGUR, False)
    assert after.penyiap == (tim.orang.id, dua.orang.id)
    with pytest.raises(BelumTercetak, match="belum jadi"):
        used(house, ppid, konsep)
    with pytest.raises(KonsepTemplatBerubah):
        discard(house, tim, konsep.id, konsep.versi)
    work(house)
    with pytest.raises(KonsepTemplatBerubah):  # compared while the first file was in it
        use(house, ppid, Setuju(konsep.id, ready.versi, 0))
    declare(house, dua, konsep.id, seen(house, konsep).versi)
    with pytest.raises(BukanPenyusun):
        take_back(house, person(house, "tiga", "tim_sekretariat"), konsep.id)
    take_back(house, ppid, konsep.id)
    discard(house, tim, konsep.id, seen(house, konsep).versi)
    discard(house, tim, konsep.id, 1)
    fresh = sent(house, tim, changed(tmp_path, "Contoh satu."))
    assert fresh.id != konsep.id
    assert whole(house) == []


def test_two_at_once_make_one_draft_and_one_version(house_dua: RealHouse, tmp_path: Path) -> None:
    house = house_dua
    tim, ppid = people(house)
    atasan = person(house, "atasan", "atasan_ppid")
    files = [changed(tmp_path, f"Contoh {n}.") for n in range(2)]

    def send(docx: Path) -> str:
        try:
            return sent(house, tim, docx).id
        except Refusal as no:
            return type(no).__name__

    with ThreadPoolExecutor(2) as pool:
        ids = sorted(pool.map(send, files), key=len)
    assert ids[0] == "KonsepTemplatBerubah"
    work(house)
    with house.ledger.read() as reading:
        (konsep,) = reading.find(PasanganKonsep)

    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(lambda who: used(house, who, konsep), (ppid, atasan)))
    assert made[0] == made[1]
    assert [one.urut for one in every(house, tim)] == [0, 1]
    assert whole(house) == []


@cache
def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"0" * 300_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    "isi",
    [
        lambda: b"",
        lambda: b"PK\3\4rusak",
        lambda: b"%PDF-1.7 bukan Word",
        lambda: bytes(1000),
        bomb,
    ],
    ids=["kosong", "terpotong", "pdf", "nol", "membengkak"],
)
def test_a_broken_or_hostile_file_is_refused_in_words_and_nothing_is_kept(
    house: RealHouse, tmp_path: Path, isi: Callable[[], bytes]
) -> None:
    tim = person(house, "tim", "tim_sekretariat")
    file = tmp_path / "buruk.docx"
    file.write_bytes(isi())

    with pytest.raises(TemplatBelumBenar, match="Tidak ada yang disimpan") as no:
        sent(house, tim, file)

    assert len(no.value.faults) > 1
    with house.ledger.read() as reading:
        assert (reading.find(PasanganKonsep), reading.find(Simpanan)) == ([], [])


def test_code_and_unknown_ruas_are_refused_with_their_place(
    house: RealHouse, tmp_path: Path
) -> None:
    tim = person(house, "tim", "tim_sekretariat")
    for words in ("{{ ''.__class__.__mro__ }}", "{{ bukan_ruas }}", "{% for x in tembusan %}"):
        with pytest.raises(TemplatBelumBenar) as no:
            sent(house, tim, changed(tmp_path, words))
        assert any(words in one for one in no.value.faults), no.value.faults
    for text in (b"nama = ", b"\xff\xfe", b"x" * 400_000):
        toml = tmp_path / "buruk.toml"
        toml.write_bytes(text)
        with pytest.raises((TemplatBelumBenar, DaftarRuasTakTerbaca)):
            sent(house, tim, None, toml=toml)


def test_who_writes_no_templates_is_told_of_none(house: RealHouse, tmp_path: Path) -> None:
    tim, _ = people(house)
    arsip = person(house, "arsip", "pengelola_arsip")
    konsep = proved(house, tim, changed(tmp_path))

    for act in (
        lambda: sent(house, arsip, changed(tmp_path)),
        lambda: declare(house, arsip, konsep.id, 1),
        lambda: used(house, arsip, konsep),
        lambda: go_back(house, arsip, Kembali(INSTANSI, JENIS, 0, "Contoh", 0)),
        lambda: sent(house, tim, changed(tmp_path), instansi="kota_kupang"),
        lambda: every(house, tim, "tidak_ada"),
        lambda: every(house, tim, "../x"),
    ):
        with pytest.raises(TidakAda):
            act()


def test_a_version_whose_file_is_gone_stops_its_own_kind_only(
    house: RealHouse, tmp_path: Path
) -> None:
    tim, ppid = people(house)
    atasan = person(house, "atasan", "atasan_ppid")
    one = used(house, ppid, proved(house, tim, changed(tmp_path)))
    house.store.drop(one.docx)

    with pytest.raises(PaketHilang, match="Pulihkan penyimpanan"):
        in_force(house, tmp_path)
    faults = [str(x) for x in check(house.packs, [INSTANSI], house) if not x.peringatan]
    assert [x for x in faults if f"naskah/{JENIS}" in x and "penyimpanan" in x], faults
    with pytest.raises(PaketHilang):
        house.packs.export(tmp_path / "keluar")
    assert not (tmp_path / "keluar").exists()
    house.packs.file(INSTANSI, "naskah/nota_dinas.docx", tmp_path / "lain.docx")
    go_back(house, atasan, Kembali(INSTANSI, JENIS, 1, "Contoh: filenya hilang", 0))
    in_force(house, tmp_path)


def test_an_export_writes_the_changed_pair_back_as_files(house: RealHouse, tmp_path: Path) -> None:
    tim, ppid = people(house)
    used(house, ppid, proved(house, tim, changed(tmp_path)))

    written = house.packs.export(tmp_path / "keluar")

    assert f"{INSTANSI}/naskah/{JENIS}.docx" in written
    out = tmp_path / "keluar" / INSTANSI / "naskah" / f"{JENIS}.docx"
    assert "Contoh kalimat baru" in words_of(out)
    assert 'rupa = "instansi"' in out.with_suffix(".toml").read_text()


def test_what_lies_over_the_packs_is_the_last_version_and_the_audit_says_so(
    house: RealHouse, tmp_path: Path
) -> None:
    tim, ppid = people(house)
    used(house, ppid, proved(house, tim, changed(tmp_path)))
    assert whole(house) == []
    with house.ledger.begin() as tx:
        tx.drop(tx.get(Paket, f"{INSTANSI}/naskah/{JENIS}.docx"))
        tx.note(Catatan(INSTANSI, MESIN, "pasangan_dicabut", house.clock.now(), "x"))

    assert "I12b" in {one.janji for one in audit(house) if not one.utuh}
