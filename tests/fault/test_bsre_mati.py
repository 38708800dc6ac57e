"""kill -9 between sending a paper to BSrE and keeping it: one request, and a person looks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.acts.ttd import kunci as kunci_ttd
from service.acts.ttd import layanan as ttd_layanan
from service.adapters.bsre import BsreService
from service.adapters.signing.layanan import Layanan
from service.adapters.signing.pades import PadesSigner
from service.adapters.signing.pilih import SignerByKey
from service.config import CODE
from service.domain import tempat_ttd as t
from service.domain.esign.layanan import LayananBsre
from service.domain.naskah import DIKIRIM
from service.domain.tolakan_ttd import MasihDicek, SedangDitandatangani
from service.house import RealHouse
from tests.acts.kantor_ttd import Kantor
from tests.acts.test_ttd_layanan import later
from tests.bsre_tiruan import NAMA, NIK, PASSPHRASE, SANDI, Tiruan, tiruan
from tests.conftest import new_sqlite
from tests.office import open_house, rule, work
from tests.pki import Pki
from tests.servers import until


@pytest.fixture
def layanan(tmp_path: Path) -> Iterator[Tiruan]:
    with tiruan(tmp_path) as one:
        yield one


@pytest.fixture
def house(tmp_path: Path, layanan: Tiruan) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        esign = BsreService(LayananBsre(1, layanan.sambungan()))
        here = PadesSigner(Layanan(), whole.clock)
        whole.opened.update({"esign": esign, "signer": SignerByKey(here, esign, whole.clock)})
        rule(whole)
        yield whole


def settings_of(house: RealHouse, layanan: Tiruan, folder: Path) -> dict[str, str]:
    akun = folder / "akun"
    akun.write_text(f"{NAMA}:{SANDI}\n")
    akun.chmod(0o600)
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("BERKAS_")},
        "BERKAS_HOME": str(house.settings.home),
        "BERKAS_INBOX": str(house.settings.inbox),
        "BERKAS_LEDGER": house.settings.ledger,
        "BERKAS_BSRE": f"https://localhost:{layanan.port}?versi=1&ca={layanan.ca}",
        "BERKAS_BSRE_AKUN": str(akun),
        "PYTHONPATH": str(CODE),
    }


def test_who_is_killed_after_sending_leaves_a_doubt_and_is_not_sent_again(
    house: RealHouse, layanan: Tiruan, pki: Pki, tmp_path: Path
) -> None:
    kantor = Kantor(house, pki)
    kantor.kunci["ppid"] = kunci_ttd.add_bsre(house, kantor.orang["ppid"], NIK)
    asked = vars(kantor.asked("ppid", 0))
    layanan.tingkah = "terlambat"  # it signs, and answers some seconds later
    line = [sys.executable, "-m", "tests.fault.penanda_bsre"]
    env = settings_of(house, layanan, tmp_path)
    with subprocess.Popen(line, cwd=CODE, env=env, stdin=subprocess.PIPE, text=True) as signer:
        assert signer.stdin
        told = {**asked, "orang": kantor.orang["ppid"].orang.id, "frasa": PASSPHRASE}
        json.dump(told, signer.stdin)
        signer.stdin.close()
        until(lambda: layanan.ditandatangani == 1, 60, "the service signs")
        seen = Path(f"/proc/{signer.pid}/cmdline").read_bytes()
        seen += Path(f"/proc/{signer.pid}/environ").read_bytes()
        signer.kill()
    for word in (PASSPHRASE, NIK, SANDI):
        assert word.encode() not in seen

    assert kantor.place(0).penyewa
    with pytest.raises(SedangDitandatangani):
        kantor.sign("ppid", 0, PASSPHRASE)
    after = later(house)
    assert t.hangs(kantor.place(0), after.clock.now())
    work(house)
    ttd_layanan.expired(after, kantor.place(0).id)

    assert kantor.place(0).keadaan == t.PERLU_DICEK
    assert kantor.naskah.keadaan == DIKIRIM
    with pytest.raises(MasihDicek):
        kantor.sign("ppid", 0, PASSPHRASE)
    assert layanan.ditandatangani == 1
    assert sum(one.endswith("/sign/pdf") for one in layanan.diminta) == 1
