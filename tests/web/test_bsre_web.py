"""Signing at BSrE through the pages: a NIK, an approval that asks first, a passphrase or a code."""

from __future__ import annotations

import base64
import hashlib
import io
import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from service.acts.instansi.packs import agency
from service.acts.naskah import submit
from service.adapters.bsre import BsreService
from service.adapters.signing.layanan import Layanan
from service.adapters.signing.pades import PadesSigner
from service.adapters.signing.pilih import SignerByKey
from service.domain.catatan import MESIN, Catatan
from service.domain.esign.layanan import LayananBsre
from service.domain.kunci_ttd import KunciTtd
from service.domain.naskah import DIAJUKAN, DIKIRIM, DITANDATANGANI, Naskah
from service.domain.tembusan import Tembusan
from service.domain.tempat_ttd import APLIKASI, ELEKTRONIK, TempatTtd
from service.house import RealHouse
from tests.bsre_tiruan import NAMA, NIK, PASSPHRASE, SANDI, Tiruan, tiruan
from tests.office import INSTANSI, UNIT, work
from tests.servers import free_port
from tests.web.naskah_web import does, konsep, now, seen, with_pair
from tests.web.rumah_web import Orang, officer, rumah_web


@pytest.fixture
def layanan(tmp_path: Path) -> Iterator[Tiruan]:
    with tiruan(tmp_path) as one:
        yield one


def joined(house: RealHouse, versi: int, layanan: Tiruan, **more: object) -> None:
    """The office with this service."""
    esign = BsreService(LayananBsre(versi, layanan.sambungan(**more)))  # type: ignore[arg-type]
    here = PadesSigner(Layanan(), house.clock)
    house.opened["esign"] = esign
    house.opened["signer"] = SignerByKey(here, esign, house.clock)


@pytest.fixture(params=[1, 2], ids=["v1", "v2"])
def house(request: pytest.FixtureRequest, tmp_path: Path, layanan: Tiruan) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        with_pair(whole, tmp_path)
        joined(whole, request.param, layanan)
        yield whole


@pytest.fixture
def atasan(house: RealHouse) -> Orang:
    """Who signs, with a key at BSrE alone."""
    one = officer(house, "atasan", "atasan_ppid")
    sent = {"csrf": one.csrf, "nik": NIK}
    assert one.client.post("/akun/sertifikat/bsre", data=sent).status_code == 303
    return one


def put_forward(house: RealHouse) -> Naskah:
    penyiap = officer(house, "penyiap", "petugas", "tim_sekretariat")
    one = konsep(house, penyiap.hadir)
    submit.submit(house, one.id, penyiap.hadir)
    submit.initial(house, one.id, penyiap.hadir, now(house, one).versi, "Contoh")
    return now(house, one)


def approved(house: RealHouse, ppid: Orang) -> Naskah:
    one = put_forward(house)
    assert does(ppid, one, "setujui", jalan=ELEKTRONIK).status_code == 303
    work(house)
    assert now(house, one).keadaan == DIKIRIM
    return now(house, one)


def key(house: RealHouse) -> str:
    with house.ledger.read() as reading:
        return reading.find(KunciTtd)[0].id


def signs(house: RealHouse, who: Orang, one: Naskah, kata: str = PASSPHRASE, **more: str):
    at = f"/naskah/{one.id}/tanda-tangan"
    told = {"macam": "frasa"} if house.esign.sends_codes else {}
    sent = {"csrf": who.csrf, "sidik": seen(who, at), "kunci": key(house), "frasa": kata}
    return who.client.post(at, data={**sent, **told, **more})


def test_a_nik_is_kept_and_only_its_end_is_shown(house: RealHouse, atasan: Orang) -> None:
    page = atasan.client.get("/akun/sertifikat").text
    assert NIK not in page
    assert f"NIK ••••{NIK[-4:]}" in page
    at = "/akun/sertifikat/bsre"
    for wrong, kata in (("31.71", "16 angka"), ("9999010101019999", "belum terdaftar")):
        answer = atasan.client.post(at, data={"csrf": atasan.csrf, "nik": wrong})
        assert answer.status_code == 422
        assert kata in answer.text
        assert wrong not in answer.text


