"""Who acts for an official is printed so, proved so, and told to the public so."""

from __future__ import annotations

import re
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from service.acts.naskah import fill, submit
from service.acts.naskah.approve import approve
from service.acts.naskah.tempat_ttd import places
from service.acts.orang.peran import Penugasan, give
from service.acts.ttd import kunci, tandatangani
from service.acts.ttd.tandatangani import Diminta
from service.domain.frasa_sandi import FrasaSandi
from service.domain.naskah import Naskah
from service.domain.orang import PLH, PLT
from service.domain.ruas import PETUGAS
from service.domain.tempat_ttd import ELEKTRONIK
from service.domain.wewenang import Hadir
from service.house import RealHouse
from service.publik.app import create_app
from tests.office import INSTANSI, at_desk, today, work
from tests.pki import FRASA, Pki
from tests.web.bertanda import trusting
from tests.web.naskah_web import now, perkara
from tests.web.rumah_web import officer, operator, with_password
from tests.web.test_publik_naskah import brings, place, whole

JENIS = "surat_tugas"
NAMA, JABATAN = "Contoh Pengganti, M.Si.", "Kepala Biro Hubungan Masyarakat"
TETAP = 'jabatan        = "Kepala Biro Hubungan Masyarakat"\nunit           = "humas"\n'


def acting(house: RealHouse, packs: Path, sebagai: str) -> None:
    """The pack of the office says who acts for its head at this time."""
    now = today(house)
    toml = packs / INSTANSI / "instansi.toml"
    text = toml.read_text()
    assert TETAP in text
    if sebagai == "Plt.":  # only where the post is vacant
        gone = f"mulai = 2020-01-01\nsampai = {now - timedelta(days=40)}\n"
        text = text.replace(TETAP, TETAP + gone)
    days = f"mulai = {now - timedelta(days=3)}\nsampai = {now + timedelta(days=3)}\n"
    toml.write_text(
        f'{text}\n[[pejabat]]\nnama = "Contoh Pengganti"\ngelar_belakang = "M.Si."\n'
        f'jabatan = "{JABATAN}"\nsebagai = "{sebagai}"\ndasar = "SP-1/CONTOH/2026"\n{days}'
    )


def signed(house: RealHouse, pki: Pki, who: Hadir) -> Naskah:
    penyiap = with_password(house, "penyiap", "petugas", "tim_sekretariat")
    kind = fill.pasangan(house, INSTANSI, JENIS)
    isian = {x.nama: x.contoh for x in kind.ruas if x.asal == PETUGAS}
    one = fill.fill(house, perkara(house).id, JENIS, isian, penyiap)
    work(house)
    submit.submit(house, one.id, penyiap)
    approve(house, one.id, with_password(house, "ppid", "ppid"), jalan=ELEKTRONIK)
    work(house)
    one = now(house, one)
    with FrasaSandi(FRASA) as frasa:
        key = kunci.add_file(house, who, pki.pkcs12("kepala"), "Kunci", frasa)
    with house.ledger.read() as reading:
        (at,) = places(reading, one)
    with FrasaSandi(FRASA) as frasa:
        tandatangani.sign(house, who, Diminta(one.id, one.versi, at.id, key.id), frasa)
    work(house)
    return now(house, one)


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


@pytest.mark.parametrize(("sebagai", "peran"), [("Plh.", PLH), ("Plt.", PLT)])
def test_who_acts_for_the_head_is_so_named_on_the_paper_at_its_proof_and_to_the_public(
    house: RealHouse, pki: Pki, tmp_path: Path, sebagai: str, peran: str
) -> None:
    trusting(house, pki, tmp_path)
    acting(house, tmp_path / "paket", sebagai)
    held = officer(house, "pengganti", "unit")
    now = today(house)
    told = Penugasan(INSTANSI, "", "ppid", now, now, peran, dasar="SP-1/CONTOH/2026")
    give(house, operator(house), held.hadir.orang.id, told)
    who = at_desk(house, held.hadir.orang.id)

    one = signed(house, pki, who)

    assert one.bertanda_tangan
    paper = tmp_path / "surat.pdf"
    paper.write_bytes(whole(house, one.bertanda_tangan))
    ran = subprocess.run(["pdftotext", str(paper), "-"], capture_output=True, text=True, check=True)
    printed = " ".join(ran.stdout.split())
    assert f"{sebagai} {JABATAN}" in printed
    assert NAMA in printed
    assert "Eddy" not in printed
    page = words(held.client.get(f"/naskah/{one.id}/bukti-ttd").text)
    assert f"Sebagai {sebagai} PPID" in page
    assert f"Tercetak pada naskah {sebagai} {JABATAN}: {NAMA}" in page
    publik = create_app(place(house)).test_client()
    for answer in (publik.get(f"/v/{one.token}"), brings(publik, paper.read_bytes())):
        public = words(answer.text)
        assert f"Penanda tangan {sebagai} {JABATAN}: {NAMA}. Elektronik di halaman Berkas" in public
        assert one.nomor in public
        assert "Surat tugas" in public
