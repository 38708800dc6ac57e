"""Files that are published into S3 are given to the public by a process that has no network."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from service import house as houses
from service.config import Settings
from service.publik import box
from service.publik.daftar.statis import export
from tests.adapters import s3
from tests.terbitan import BADAN, edition, kept, kode, line
from tests.web.publik import a_home, running

ISI = b"%PDF contoh di S3"


def test_a_published_file_is_fetched_and_is_gone_for_the_public_and_in_s3_once_it_is_withheld(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in s3.ENV.items():
        monkeypatch.setenv(name, value)
    env = a_home(tmp_path, BERKAS_STORE_PUBLIK=s3.address(f"publik/{os.urandom(6).hex()}"))
    settings = Settings.from_env(env)
    house = houses.build(settings)
    file = kept(house.penerbit, ISI)
    rows = [line(0), line(1)]
    house.penerbit.put(BADAN, [edition(rows, file={kode(0): file})])

    with running(env) as publik:
        assert publik.get(f"/dip/{kode(0)}/laporan.pdf").body == ISI
        listed = publik.get(f"/dip/edisi/{BADAN.kode}/2026/1/dip-dinas_contoh-2026-1.csv")
        assert (listed.code, kode(0).encode() in listed.body) == (200, True)
        environ = Path(f"/proc/{publik.process.pid}/environ").read_bytes()
        assert s3.ENV["AWS_SECRET_ACCESS_KEY"].encode() not in environ

        assert export(tmp_path / "situs", box.daftar(settings), settings.terbuka) == 2
        assert (tmp_path / "situs" / "dip" / kode(0) / "laporan.pdf").read_bytes() == ISI

        house.penerbit.put(BADAN, [edition([line(1)])])
        assert publik.get(f"/dip/{kode(0)}/laporan.pdf").code == 404
        assert not house.store_publik.has(file.sha256)
        assert file.sha256 not in [*house.store_publik.names()]

    for lost in settings.terbuka.glob("[0-9a-f]*/*"):
        lost.unlink()
    house.penerbit.put(BADAN, [edition([line(1)])])
    assert all(house.store_publik.at(x) for x in house.penerbit.files())
    house.close()
