"""The bag of a matter: what lies in which part, and what it proves."""

from __future__ import annotations

import io
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import bagit
import pytest
from sqlalchemy import delete, select

from service.acts.tas import minta, sapu
from service.acts.tas.periksa import look
from service.adapters.gembok import AgeLocks
from service.adapters.ledger import tables
from service.adapters.ledger.audit import SqlAudit
from service.domain.ada import Ada
from service.domain.berkas import BERJALAN, DIBATALKAN, SELESAI, Berkas
from service.domain.catatan import MESIN, Catatan, Kepala
from service.domain.gembok import KunciGembok
from service.domain.ids import derived
from service.domain.informasi.tutupan import Tutupan
from service.domain.keutuhan import printed
from service.domain.kiriman import BERKAS as LAID
from service.domain.kiriman import DIDAFTAR, KARANTINA, File, Kiriman
from service.domain.naskah import BATAL, Naskah
from service.domain.naskah import DITANDATANGANI as TERTANDA
from service.domain.permohonan import Permohonan
from service.domain.refusals import Overtaken, TidakAda, TidakBerwenang
from service.domain.tanda_tangan import BacaanTanda
from service.domain.tas import jurnal
from service.domain.tas.tas import DIMINTA, GAGAL, JADI, BelumDijilid, TasBerkas, TasUsang
from service.domain.tas.unsur import WAJIB
from service.domain.tempat_ttd import DITANDATANGANI, TINTA, TempatTtd
from tests.acts.perkara import KODE, UNIT
from tests.kantor import Kantor
from tests.tas import BERKAS, FILE, KIRIMAN, SK, KantorTas, kantor_tas

PAIRS = Path(__file__).parents[2] / "templates_docx" / "umum" / "naskah"
KUNCI = KunciGembok("kuda benar baterai")


class Tanpa:
    """Finds no signature in what is none."""

    def look(self, pdf: Path, kirim: object) -> BacaanTanda:
        return BacaanTanda(pdf.stat().st_size, awalan_sama=True)


@pytest.fixture
def it(kantor: Kantor, tmp_path: Path) -> KantorTas:
    kantor.verifier = Tanpa()  # type: ignore[attr-defined]
    return kantor_tas(kantor, tmp_path)


def payload(it: KantorTas, sha256: str) -> list[str]:
    return [name for name in it.inside(sha256) if name.startswith("data/")]


def zipped(it: KantorTas, sha256: str, folder: Path) -> Path:
    out: Path = it.kantor.store.fetch(sha256, folder / f"{sha256[:8]}.zip")  # type: ignore[attr-defined]
    return out


def test_the_bag_of_an_open_matter_holds_all_of_it_and_others_find_it_valid(
    it: KantorTas, tmp_path: Path
) -> None:
    one = it.made()
    assert (one.keadaan, one.tertutup, one.banyak_terbuka) == (JADI, "", 3)
    assert payload(it, one.terbuka) == [
        "data/dossier/001_dossier.pdf",
        "data/kiriman/001_surat é_contoh.pdf",
        "data/naskah/001_Sk contoh Nomor 12_SK_2026.pdf",
    ]
    told = it.told(one.terbuka)
    assert set(WAJIB) <= set(told["berkas"])
    assert told["berkas"]["nomor_arsip"] == "0001/AGENDA/2026"
    assert told["arsip"][1]["nama_asli"].startswith("Sk contoh")
    with zipfile.ZipFile(zipped(it, one.terbuka, tmp_path)) as packed:
        packed.extractall(tmp_path / "luar")
    (folder,) = (tmp_path / "luar").iterdir()
    assert bagit.Bag(str(folder)).validate(processes=1)


def test_made_again_of_the_same_inputs_it_is_the_same_bytes(it: KantorTas) -> None:
    one = it.made()
    it.change(TasBerkas, one.id, keadaan=DIMINTA, terbuka="")
    minta.make(it.kantor, one.id)  # type: ignore[arg-type]
    with it.kantor.ledger.read() as reading:
        again = reading.get(TasBerkas, one.id)
    assert (again.terbuka, again.resep) == (one.terbuka, one.resep)


