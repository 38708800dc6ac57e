"""Papers are signed with keys of the office, and stand on their own feet afterwards."""

from __future__ import annotations

import json
import os
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter

from service.adapters.clock import SystemClock
from service.adapters.signing.kunci import (
    FrasaSalah,
    KunciRusak,
    KunciTidakAda,
    SertifikatTidakBerlaku,
)
from service.adapters.signing.layanan import Layanan
from service.adapters.signing.pades import (
    NaskahTidakTerbuka,
    PadesSigner,
    SertifikatDitolak,
    TempatTidakAda,
)
from service.domain.frasa_sandi import FrasaSandi
from service.domain.refusals import Refusal, Unavailable
from service.ports.signing import CaraTanda, KolomTanda, KunciFile, Penandatangan
from tests import verapdf
from tests.lingkar import apart
from tests.pki import BARU, BISU, FRASA, served
from tests.servers import free_port
from tests.tanda import KOLOM, Kantor

TST = "tst_info"


def test_two_sign_in_order_and_both_are_taken_as_they_are(
    kantor: Kantor, naskah: Path, satu: Path, dua: Path
) -> None:
    first = kantor.judged(naskah, satu, "sekretaris")
    second = kantor.judged(satu, dua, "kepala")
    both = kantor.judged(naskah, dua, "sekretaris", "kepala")

    assert [one.diterima for one in (first, second, both)] == [True] * 3, (first, second, both)
    assert "Contoh Kepala menandatangani" in second.ditemukan[0]
    assert "menurut cap waktu" in second.ditemukan[0]


def test_who_asks_may_be_run_by_a_loop_of_its_own(kantor: Kantor, naskah: Path) -> None:
    async def asked() -> Path:
        return kantor.sign(naskah, "sekretaris")[0]

    assert kantor.judged(naskah, apart(asked()), "sekretaris").diterima


def test_what_was_sent_stands_unchanged_at_the_beginning(
    naskah: Path, satu: Path, dua: Path
) -> None:
    assert satu.read_bytes().startswith(naskah.read_bytes())
    assert dua.read_bytes().startswith(satu.read_bytes())


def test_the_first_signature_allows_further_ones_and_nothing_else(satu: Path) -> None:
    with satu.open("rb") as file:
        paper = PdfFileReader(file)
        said = paper.root["/Perms"]["/DocMDP"]["/Reference"][0]["/TransformParams"]
        places = {one["/T"]: one.get("/V") for one in _fields(paper)}

        assert said["/P"] == 2
        assert places["sekretaris"] is not None
        assert places["kepala"] is None


def _fields(paper: PdfFileReader) -> list[object]:
    return [one.get_object() for one in paper.root["/AcroForm"]["/Fields"]]


@pytest.mark.parametrize("tingkat", ["B-B", "B-T", "B-LTA"])
def test_a_signature_proves_itself_as_far_as_services_are_set(
    kantor: Kantor, naskah: Path, tingkat: str
) -> None:
    out, made = kantor.sign(naskah, "kepala", tingkat)

    judged = kantor.judged(naskah, out, "kepala", crl=kantor.pki.crl())
    assert made.tingkat == tingkat
    assert judged.diterima, judged.ditemukan
    with out.open("rb") as file:
        paper = PdfFileReader(file)
        stamps = len(paper.embedded_timestamp_signatures)
        assert ("/DSS" in paper.root, stamps) == ((True, 1) if tingkat == "B-LTA" else (False, 0))


def test_a_signature_that_is_not_seen_is_one_too(kantor: Kantor, naskah: Path) -> None:
    unseen = (KolomTanda("lain"),)
    out, _ = kantor.sign(naskah, "lain", kolom=unseen, alamat="")

    assert kantor.judged(naskah, out, "lain").diterima
    if naskah.stem == "siap":  # what is not seen, a screen reader need not meet
        assert set(verapdf.broken([out], "2b", "ua1").values()) == {""}


def test_a_paper_stays_an_archives_and_a_screen_readers_after_one_signature_and_after_two(
    naskah: Path, satu: Path, dua: Path
) -> None:
    # Where the places were made by who signed, a screen reader is told of none.
    also = ("ua1",) if naskah.stem == "siap" else ()

    assert set(verapdf.broken([naskah, satu, dua], "2b", *also).values()) == {""}


def test_signatures_hold_with_every_service_gone(tmp_path: Path, naskah: Path) -> None:
    with served(tmp_path) as pki:
        office = Kantor(pki, tmp_path)
        one, _ = office.sign(naskah, "sekretaris")
        two, _ = office.sign(one, "kepala")
    with pytest.raises(OSError):
        office.pki.crl()

    judged = office.judged(naskah, two, "sekretaris", "kepala")
    assert judged.diterima, judged.ditemukan


