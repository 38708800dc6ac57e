"""The sites of a house are those of its settings."""

from __future__ import annotations

from pathlib import Path

from service import house as houses
from service.config import Settings
from tests.domain.edisi.test_tujuan import told


def test_a_house_has_the_sites_that_its_settings_name(tmp_path: Path) -> None:
    file = tmp_path / "situs.toml"
    file.write_text(told())
    file.chmod(0o600)
    env = {"BERKAS_HOME": str(tmp_path / "rumah"), "BERKAS_DORONG": str(file)}
    house = houses.build(Settings.from_env(env), lasting=False)

    assert [*house.outlets.all] == ["portal"]
    house.close()