def test_swept_after_thirty_days_it_is_made_again_of_the_same_files(
    kantor_dua: Kantor, tmp_path: Path
) -> None:
    kantor_dua.verifier = Tanpa()  # type: ignore[attr-defined]
    it = kantor_tas(kantor_dua, tmp_path)
    one = it.made()
    it.kantor.clock.go(days=29)
    sapu.sweep(it.kantor)  # type: ignore[arg-type]
    with it.kantor.ledger.read() as reading:
        assert minta.latest(reading, BERKAS) == one

    it.kantor.clock.go(days=2)
    sapu.sweep(it.kantor)  # type: ignore[arg-type]
    sapu.sweep(it.kantor)  # type: ignore[arg-type]
    with it.kantor.ledger.read() as reading:
        assert minta.latest(reading, BERKAS) is None

    again = it.made()  # asked for under the same id, as by a page that was left open
    assert (again.resep, again.banyak_terbuka) == (one.resep, one.banyak_terbuka)
    assert payload(it, again.terbuka) == payload(it, one.terbuka)
    found = SqlAudit(it.kantor.ledger).findings([])
    assert [x for one in found if one.janji in ("I8b", "I8c") for x in one.sebut] == []


def test_what_only_some_may_open_lies_in_the_closed_part_alone(it: KantorTas) -> None:
    with it.kantor.ledger.read() as reading:
        surat = reading.get(File, FILE).sha256
    it.add(Tutupan(derived("tutup"), "info", KODE, surat, sejak=it.kantor.clock.now()))
    one = it.made()
    assert payload(it, one.terbuka) == ["data/naskah/001_Sk contoh Nomor 12_SK_2026.pdf"]
    assert [x[:12] for x in payload(it, one.tertutup)] == ["data/dossier", "data/kiriman"]
    opened = b"".join(it.inside(one.terbuka).values())
    assert surat.encode() not in opened
    assert KIRIMAN.encode() not in opened
    assert it.told(one.terbuka)["file_di_bagian_lain"] == 2
    assert it.told(one.terbuka, "jurnal")["catatan_di_bagian_tertutup"] == 1


def test_who_asked_and_a_withheld_matter_are_closed(it: KantorTas) -> None:
    now = it.kantor.clock.now()
    day = now.date()
    it.add(Permohonan(derived("p"), KIRIMAN, KODE, UNIT, "", "baru", now, day, day))
    one = it.made()
    assert len(payload(it, one.terbuka)) == 1
    it.change(Berkas, BERKAS, rahasia=True)
    two = it.made("dua")
    assert (two.terbuka, two.banyak_tertutup) == ("", 3)


def test_papers_laid_down_go_in_and_what_is_kept_apart_does_not(it: KantorTas) -> None:
    now = it.kantor.clock.now()
    for n, keadaan in enumerate((DIDAFTAR, KARANTINA)):
        id_ = derived(f"k{n}")
        it.add(
            Kiriman(id_, KODE, UNIT, LAID, "pindaian", keadaan, now, berkas=BERKAS),
            File(derived(f"f{n}"), id_, f"pindaian{n}.pdf", it.kept(b"pindaian %d" % n), 10),
        )
    elsewhere = derived("lain")
    it.add(
        Kiriman(elsewhere, KODE, UNIT, LAID, "lain", DIDAFTAR, now, berkas=derived("lain")),
        File(derived("g0"), elsewhere, "bukti.pdf", it.kept(b"bukti"), 5),
        File(derived("g1"), elsewhere, "bukan-milik.pdf", it.kept(b"lain"), 4, urut=1),
        Ada(derived("ada"), BERKAS, "memo", "ada", now, "x", derived("g0")),
    )
    one = it.made()
    laid = [x.partition("_")[2] for x in payload(it, one.terbuka) if x.startswith("data/bahan")]
    assert sorted(laid) == ["bukti.pdf", "pindaian0.pdf"]


