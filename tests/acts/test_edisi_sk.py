"""The signed decree goes out beside its edition only when a person let it go."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from service.acts.edisi import sk, umumkan
from service.acts.edisi.sk import TanpaSk
from service.acts.pelepasan.perbuatan import Dilihat
from service.acts.simpan.keep import hold, keep
from service.domain.catatan import MESIN, Catatan
from service.domain.edisi.dcat import to_turtle
from service.domain.edisi.edisi import Edisi
from service.domain.edisi.format_tabel import to_json
from service.domain.gerbang import keluar, pribadi
from service.domain.gerbang.keluar import FileKeluar
from service.domain.gerbang.pelepasan import MasihTembus
from service.domain.gerbang.tembus import Tembus, hit
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import DIUJI
from service.domain.naskah import Naskah
from service.domain.refusals import TidakAda, TidakBerwenang
from tests.acts.perkara import KODE
from tests.contoh_buruk import _pdf
from tests.edisi import KantorEdisi, kantor_edisi
from tests.kantor import Kantor

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
SEBAB = "NIP pejabat yang menandatangani memang diumumkan"


@pytest.fixture
def it(kantor: Kantor) -> KantorEdisi:
    kantor.clock.at = SENIN
    it = kantor_edisi(kantor)
    it.piece("keuangan")
    return it


def signed(it: KantorEdisi, content: bytes) -> Edisi:
    """A published edition whose decree came back as this file."""
    edisi = it.public()
    path = it.kantor.home / "sk.pdf"
    path.write_bytes(content)
    kept = keep(it.kantor, path)  # type: ignore[arg-type]
    with it.kantor.ledger.begin() as tx:
        hold(tx, kept)
        before = tx.get(Naskah, edisi.naskah)
        tx.save(before, replace(before, bertanda_tangan=kept.sha256))
        now = it.kantor.clock.now()
        tx.note(Catatan(KODE, MESIN, "naskah_ditandatangani", now, edisi.naskah))
    return edisi


def looked(it: KantorEdisi, edisi: Edisi, *found: Tembus) -> FileKeluar:
    """What the machine found in it."""
    row = sk.begin(it.kantor, it.oleh("ppid"), edisi.id)
    with it.kantor.ledger.begin() as tx:
        before = tx.get(FileKeluar, row.id)
        tx.save(before, keluar.looked_at(before, found))
        now = it.kantor.clock.now()
        tx.note(Catatan(KODE, MESIN, "file_selesai_diperiksa", now, edisi.id))
    return it.now(row)


def given_out(it: KantorEdisi) -> object:
    _, made = umumkan.gathered(it.kantor, KODE)
    return made[0].sk_pdf


SURAT = _pdf.letter("Surat keputusan contoh") + b"\n%/ByteRange [0 1 2 3]\n"


def test_a_decree_is_let_go_hit_by_hit_and_taken_back(it: KantorEdisi) -> None:
    edisi, ppid = signed(it, SURAT), it.oleh("ppid")
    row = looked(it, edisi, hit(pribadi.NIP, "halaman 1"))
    house = it.kantor
    assert given_out(it) is None
    with pytest.raises(MasihTembus):
        sk.perbuatan.release(house, ppid, Dilihat(edisi.id, row.versi), row.pemeriksaan.sidik)

    seen = row.pemeriksaan.sidik
    row = sk.perbuatan.clear(
        house, ppid, Dilihat(edisi.id, row.versi), seen, [x.id for x in row.sisa], SEBAB
    )
    row = sk.perbuatan.release(house, ppid, Dilihat(edisi.id, row.versi), seen)

    out = given_out(it)
    assert (out.sha256, out.nama) == (row.asal, f"sk-dip-{KODE}-2026-1.pdf")  # type: ignore[attr-defined]
    sk.perbuatan.withdraw(house, ppid, Dilihat(edisi.id, row.versi), "Salah file, diganti nanti")
    assert given_out(it) is None


def test_another_paper_in_its_place_is_looked_at_anew(it: KantorEdisi) -> None:
    edisi, ppid = signed(it, SURAT), it.oleh("ppid")
    row = looked(it, edisi)
    sk.perbuatan.release(it.kantor, ppid, Dilihat(edisi.id, row.versi), row.pemeriksaan.sidik)
    with it.kantor.ledger.begin() as tx:
        before = tx.get(Naskah, edisi.naskah)
        tx.save(before, replace(before, bertanda_tangan="ab" * 32))
        tx.note(Catatan(KODE, MESIN, "naskah_ditandatangani", SENIN, edisi.naskah))

    assert given_out(it) is None
    with it.kantor.ledger.read() as reading:
        assert sk.standing(reading, ppid, edisi.id)[1] is None


def test_only_who_publishes_decides_and_only_of_a_signed_pdf(it: KantorEdisi) -> None:
    edisi = signed(it, b"bukan PDF")
    with pytest.raises(TanpaSk):
        sk.begin(it.kantor, it.oleh("ppid"), edisi.id)
    with pytest.raises(TidakAda):
        sk.begin(it.kantor, it.oleh("ppid"), "a" * 26)
    other = signed_again(it, edisi)
    with pytest.raises(TidakBerwenang):
        sk.begin(it.kantor, it.oleh("petugas"), other.id)


def signed_again(it: KantorEdisi, edisi: Edisi) -> Edisi:
    path = it.kantor.home / "sk.pdf"
    path.write_bytes(SURAT)
    kept = keep(it.kantor, path)  # type: ignore[arg-type]
    with it.kantor.ledger.begin() as tx:
        hold(tx, kept)
        before = tx.get(Naskah, edisi.naskah)
        tx.save(before, replace(before, bertanda_tangan=kept.sha256))
        tx.note(Catatan(KODE, MESIN, "naskah_ditandatangani", SENIN, edisi.naskah))
    return edisi


def test_machines_are_told_where_the_decree_lies(it: KantorEdisi) -> None:
    edisi, ppid = signed(it, SURAT), it.oleh("ppid")
    row = looked(it, edisi)
    sk.perbuatan.release(it.kantor, ppid, Dilihat(edisi.id, row.versi), row.pemeriksaan.sidik)

    _, [one] = umumkan.gathered(it.kantor, KODE)

    where = f"https://ppid.contoh.go.id/dip/edisi/{KODE}/2026/1/sk-dip-{KODE}-2026-1.pdf"
    told = json.loads(to_json(one, "https://ppid.contoh.go.id"))["sk"]
    assert (told["alamat"], told["sha256"]) == (where, row.asal)
    assert where in to_turtle(one, "https://ppid.contoh.go.id").decode()


def test_a_decree_that_names_what_was_withheld_since_goes_out_no_more(it: KantorEdisi) -> None:
    edisi, ppid, house = signed(it, SURAT), it.oleh("ppid"), it.kantor
    row = looked(it, edisi)
    sk.perbuatan.release(house, ppid, Dilihat(edisi.id, row.versi), row.pemeriksaan.sidik)
    assert given_out(it) is not None

    with house.ledger.begin() as tx:
        one = tx.find(Informasi, instansi=KODE)[0]
        tx.save(one, replace(one, keadaan=DIUJI))
        tx.note(Catatan(KODE, MESIN, "informasi_diuji", SENIN, one.id))

    _, made = umumkan.gathered(house, KODE)
    assert [x.sk_pdf for x in made if x.sk_pdf] == []
    with pytest.raises(TanpaSk):
        sk.begin(house, ppid, edisi.id)