def test_a_paper_is_approved_only_where_its_signer_may_sign(
    house: RealHouse, layanan: Tiruan, atasan: Orang, ppid: Orang
) -> None:
    one = put_forward(house)
    for state, kata in (("EXPIRED", "sudah berakhir"), ("SUSPEND", "dibekukan")):
        layanan.keadaan[NIK] = state
        answer = does(ppid, one, "setujui", jalan=ELEKTRONIK)
        assert answer.status_code == 422
        assert kata in answer.text
        assert "tidak ada nomor yang terpakai" in answer.text
    assert (now(house, one).keadaan, now(house, one).nomor) == (DIAJUKAN, "")

    joined(house, 2, layanan, port=free_port())
    answer = does(ppid, one, "setujui", jalan=ELEKTRONIK)
    assert answer.status_code == 503
    assert "Pilih cara tanda tangan lain" in answer.text
    assert now(house, one).nomor == ""

    assert does(ppid, one, "setujui", jalan=APLIKASI).status_code == 303
    assert now(house, one).nomor


def test_from_the_approval_to_the_signed_paper(
    house: RealHouse, layanan: Tiruan, atasan: Orang, ppid: Orang
) -> None:
    one = approved(house, ppid)
    wrong = signs(house, atasan, one, "durian jatuh")
    assert wrong.status_code == 422
    assert "Passphrase salah" in wrong.text
    assert "durian" not in wrong.text
    if house.esign.sends_codes:
        layanan.tingkah = ""
        at = f"/naskah/{one.id}/tanda-tangan"
        page = atasan.client.get(at).text
        assert "Kirim kode sekali pakai" in page
        sent = {"csrf": atasan.csrf, "kunci": key(house), "minta": "kode"}
        there = atasan.client.post(at, data=sent)
        assert there.location == f"{at}?kabar=kode-ttd"
        page = atasan.client.get(there.location).text
        assert '<option value="totp" selected>' in page
        assert layanan.totp[NIK] not in page
        assert layanan.ditandatangani == 0
        done = signs(house, atasan, one, layanan.totp[NIK], macam="totp")
    else:
        at = f"/naskah/{one.id}/tanda-tangan"
        assert "kode sekali pakai" not in atasan.client.get(at).text
        sent = {"csrf": atasan.csrf, "kunci": key(house), "minta": "kode"}
        assert atasan.client.post(at, data=sent).status_code == 422
        assert not [x for x in layanan.diminta if "totp" in x]
        done = signs(house, atasan, one)

    assert done.location == f"/naskah/{one.id}?kabar=naskah-ttd"
    assert now(house, one).keadaan == DITANDATANGANI
    assert layanan.ditandatangani == 1
    page = atasan.client.get("/akun/sertifikat").text
    assert "Contoh Penandatangan Tiruan" in page  # as its paper said