def test_a_scan_in_ink_goes_in_under_the_name_of_what_it_is(it: KantorTas) -> None:
    scan = it.kept(b"\x89PNG\r\n\x1a\n pindaian")
    it.change(Naskah, SK, bertanda_tangan=scan)
    place = TempatTtd(derived("ttd"), SK, 0, 1, "ppid", TINTA, DITANDATANGANI, sesudah=scan)
    it.add(place)  # laid down at the desk, so no letter brought it
    assert payload(it, it.made().terbuka)[-1] == "data/naskah/001_Sk contoh Nomor 12_SK_2026.png"

    came = derived("kiriman pindaian")
    it.add(
        Kiriman(came, KODE, UNIT, "folder", "pindaian", DIDAFTAR, it.kantor.clock.now()),
        File(derived("pindaian"), came, "pindaian.pdf", scan, 20, "image/jpeg"),
    )
    name = payload(it, it.made("dua").terbuka)[-1]
    assert name == "data/naskah/001_Sk contoh Nomor 12_SK_2026.jpg"


def test_sent_twice_or_while_another_is_made_it_is_one(it: KantorTas) -> None:
    assert it.asked().id == it.asked().id == it.asked("dua").id
    minta.make(it.kantor, it.asked().id)  # type: ignore[arg-type]
    before = it.made()
    minta.make(it.kantor, before.id)  # type: ignore[arg-type]
    assert it.made() == before
    assert it.asked("tiga").id != before.id


def test_one_whose_work_was_given_up_is_owed_again_when_it_is_asked_for(it: KantorTas) -> None:
    one = it.asked()
    with it.kantor.ledger.begin() as tx:
        tx.connection.execute(delete(tables.pekerjaan))
        tx.note(Catatan(KODE, MESIN, "contoh", it.kantor.clock.now(), one.id))

    assert it.asked("dua").id == one.id
    with it.kantor.ledger.engine.connect() as look:
        assert look.execute(select(tables.pekerjaan.c.untuk)).scalars().all() == [one.id]


def test_a_matter_that_is_not_bound_has_no_bag(it: KantorTas) -> None:
    it.change(Berkas, BERKAS, keadaan=BERJALAN)
    with pytest.raises(BelumDijilid):
        it.asked()
    it.change(Berkas, BERKAS, keadaan=SELESAI, dossier="")  # its paper is still to be bound
    with pytest.raises(BelumDijilid):
        it.asked()


@pytest.mark.parametrize("keadaan", [DIBATALKAN, SELESAI])
def test_what_ended_without_a_paper_of_its_own_has_a_bag_of_what_came_in(
    it: KantorTas, keadaan: str
) -> None:
    it.change(Berkas, BERKAS, keadaan=keadaan, dossier="")
    it.change(Naskah, SK, keadaan=BATAL, bertanda_tangan="")

    made = it.made()

    assert (made.keadaan, made.banyak_terbuka) == (JADI, 1)
    held = it.inside(made.terbuka)
    assert [held[one] for one in held if one.startswith("data/")] == [b"surat contoh"]


def test_who_does_not_keep_archives_gets_none_and_learns_nothing(it: KantorTas) -> None:
    one = it.made()
    for peran in ("petugas", "unit"):
        with pytest.raises(TidakBerwenang):
            minta.ask(it.kantor, it.oleh(peran), BERKAS, derived("x"))  # type: ignore[arg-type]
        with pytest.raises(TidakBerwenang):
            minta.open_(it.kantor, it.oleh(peran), one.id)  # type: ignore[arg-type]
    for wrong in ("", "x", derived("tidak ada"), "../../etc"):
        with pytest.raises(TidakAda):
            minta.open_(it.kantor, it.oleh("pengelola_arsip"), wrong)  # type: ignore[arg-type]
        with pytest.raises(TidakAda):
            minta.ask(it.kantor, it.oleh("pengelola_arsip"), BERKAS, wrong + "x")  # type: ignore[arg-type]


