"""What no waiting will mend is said before anything runs."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from service import house as houses
from service.config import CODE, Settings
from service.domain.refusals import Refusal, Unavailable


def settings(tmp_path: Path, **more: str) -> Settings:
    env = {
        "BERKAS_HOME": str(tmp_path / "rumah"),
        "BERKAS_INBOX": str(tmp_path / "inbox"),
        **more,
    }
    found = Settings.from_env(env)
    houses.migrate(found)
    return found


def key(tmp_path: Path, name: str) -> str:
    path = tmp_path / name
    path.write_bytes(os.urandom(32))
    path.chmod(0o600)
    return str(path)


def test_a_house_in_order_is_ready_again_and_again(tmp_path: Path) -> None:
    chosen = settings(tmp_path, BERKAS_KEY_FILE=key(tmp_path, "kunci"))

    houses.ready(chosen)
    houses.ready(chosen)


def test_a_store_made_with_another_key_is_refused(tmp_path: Path) -> None:
    houses.ready(settings(tmp_path, BERKAS_KEY_FILE=key(tmp_path, "kunci")))

    with pytest.raises((Refusal, Unavailable), match="bukan kunci penyimpanan"):
        houses.ready(settings(tmp_path, BERKAS_KEY_FILE=key(tmp_path, "lain")))


def test_a_store_made_with_a_key_is_refused_without_one(tmp_path: Path) -> None:
    houses.ready(settings(tmp_path, BERKAS_KEY_FILE=key(tmp_path, "kunci")))

    with pytest.raises((Refusal, Unavailable), match="BERKAS_KEY_FILE"):
        houses.ready(settings(tmp_path))


def test_packs_that_others_may_write_are_refused(tmp_path: Path) -> None:
    packs = tmp_path / "paket"
    shutil.copytree(CODE / "templates_docx", packs)
    (packs / "kota_kupang" / "instansi.toml").chmod(0o666)

    with pytest.raises(Refusal, match="chmod"):
        houses.ready(settings(tmp_path, BERKAS_PACKS=str(packs)))
