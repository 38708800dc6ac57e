"""A sender that is killed at any request leaves one data set and one file of each format."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from service.acts.edisi.dorong_kirim import push
from service.adapters.dorong import Situs
from service.adapters.ledger.ledger import SqlLedger
from tests.ckan_tiruan import CkanTiruan
from tests.edisi import KantorEdisi, kantor_edisi
from tests.kantor import Kantor
from tests.situs_tiruan import SABAR, opened
from tests.terbitan import publisher

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
DIP = "berkas-dinas-contoh-dip"
BENTUK = {"xlsx", "csv", "json", "jsonld", "ttl"}


@pytest.fixture
def kantor(buku_induk: SqlLedger, tmp_path: Path) -> Kantor:
    return Kantor(buku_induk, tmp_path)


@pytest.fixture
def ckan(kantor: Kantor) -> Iterator[CkanTiruan]:
    with opened(kantor.home, CkanTiruan) as situs:
        yield situs


@pytest.fixture
def it(kantor: Kantor, ckan: CkanTiruan) -> KantorEdisi:
    kantor.clock.at = SENIN
    it = kantor_edisi(kantor)
    penerbit = publisher(kantor.home, kantor.url)
    kantor.penerbit = penerbit
    kantor.store_publik = penerbit.toko.terbuka
    kantor.outlets = Situs([ckan.tujuan()], kantor.home / "dorong", SABAR)
    it.piece("keuangan")
    it.public()
    return it


def killed_at(it: KantorEdisi, ckan: CkanTiruan, nth: int) -> bool:
    """A sender of its own, killed when its nth request was carried out and not yet answered."""
    many = 0

    def strike(_: str) -> None:
        nonlocal many
        many += 1
        if many == nth:
            os.kill(sender, signal.SIGKILL)

    it.kantor.ledger.engine.dispose()
    sender = os.fork()
    if sender == 0:
        try:
            push(it.kantor, "portal")
        finally:
            os._exit(0)
    ckan.lewat = strike
    _, how = os.waitpid(sender, 0)
    ckan.lewat = None
    return os.WIFSIGNALED(how)


LAIN = [pytest.param(n, marks=pytest.mark.panjang) for n in (1, 3, 5, 6, 7, 8)]


@pytest.mark.parametrize("nth", [2, 4, *LAIN])
def test_who_was_killed_at_a_request_is_followed_by_one_who_makes_it_whole(
    it: KantorEdisi, ckan: CkanTiruan, nth: int
) -> None:
    assert killed_at(it, ckan, nth)

    push(it.kantor, "portal")

    assert list(ckan.himpunan) == [DIP]
    assert set(ckan.files(DIP)) == BENTUK
    assert ckan.count("package_create") == 1
    assert ckan.count("resource_create") == len(BENTUK)