def test_what_is_withheld_since_is_taken_by_nobody_in_the_open(it: KantorTas) -> None:
    one = it.made()
    keeper = it.oleh("pengelola_arsip")
    minta.open_(it.kantor, keeper, one.id)[1].close()  # type: ignore[arg-type]
    it.change(Kiriman, KIRIMAN, rahasia=True)
    with pytest.raises((TasUsang, TidakAda)):
        minta.open_(it.kantor, keeper, one.id)  # type: ignore[arg-type]


def test_the_closed_part_goes_out_locked_and_that_is_written_down(it: KantorTas) -> None:
    it.change(Berkas, BERKAS, rahasia=True)
    one = it.made()
    keeper = it.oleh("pengelola_arsip")
    _, parts = minta.open_closed(it.kantor, keeper, one.id, KUNCI)  # type: ignore[arg-type]
    locked = b"".join(parts)
    assert locked.startswith(b"age-encryption.org/v1")
    with AgeLocks(4).open(io.BytesIO(locked), KUNCI.sandi) as opened:
        assert zipfile.ZipFile(io.BytesIO(opened.read())).testzip() is None
    with it.kantor.ledger.read() as reading:
        berkas = reading.get(Berkas, BERKAS)
    lines = it.kantor.perkara.trail(berkas)
    assert lines[0].perbuatan == "tas_tertutup_diambil"
    assert KUNCI.sandi not in str(lines)
    with pytest.raises(TidakAda):
        minta.open_(it.kantor, keeper, one.id)  # type: ignore[arg-type]


def test_a_bag_tells_of_itself_whether_it_is_whole(it: KantorTas, tmp_path: Path) -> None:
    path = zipped(it, it.made().terbuka, tmp_path)
    found = look(it.kantor, path, jurnal_ini=True)  # type: ignore[arg-type]
    # The decree of this sample bears no signature, and that is said; all else is whole.
    assert found.tanda == 1
    assert all("Tanda tangan data/naskah" in x for x in found.salah)