def test_another_program_finds_both_signatures_whole(dua: Path, tmp_path: Path) -> None:
    said = pdfsig(dua, tmp_path)

    assert said.count("Signature Validation: Signature is Valid.") == 2, said
    assert "Signer Certificate Common Name: Contoh Sekretaris" in said
    assert "Signer Certificate Common Name: Contoh Kepala" in said


def test_another_program_sees_one_changed_letter(dua: Path, tmp_path: Path) -> None:
    whole = bytearray(dua.read_bytes())
    whole[len(whole) // 3] ^= 1
    (tmp_path / "ubah.pdf").write_bytes(whole)

    assert "Digest Mismatch" in pdfsig(tmp_path / "ubah.pdf", tmp_path)


def pdfsig(pdf: Path, home: Path) -> str:
    """What poppler says of the signatures."""
    env = {**os.environ, "HOME": str(home)}
    ran = subprocess.run(
        ["pdfsig", "-no-ocsp", str(pdf)], capture_output=True, text=True, timeout=60, env=env
    )
    return ran.stdout + ran.stderr


@pytest.mark.parametrize(("akar", "trusted"), [("akar", True), ("akar_asing", False)])
def test_a_third_one_follows_each_certificate_to_the_root(
    kantor: Kantor, dua: Path, tmp_path: Path, akar: str, trusted: bool
) -> None:
    whole = dua.read_bytes()
    with dua.open("rb") as file:
        found = [
            (list(map(int, one.byte_range)), one.pkcs7_content)
            for one in PdfFileReader(file).embedded_regular_signatures
        ]
    for (start, first, again, second), cms in found:
        (tmp_path / "isi").write_bytes(whole[start:first] + whole[again : again + second])
        (tmp_path / "cms").write_bytes(cms)
        line = [
            "openssl",
            "cms",
            "-verify",
            "-binary",
            "-purpose",
            "any",
            "-inform",
            "DER",
            "-in",
            "cms",
            "-content",
            "isi",
        ]
        root = ["-CAfile", str(kantor.folder / f"{akar}.crt"), "-out", os.devnull]
        ran = subprocess.run([*line, *root], cwd=tmp_path, capture_output=True, timeout=60)

        assert (ran.returncode == 0) is trusted, ran.stderr
    assert len(found) == 2


def test_the_end_of_a_certificate_is_read_before_anything_is_signed(kantor: Kantor) -> None:
    signer = PadesSigner(Layanan(), SystemClock())
    with FrasaSandi(FRASA) as frasa:
        found = signer.certificate(key(kantor, "berakhir"), frasa)

    assert found.pemilik == "Contoh Berakhir"
    assert "sudah berakhir" in found.warning(SystemClock().now())
    assert "10 hari lagi" in found.warning(found.sampai - timedelta(days=10, hours=1))


def key(kantor: Kantor, who: str) -> Penandatangan:
    return Penandatangan(who, KunciFile(kantor.pki.pkcs12(who)))


@pytest.mark.parametrize(
    ("who", "refusal", "said"),
    [
        ("berakhir", SertifikatTidakBerlaku, "berakhir pada 01-01-2022"),
        ("nanti", SertifikatTidakBerlaku, "baru berlaku mulai 01-01-2045"),
        ("dicabut", SertifikatDitolak, "sudah dicabut"),
        ("mandiri", SertifikatDitolak, "tidak berujung pada sertifikat induk"),
        ("tiruan", SertifikatDitolak, "tidak berujung pada sertifikat induk"),
    ],
)
def test_a_certificate_that_would_not_stand_signs_nothing(
    kantor: Kantor, naskah: Path, who: str, refusal: type[Refusal], said: str
) -> None:
    before = set(kantor.folder.iterdir())
    with pytest.raises(refusal, match=said):
        kantor.sign(naskah, who, giliran="kepala")

    assert set(kantor.folder.iterdir()) == before
    assert not list(kantor.folder.glob(".tanda-*"))


def test_a_wrong_passphrase_is_said_and_nothing_written(
    kantor: Kantor, naskah: Path, tmp_path: Path
) -> None:
    signer = PadesSigner(kantor.layanan(), SystemClock())
    with FrasaSandi("frasa yang keliru") as frasa, pytest.raises(FrasaSalah, match="ketik ulang"):
        signer.sign(naskah, key(kantor, "kepala"), frasa, cara(), tmp_path / "hasil.pdf")

    assert list(tmp_path.iterdir()) == []


def cara(giliran: str = "kepala") -> CaraTanda:
    return CaraTanda(KOLOM, giliran)


def test_a_key_that_is_missing_or_broken_is_said_apart(kantor: Kantor, tmp_path: Path) -> None:
    (tmp_path / "rusak.p12").write_bytes(b"bukan kunci")
    signer = PadesSigner(Layanan(), SystemClock())

    with FrasaSandi(FRASA) as frasa:
        with pytest.raises(KunciTidakAda, match="tidak ditemukan"):
            signer.certificate(Penandatangan("A", KunciFile(tmp_path / "tiada.p12")), frasa)
        with pytest.raises(KunciRusak, match="rusak"):
            signer.certificate(Penandatangan("A", KunciFile(tmp_path / "rusak.p12")), frasa)


def test_a_key_file_of_an_older_program_opens_too(kantor: Kantor, tmp_path: Path) -> None:
    line = ["openssl", "pkcs12", "-export", "-legacy", "-out", "lama.p12"]
    line += ["-inkey", str(kantor.folder / "kepala.pem"), "-in", str(kantor.folder / "kepala.crt")]
    line += ["-passout", f"pass:{FRASA}"]
    subprocess.run(line, cwd=tmp_path, check=True, capture_output=True, timeout=30)

    signer = PadesSigner(Layanan(), SystemClock())
    with FrasaSandi(FRASA) as frasa:
        found = signer.certificate(Penandatangan("A", KunciFile(tmp_path / "lama.p12")), frasa)

    assert found.sidik == kantor.pki.sidik("kepala")


def test_nobody_signs_twice_or_where_no_place_was_made_for_them(kantor: Kantor, satu: Path) -> None:
    for giliran in ("sekretaris", "bendahara"):
        with pytest.raises(TempatTidakAda):
            kantor.sign(satu, "kepala", giliran=giliran)


def test_what_is_no_pdf_is_not_signed(kantor: Kantor, tmp_path: Path) -> None:
    (tmp_path / "rusak.pdf").write_bytes(b"%PDF-1.7\nsetengah")

    with pytest.raises(NaskahTidakTerbuka):
        kantor.sign(tmp_path / "rusak.pdf", "kepala")


def test_without_the_time_stamp_that_is_set_nothing_is_signed(
    kantor: Kantor, naskah: Path, tmp_path: Path
) -> None:
    away = Layanan(f"http://127.0.0.1:{free_port()}/tsa")
    with FrasaSandi(FRASA) as frasa, pytest.raises(Unavailable, match="cap waktu") as told:
        PadesSigner(away, SystemClock()).sign(
            naskah, key(kantor, "kepala"), frasa, cara(), tmp_path / "hasil.pdf"
        )

    assert not told.value.permanent
    assert list(tmp_path.iterdir()) == []


def test_without_word_of_what_was_withdrawn_nothing_is_signed(
    kantor: Kantor, naskah: Path, tmp_path: Path
) -> None:
    quiet = kantor.folder / BISU
    quiet.touch()
    try:
        with FrasaSandi(FRASA) as frasa, pytest.raises(Unavailable, match="dicabut") as told:
            PadesSigner(kantor.layanan(), SystemClock()).sign(
                naskah, key(kantor, "kepala"), frasa, cara(), tmp_path / "hasil.pdf"
            )
    finally:
        quiet.unlink()

    assert not told.value.permanent
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("tingkat", ["B-T", "B-LTA"])
def test_a_stamping_service_with_a_new_certificate_stamps_on(
    kantor: Kantor, naskah: Path, tingkat: str
) -> None:
    before, _ = kantor.sign(naskah, "sekretaris", tingkat)
    renewed = kantor.folder / BARU
    renewed.touch()
    try:
        after, _ = kantor.sign(before, "kepala", tingkat)
    finally:
        renewed.unlink()
    crl = kantor.pki.crl()

    assert kantor.judged(before, after, "kepala", crl=crl).diterima
    assert kantor.judged(naskah, after, "sekretaris", "kepala", crl=crl).diterima
    assert stamped_by(before) == {kantor.pki.sidik("tsa")}
    assert stamped_by(after) == {kantor.pki.sidik("tsa"), kantor.pki.sidik("tsa_baru")}


def stamped_by(pdf: Path) -> set[str]:
    """The certificates of the stamps in a paper."""
    with pdf.open("rb") as file:
        each = [one.signed_data for one in PdfFileReader(file).embedded_signatures]
        infos = [one["signer_infos"][0] for one in each]
        inner = [one for told in infos for one in extract_tst_data_iter(told, signed=False)]
    own = [one for one in each if one["encap_content_info"]["content_type"].native == TST]
    return {cert.chosen.sha256.hex() for one in inner + own for cert in one["certificates"]}


def test_the_proofs_of_a_signature_lie_in_the_paper(dua: Path) -> None:
    with dua.open("rb") as file:
        dss = DocumentSecurityStore.read_dss(PdfFileReader(file))

        assert len(dss.ocsps) >= 2
        assert len(dss.crls) >= 1


def test_a_passphrase_stands_in_no_fault_and_no_trace(kantor: Kantor, naskah: Path) -> None:
    salah = "rahasia sekali 99"
    with FrasaSandi(salah) as frasa, pytest.raises(FrasaSalah) as told:
        PadesSigner(Layanan(), SystemClock()).sign(
            naskah, key(kantor, "kepala"), frasa, cara(), kantor.folder / "hasil.pdf"
        )

    chain: list[BaseException | None] = [told.value, told.value.__cause__, told.value.__context__]
    assert salah not in json.dumps([repr(one) for one in chain])
