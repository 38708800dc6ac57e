"""A paper is signed by the service of BSrE: once, or somebody looks into it; never twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from service.acts.keadaan.audit import audit
from service.acts.ttd import kunci as kunci_ttd
from service.acts.ttd import layanan as ttd_layanan
from service.acts.ttd import tandatangani
from service.acts.ttd.tandatangani import Diminta
from service.adapters.bsre import BsreService
from service.adapters.signing.layanan import Layanan
from service.adapters.signing.pades import PadesSigner
from service.adapters.signing.pilih import SignerByKey
from service.adapters.signing.verifikasi import BoxVerifier
from service.domain import tempat_ttd as t
from service.domain.alasan import Alasan
from service.domain.esign.galat import PassphraseSalah, PerluDicek
from service.domain.esign.layanan import LayananBsre
from service.domain.esign.pengguna import BelumBolehMenandatangani
from service.domain.frasa_sandi import TOTP, FrasaSandi
from service.domain.kunci_ttd import KunciTtd
from service.domain.naskah import DIKIRIM, DITANDATANGANI, Naskah
from service.domain.refusals import Unavailable
from service.domain.tolakan_ttd import MasihDicek, SedangDitandatangani
from service.house import RealHouse
from tests.acts.kantor_ttd import Kantor, Tertata
from tests.acts.test_tandatangani import pdfsig
from tests.bsre_tiruan import NIK, NIK_KEDUA, PASSPHRASE, Tiruan, tiruan
from tests.office import work
from tests.pki import FRASA, Pki


@pytest.fixture
def layanan(tmp_path: Path) -> Iterator[Tiruan]:
    with tiruan(tmp_path) as one:
        yield one


@pytest.fixture(params=[1, 2], ids=["v1", "v2"])
def house(
    request: pytest.FixtureRequest, tmp_path: Path, layanan: Tiruan, tertata: Tertata
) -> Iterator[RealHouse]:
    with tertata.copied(tmp_path) as whole:
        esign = BsreService(LayananBsre(request.param, layanan.sambungan()))
        here = PadesSigner(Layanan(), whole.clock)
        whole.opened.update({"esign": esign, "signer": SignerByKey(here, esign, whole.clock)})
        yield whole


@pytest.fixture
def kantor(house: RealHouse, tertata: Tertata) -> Kantor:
    """Both heads sign here, and the first keeps their key at BSrE."""
    one = tertata.at(house)
    one.kunci["ppid"] = kunci_ttd.add_bsre(house, one.orang["ppid"], NIK)
    return one


def sign(kantor: Kantor, nama: str = "ppid", n: int = 0, kata: str = PASSPHRASE) -> Naskah:
    return kantor.sign(nama, n, kata)


def later(house: RealHouse) -> RealHouse:
    """The same house, after the time of the service is over."""
    now = house.clock.now() + t.SEWA + timedelta(seconds=1)
    clock = type("Nanti", (), {"now": lambda _: now})()
    return replace(house, clock=clock)


def beside(kantor: Kantor) -> list[Path]:
    return list((kantor.house.settings.home / "ttd_layanan").rglob("*"))


def test_one_signs_at_bsre_and_the_other_with_a_key_here(
    kantor: Kantor, layanan: Tiruan, tmp_path: Path
) -> None:
    sign(kantor)
    kantor.sign("atasan", 1)

    done = kantor.naskah
    assert done.keadaan == DITANDATANGANI
    told = pdfsig(kantor.house, done.bertanda_tangan, tmp_path)
    assert told.count("Signature is Valid") == 2
    assert layanan.ditandatangani == 1
    assert kantor.place(0).cara == "bsre"
    assert [one.janji for one in audit(kantor.house) if not one.utuh] == []
    assert beside(kantor) == []
    with kantor.house.ledger.read() as reading:
        mine = reading.get(KunciTtd, kantor.kunci["ppid"].id)
    assert mine.pemilik == "Contoh Penandatangan Tiruan"
    assert mine.sidik


def test_a_key_here_first_and_bsre_after_it_leaves_both_sound(
    kantor: Kantor, layanan: Tiruan, tmp_path: Path
) -> None:
    kantor.kunci["ppid"] = kantor.add("ppid", "sekretaris")
    kantor.kunci["atasan"] = kunci_ttd.add_bsre(kantor.house, kantor.orang["atasan"], NIK_KEDUA)
    kantor.sign("ppid", 0)

    sign(kantor, "atasan", 1)

    told = pdfsig(kantor.house, kantor.naskah.bertanda_tangan, tmp_path)
    assert told.count("Signature is Valid") == 2
    seen = layanan.terakhir.get("signatureProperties", [layanan.terakhir])[0]
    assert seen["tampilan"].lower() == "invisible"


def test_a_wrong_passphrase_or_state_signs_nothing_asks_once_and_frees_the_place(
    kantor: Kantor, layanan: Tiruan
) -> None:
    with pytest.raises(PassphraseSalah):
        sign(kantor, kata="durian jatuh")
    layanan.keadaan[NIK] = "SUSPEND"
    with pytest.raises(BelumBolehMenandatangani, match="dibekukan"):
        sign(kantor)
    layanan.keadaan[NIK] = "ISSUE"
    layanan.tingkah = "503"
    with pytest.raises(Unavailable):
        sign(kantor)

    asked = [one for one in layanan.diminta if one.endswith("/sign/pdf")]
    assert len(asked) == 2  # the wrong one once, the service at fault once
    assert kantor.place(0).penyewa == ""
    layanan.tingkah = ""
    sign(kantor)
    assert layanan.ditandatangani == 1


@pytest.mark.parametrize("tingkah", ["putus_sesudah", "terputus", "pdf_lain", "kosong", "502"])
def test_an_answer_that_was_lost_or_odd_is_looked_into_and_nothing_is_sent_again(
    kantor: Kantor, layanan: Tiruan, tingkah: str
) -> None:
    layanan.tingkah = tingkah
    with pytest.raises(PerluDicek):
        sign(kantor)
    layanan.tingkah = ""

    place = kantor.place(0)
    assert place.keadaan == t.PERLU_DICEK
    assert place.oleh == kantor.orang["ppid"].orang.id
    assert kantor.naskah.keadaan == DIKIRIM
    assert place.sesudah or tingkah != "pdf_lain"  # what came back is kept, whatever it is
    with kantor.house.ledger.read() as reading:
        assert "tidak dikirim ulang" in reading.get(Alasan, place.alasan).kata
    many = layanan.ditandatangani
    for nama, n in (("ppid", 0), ("atasan", 1)):
        with pytest.raises(MasihDicek):
            kantor.sign(nama, n, PASSPHRASE if n == 0 else FRASA)
    assert layanan.ditandatangani == many
    assert beside(kantor) == []
    assert [one.janji for one in audit(kantor.house) if not one.utuh] == []


def test_a_certificate_that_leads_to_no_root_of_the_office_is_looked_into(
    kantor: Kantor, pki: Pki
) -> None:
    house = kantor.house
    house.opened["verifier"] = BoxVerifier(house.reader, house.clock, [pki.der("akar")])

    with pytest.raises(PerluDicek, match="buatan sendiri"):
        sign(kantor)

    assert kantor.place(0).keadaan == t.PERLU_DICEK
    assert kantor.place(0).sesudah


def test_whoever_dies_between_sending_and_keeping_leaves_a_doubt_not_a_free_place(
    kantor: Kantor,
) -> None:
    """As kill -9 leaves it: the intent stands, and nothing else."""
    house, asked = kantor.house, kantor.asked("ppid", 0)
    held = tandatangani._begun(house, kantor.orang["ppid"], asked)
    back = ttd_layanan.aside(house, held.di.tempat)
    back.write_bytes(b"%PDF- yang kembali")

    assert "doubt" not in work(house)  # its time is not over
    with pytest.raises(SedangDitandatangani):
        sign(kantor)
    after = later(house)
    with FrasaSandi(PASSPHRASE) as frasa, pytest.raises(MasihDicek):
        tandatangani.sign(after, kantor.orang["ppid"], kantor.asked("ppid", 0), frasa)
    for _ in range(2):
        ttd_layanan.expired(after, held.di.tempat.id)

    place = kantor.place(0)
    assert place.keadaan == t.PERLU_DICEK
    with house.store.open(place.sesudah) as came:
        assert came.read() == b"%PDF- yang kembali"
    assert not back.exists()


def test_a_key_here_that_was_cut_off_still_leaves_a_free_place(kantor: Kantor) -> None:
    kantor.kunci["ppid"] = kantor.add("ppid", "sekretaris")
    house = kantor.house
    held = tandatangani._begun(house, kantor.orang["ppid"], kantor.asked("ppid", 0))

    ttd_layanan.expired(later(house), held.di.tempat.id)

    assert kantor.place(0).keadaan == t.MENUNGGU
    assert not t.hangs(kantor.place(0), later(house).clock.now())


def test_a_job_that_comes_after_the_signature_changes_nothing(kantor: Kantor) -> None:
    sign(kantor)
    before = kantor.place(0)

    ttd_layanan.expired(later(kantor.house), before.id)
    ttd_layanan.expired(later(kantor.house), "tidakada")

    assert kantor.place(0) == before


def test_a_disk_that_is_full_after_the_signature_loses_neither_paper_nor_doubt(
    kantor: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = kantor.house
    real = house.store.put

    def penuh(path: Path) -> str:
        raise Unavailable("Disk penuh.")

    monkeypatch.setattr(house.store, "put", penuh)
    with suppress(Unavailable, PerluDicek):
        sign(kantor)
    monkeypatch.setattr(house.store, "put", real)

    assert t.hangs(kantor.place(0), later(house).clock.now())
    ttd_layanan.expired(later(house), kantor.place(0).id)
    place = kantor.place(0)
    assert place.keadaan == t.PERLU_DICEK
    with house.store.open(place.sesudah) as came, house.store.open(place.sebelum) as went:
        assert came.read().startswith(went.read())


def test_a_code_that_was_sent_signs_in_place_of_the_passphrase(
    kantor: Kantor, layanan: Tiruan
) -> None:
    house = kantor.house
    if not house.esign.sends_codes:
        return
    house.esign.send_code(NIK)
    asked: Diminta = kantor.asked("ppid", 0)
    with FrasaSandi(layanan.totp[NIK], TOTP) as frasa:
        tandatangani.sign(house, kantor.orang["ppid"], asked, frasa)
    assert kantor.place(0).keadaan == t.DITANDATANGANI