def test_a_journal_that_says_otherwise_than_this_house_is_named(
    it: KantorTas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = zipped(it, it.made().terbuka, tmp_path)
    real = it.kantor.lists.jurnal

    def altered(*asked: object) -> object:
        return [replace(x, rantai="0" * 64) for x in real(*asked)]  # type: ignore[arg-type]

    monkeypatch.setattr(it.kantor.lists, "jurnal", altered)
    found = look(it.kantor, path, jurnal_ini=True)  # type: ignore[arg-type]
    assert any("lain dari yang tertulis di jurnal rumah ini" in x for x in found.salah)


def test_a_matter_opened_again_meanwhile_says_why_there_is_no_bag(it: KantorTas) -> None:
    one = it.asked()
    it.change(Berkas, BERKAS, keadaan=BERJALAN)
    minta.make(it.kantor, one.id)  # type: ignore[arg-type]
    with it.kantor.ledger.read() as reading:
        failed = reading.get(TasBerkas, one.id)
    assert failed.keadaan == GAGAL
    assert "belum diarsipkan" in failed.pesan


def test_what_changes_while_it_is_made_is_made_anew(
    it: KantorTas, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, real = it.asked(), it.kantor.store.put  # type: ignore[attr-defined]

    def meanwhile(path: Path) -> str:
        monkeypatch.setattr(it.kantor.store, "put", real)  # type: ignore[attr-defined]
        it.change(Naskah, SK, nomor="13/SK/2026")
        done: str = real(path)
        return done

    monkeypatch.setattr(it.kantor.store, "put", meanwhile)  # type: ignore[attr-defined]
    with pytest.raises(Overtaken):
        minta.make(it.kantor, one.id)  # type: ignore[arg-type]
    minta.make(it.kantor, one.id)  # type: ignore[arg-type]
    assert it.told(it.made().terbuka)["arsip"][1]["nomor_arsip"] == "13/SK/2026"


def test_a_full_disk_leaves_nothing_half(it: KantorTas, monkeypatch: pytest.MonkeyPatch) -> None:
    one = it.asked()

    def full(path: Path) -> str:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as now:
        now.setattr(it.kantor.store, "put", full)  # type: ignore[attr-defined]
        with pytest.raises(OSError, match="No space"):
            minta.make(it.kantor, one.id)  # type: ignore[arg-type]
    with it.kantor.ledger.read() as reading:
        assert reading.get(TasBerkas, one.id).keadaan == DIMINTA
    minta.make(it.kantor, one.id)  # type: ignore[arg-type]
    assert it.made().keadaan == JADI


def signed_report(it: KantorTas, kepala: str, nama: str = "laporan") -> None:
    """A monthly report with this head of the journal, signed."""
    pairs = it.kantor.home / "paket" / "umum" / "naskah"
    pairs.mkdir(exist_ok=True)
    pairs.chmod(0o755)
    for end in ("toml", "docx"):
        shutil.copyfile(PAIRS / f"laporan_bulanan.{end}", pairs / f"laporan_bulanan.{end}")
        (pairs / f"laporan_bulanan.{end}").chmod(0o644)
    now, id_ = it.kantor.clock.now(), derived(nama)
    sha = it.kept(nama.encode())
    one = Naskah(id_, derived("lain"), KODE, "laporan_bulanan", TERTANDA, now)
    one = replace(one, nomor="LAP-11", tanggal=now.date(), bertanda_tangan=sha)
    place = TempatTtd(derived(f"{nama} ttd"), id_, 0, 1, "ppid", TINTA, DITANDATANGANI, pada=now)
    it.add(replace(one, isian={"kepala_jurnal": kepala}), place)


def test_a_bag_names_the_last_head_of_the_journal_that_somebody_signed(
    it: KantorTas, tmp_path: Path
) -> None:
    assert "kepala_bertanda_tangan" not in it.told(it.made().terbuka, "jurnal")
    with it.kantor.ledger.read() as reading:
        first = reading.kepala(KODE)
    signed_report(it, printed(Kepala(KODE, 1, it.kantor.lists.jurnal(KODE, 2, 1)[0].rantai)), "a")
    signed_report(it, printed(first))
    it.kantor.clock.go(minutes=1)

    one = it.made("dua")

    assert it.told(one.terbuka, "jurnal")["kepala_bertanda_tangan"] == {
        "urut": first.urut,
        "sidik": first.rantai[:32],
        "nomor": "LAP-11",
        "tanggal": it.kantor.clock.now().date().isoformat(),
    }
    info = it.inside(one.terbuka)["bag-info.txt"].decode()
    assert f"Journal-Signed-Head: {printed(first)}" in info
    found = look(it.kantor, zipped(it, one.terbuka, tmp_path), jurnal_ini=True)  # type: ignore[arg-type]
    assert not any("Kepala jurnal" in x for x in found.salah)


def test_a_signed_head_that_this_journal_never_had_is_named(it: KantorTas, tmp_path: Path) -> None:
    signed_report(it, f"1:{'0' * 32}")
    it.kantor.clock.go(minutes=1)
    path = zipped(it, it.made().terbuka, tmp_path)

    beside = look(it.kantor, path, jurnal_ini=True)  # type: ignore[arg-type]

    assert any("tidak ada dalam jurnal rumah" in x for x in beside.salah)
    alone = look(it.kantor, path)  # type: ignore[arg-type]
    assert not any("tidak ada dalam jurnal" in x for x in alone.salah)


@pytest.mark.parametrize(
    ("signed", "kata"),
    [
        ({"urut": 9, "sidik": "a" * 32}, "lebih muda"),
        ({"urut": 5, "sidik": "b" * 32}, "lain dari catatan nomor 5"),
        ({"urut": 5, "sidik": "bukan"}, "tidak terbaca"),
        ({"urut": "x", "sidik": "a" * 32}, "tidak terbaca"),
        (None, "tidak terbaca"),
    ],
)
def test_an_extract_whose_signed_head_cannot_be_is_named(signed: object, kata: str) -> None:
    told = jurnal.extract(Kepala(KODE, 5, "a" * 64), [])
    more = {"nomor": "1", "tanggal": ""}
    told["kepala_bertanda_tangan"] = {**signed, **more} if isinstance(signed, dict) else signed

    assert any(kata in x for x in jurnal.faults(told))