def test_nothing_that_only_the_signer_knows_is_written_anywhere(
    house: RealHouse,
    layanan: Tiruan,
    atasan: Orang,
    ppid: Orang,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    one = approved(house, ppid)
    pages = [signs(house, atasan, one, "durian jatuh").text]
    layanan.tingkah = "gema"
    pages.append(signs(house, atasan, one).text)
    layanan.tingkah = "putus_sesudah"
    pages.append(signs(house, atasan, one).text)
    pages.append(atasan.client.get(f"/naskah/{one.id}").text)
    basic = base64.b64encode(f"{NAMA}:{SANDI}".encode()).decode()

    printed = capfd.readouterr()
    shown = "\n".join([*pages, caplog.text, printed.out, printed.err])
    for word in (NIK, PASSPHRASE, "durian jatuh", SANDI, basic):
        assert word not in shown
    home = house.settings.home
    files = [path for path in home.rglob("*") if path.is_file()]
    for word in (NIK, PASSPHRASE, "durian jatuh", SANDI, basic):
        assert [path for path in files if word.encode() in path.read_bytes()] == []
    with house.ledger.read() as reading:
        reading.find(KunciTtd)
    rows = _rows(house)
    mark = hashlib.sha256(NIK.encode()).hexdigest()  # a hash of sixteen digits is soon undone
    for word in (NIK, mark, "durian", PASSPHRASE):
        assert not [table for table, text in rows if word in text]


def _rows(house: RealHouse) -> list[tuple[str, str]]:
    """Every row of every table as text."""
    found = []
    with house.engine.connect() as look:
        for (table,) in look.exec_driver_sql("select name from sqlite_master where type='table'"):
            rows = look.exec_driver_sql(f'select * from "{table}"')
            found += [(table, repr(tuple(row))) for row in rows]
    return found


def in_doubt(house: RealHouse, layanan: Tiruan, atasan: Orang, ppid: Orang) -> Naskah:
    """A paper of which the answer was lost after it was signed."""
    one = approved(house, ppid)
    layanan.tingkah = "putus_sesudah"
    answer = signs(house, atasan, one)
    assert answer.status_code == 502
    assert "tidak dikirim ulang" in answer.text
    layanan.tingkah = ""
    return one


def says(who: Orang, one: Naskah, apa: str, path: Path | None = None, **told: str):
    at = f"/naskah/{one.id}/periksa-ttd"
    sent: dict[str, object] = {"csrf": who.csrf, "sidik": seen_sidik(who, at), **told}
    if path:
        sent["file"] = (io.BytesIO(path.read_bytes()), "surat.pdf")
    return who.client.post(f"{at}/{apa}", data=sent)


def seen_sidik(who: Orang, at: str) -> str:
    found = re.search(r'name="sidik"[^>]*value="([^"]+)"', who.client.get(at).text)
    return found[1] if found else ""


def test_a_doubt_is_seen_wherever_people_look_and_is_gone_once_it_is_settled(
    house: RealHouse, layanan: Tiruan, atasan: Orang, ppid: Orang
) -> None:
    one = in_doubt(house, layanan, atasan, ppid)
    petugas = officer(house, "petugas", "petugas")
    there, proof = f"/naskah/{one.id}/periksa-ttd", f"/naskah/{one.id}/bukti-ttd"

    for who in (ppid, atasan, petugas):
        for at in ("/tanda-tangan/keluar", "/tanda-tangan/keluar?keadaan=perlu_dicek", proof):
            page = who.client.get(at).text
            assert "Perlu dicek" in page, at
            assert f'href="{there}"' in page, at
    page = ppid.client.get(proof).text
    assert "jawaban layanan tanda tangan tidak sampai utuh" in page
    assert "Jawaban layanan tanda tangan tidak sampai atau belum diterima" in page
    with house.ledger.read() as reading:
        [place] = reading.find(TempatTtd, naskah=one.id)
    assert place.alasan not in page
    assert f'href="{there}"' in ppid.client.get("/").text
    assert f'href="{there}"' not in petugas.client.get("/").text

    assert says(ppid, one, "nihil", alasan="Tidak ada di layanan itu.").status_code == 303

    page = ppid.client.get("/tanda-tangan/keluar").text
    assert f'href="{there}"' not in page
    assert f"/naskah/{one.id}" in page
    assert f'href="{there}"' not in ppid.client.get(proof).text
    assert "Memastikan naskah belum ditandatangani" in ppid.client.get(proof).text


def test_copies_go_out_once_a_person_found_the_last_signature(
    house: RealHouse, layanan: Tiruan, atasan: Orang, ppid: Orang, tmp_path: Path
) -> None:
    one = in_doubt(house, layanan, atasan, ppid)
    unit = agency(house.packs, INSTANSI).unit_of(UNIT)
    assert unit
    with house.ledger.begin() as tx:
        before = tx.get(Naskah, one.id)
        tx.save(before, replace(before, isian={**before.isian, "tembusan": [unit.nama]}))
        tx.note(Catatan(INSTANSI, MESIN, "naskah_diubah", house.clock.now(), one.id))
    made = tmp_path / "ttd.pdf"
    made.write_bytes(*layanan.simpanan.values())
    says(ppid, one, "unggah", made)
    says(ppid, one, "terima", alasan="Dilihat bersama di layanan itu.")

    with house.ledger.read() as reading:
        assert [x.naskah for x in reading.find(Tembusan)] == [one.id]


def test_what_the_service_signed_is_brought_and_only_the_right_file_is_taken(
    house: RealHouse, layanan: Tiruan, atasan: Orang, ppid: Orang, tmp_path: Path
) -> None:
    one = in_doubt(house, layanan, atasan, ppid)
    assert "Periksa tanda tangan" in ppid.client.get("/").text
    assert "Periksa tanda tangan" in ppid.client.get(f"/naskah/{one.id}").text
    assert signs(house, atasan, one).status_code == 404  # nobody's turn while it is in doubt
    [made] = layanan.simpanan.values()
    wrong, right = tmp_path / "salah.pdf", tmp_path / "benar.pdf"
    wrong.write_bytes(b"%PDF-1.7 lain\n%%EOF\n")
    right.write_bytes(made)

    assert says(ppid, one, "unggah").status_code == 422
    assert says(ppid, one, "ambil").status_code == 422  # no id was told
    kept = says(ppid, one, "unggah", wrong)
    assert "kabar=periksa-ttd-simpan" in kept.location
    page = ppid.client.get(kept.location).text
    assert "bukan file yang dikirim" in page
    assert says(ppid, one, "terima", alasan="Contoh").status_code == 422
    # The certificate is not known as this person's yet, so that a person says it is theirs.
    assert "kabar=periksa-ttd-simpan" in says(ppid, one, "unggah", right).location
    assert says(ppid, one, "terima", alasan=" ").status_code == 422
    assert now(house, one).keadaan == DIKIRIM
    done = says(ppid, one, "terima", alasan="Dilihat bersama di layanan itu.")

    assert done.location == f"/naskah/{one.id}?kabar=periksa-ttd"
    assert now(house, one).keadaan == DITANDATANGANI
    with house.store.open(now(house, one).bertanda_tangan) as kept_file:
        assert kept_file.read() == made
    assert layanan.ditandatangani == 1
    assert ppid.client.get(f"/naskah/{one.id}/periksa-ttd").status_code == 404


def test_what_was_not_signed_is_said_with_a_reason_and_may_be_signed_again(
    house: RealHouse, layanan: Tiruan, atasan: Orang, ppid: Orang
) -> None:
    one = in_doubt(house, layanan, atasan, ppid)
    assert says(ppid, one, "nihil", alasan="").status_code == 422
    penyiap = officer(house, "lain", "petugas")
    assert says(penyiap, one, "nihil", alasan="Contoh").status_code in (403, 404)

    assert says(ppid, one, "nihil", alasan="Tidak ada di layanan itu.").status_code == 303

    assert signs(house, atasan, one).status_code == 303
    assert now(house, one).keadaan == DITANDATANGANI


def test_two_who_look_into_it_at_once_do_not_both_say_how_it_was(
    house: RealHouse, layanan: Tiruan, atasan: Orang, ppid: Orang
) -> None:
    one = in_doubt(house, layanan, atasan, ppid)
    at = f"/naskah/{one.id}/periksa-ttd"
    old = {"csrf": atasan.csrf, "sidik": seen_sidik(atasan, at), "alasan": "Contoh"}
    assert says(ppid, one, "nihil", alasan="Tidak ada.").status_code == 303
    assert atasan.client.post(f"{at}/nihil", data=old).status_code == 404


def test_version_1_hands_out_once_more_what_it_signed(
    house: RealHouse, layanan: Tiruan, atasan: Orang, ppid: Orang
) -> None:
    if not house.esign.hands_out:
        return
    one = approved(house, ppid)
    layanan.tingkah = "terputus"  # the head came, and with it the id
    assert signs(house, atasan, one).status_code == 502
    layanan.tingkah = ""
    assert "Ambil dari layanan BSrE" in ppid.client.get(f"/naskah/{one.id}/periksa-ttd").text

    done = says(ppid, one, "ambil")

    assert done.location == f"/naskah/{one.id}?kabar=periksa-ttd"
    assert now(house, one).keadaan == DITANDATANGANI
    assert layanan.ditandatangani == 1
