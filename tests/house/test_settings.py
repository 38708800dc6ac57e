"""Settings are read once; every problem is said at once, and none is guessed around."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from service.config import CODE, Settings, SettingsError


def problems(**env: str) -> list[str]:
    with pytest.raises(SettingsError) as wrong:
        Settings.from_env(env)
    return wrong.value.problems


def test_the_folder_for_another_web_server_is_never_one_of_our_own(tmp_path: Path) -> None:
    home = tmp_path / "rumah"
    for where in (home, home / "terbuka" / "situs", tmp_path):
        [problem] = problems(BERKAS_HOME=str(home), BERKAS_FOLDER_PUBLIK=str(where))
        assert problem.startswith("BERKAS_FOLDER_PUBLIK: ")
    fine = {"BERKAS_HOME": str(home), "BERKAS_FOLDER_PUBLIK": str(tmp_path / "situs")}
    assert Settings.from_env(fine).folder_publik == tmp_path / "situs"


def test_the_keys_of_other_sites_stand_in_a_file_that_nobody_else_reads(tmp_path: Path) -> None:
    file = tmp_path / "situs.toml"
    file.write_text('[portal]\njenis = "ckan"\nkunci = "sandi-rahasia"\n')
    assert "chmod 600" in problems(BERKAS_DORONG=str(file))[0]
    file.chmod(0o600)
    [told] = problems(BERKAS_DORONG=str(file))
    assert told.startswith("BERKAS_DORONG: [portal] instansi")
    assert "sandi-rahasia" not in told
    file.write_bytes(b"\xff\xfe")
    assert "bukan teks UTF-8" in problems(BERKAS_DORONG=str(file))[0]
    assert Settings.from_env({}).dorong == ()


def test_nothing_set_is_a_house_in_the_folder_var() -> None:
    settings = Settings.from_env({})

    assert settings.home == CODE / "var"
    assert settings.ledger == f"sqlite:///{CODE}/var/berkas.db"
    assert settings.redis_url.startswith("unix:///tmp/berkas-")
    assert not settings.lan


def test_every_problem_is_said_at_once() -> None:
    told = problems(
        BERKAS_LEDGER="mysql://di/sana",
        BERKAS_PORT="delapan puluh",
        BERKAS_REDIS="localhost",
        BERKAS_PEKERJA="meja=banyak",
        BERKAS_JEDA="satu menit",
        BERKAS_URL="ppid.contoh.go.id",
        BERKAS_SALAH_EJA="ya",
    )

    assert len(told) == 7
    assert [one.split(":")[0] for one in told[:2]] == ["BERKAS_LEDGER", "BERKAS_REDIS"]
    assert all(one.endswith(".") for one in told)


def test_a_lane_that_a_setting_of_before_does_not_name_has_one_worker() -> None:
    settings = Settings.from_env({"BERKAS_PEKERJA": "meja=3,naskah=2,berat=1"})

    assert dict(settings.pekerja) == {"meja": 3, "naskah": 2, "berat": 1, "pelan": 1}


def test_the_command_says_them_and_ends_with_2() -> None:
    env = {**os.environ, "BERKAS_PORT": "0", "BERKAS_SEWA": "lama"}
    done = subprocess.run(
        [sys.executable, "-m", "service.cli", "status"],
        cwd=CODE,
        env=env,
        text=True,
        capture_output=True,
        check=False,
    )

    assert done.returncode == 2
    assert done.stderr.count("BERKAS_") == 2
    assert "Traceback" not in done.stderr


def test_an_inbox_inside_the_code_is_refused() -> None:
    assert "di dalam kode program" in problems(BERKAS_INBOX=str(CODE / "service"))[0]
    assert "di dalam kode program" in problems(BERKAS_HOME=str(CODE))[0]


def test_a_secret_may_stand_in_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "alamat"
    secret.write_text("postgresql://berkas:rahasia@127.0.0.1/berkas\n")

    settings = Settings.from_env({"BERKAS_LEDGER_FILE": str(secret)})

    assert settings.ledger == "postgresql+psycopg://berkas:rahasia@127.0.0.1/berkas"


def test_a_problem_never_repeats_a_secret(tmp_path: Path) -> None:
    told = problems(BERKAS_LEDGER="mysql://berkas:sandi-rahasia@di/sana")

    assert "sandi-rahasia" not in " ".join(told)


def test_the_server_that_takes_our_letters_is_one_address_with_its_sender(tmp_path: Path) -> None:
    secret = tmp_path / "smtp"
    secret.write_text("smtp://pos:jeruk%40nipis@surel.contoh.go.id?dari=ppid@contoh.go.id\n")

    pos = Settings.from_env({"BERKAS_SMTP_FILE": str(secret)}).smtp

    assert pos
    assert (pos.mesin, pos.port, pos.tls) == ("surel.contoh.go.id", 587, False)
    assert (pos.nama, pos.sandi, pos.dari) == ("pos", "jeruk@nipis", "ppid@contoh.go.id")
    assert "nipis" not in repr(pos)
    assert Settings.from_env({}).smtp is None
    tls = Settings.from_env({"BERKAS_SMTP": "smtps://surel.contoh.go.id?dari=ppid@contoh.go.id"})
    assert tls.smtp
    assert (tls.smtp.port, tls.smtp.tls, tls.smtp.nama) == (465, True, "")


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("http://mesin?dari=ppid@contoh.go.id", "smtp://nama:sandi@mesin:587"),
        ("smtp://pos:nipis@mesin", "?dari="),
        ("smtp://pos:nipis@mesin?dari=ppid", "?dari="),
        ("smtp://pos:nipis@mesin?dari=a@contoh.go.id%0d%0aBcc:b@contoh.go.id", "?dari="),
        ("smtp://pos:nipis@mesin:99999?dari=ppid@contoh.go.id", "port"),
        ("smtp://pos@mesin?dari=ppid@contoh.go.id", "dua-duanya"),
        ("smtp://pos:nipis@mesin?dari=ppid@contoh.go.id&ca=/tidak/ada", "sertifikat"),
        ("smtp://pos:nipis@mesin?dari=ppid@contoh.go.id&kunci=1", "'kunci' tidak dikenal"),
    ],
)
def test_half_an_address_for_our_letters_is_refused_and_not_repeated(
    address: str, told: str
) -> None:
    [problem] = problems(BERKAS_SMTP=address)

    assert problem.startswith("BERKAS_SMTP: ")
    assert told in problem
    assert "nipis" not in problem


def test_a_key_that_others_can_read_is_refused(tmp_path: Path) -> None:
    key = tmp_path / "kunci"
    key.write_bytes(os.urandom(32))
    key.chmod(0o644)
    assert "chmod 600" in problems(BERKAS_KEY_FILE=str(key))[0]

    key.chmod(0o600)
    assert Settings.from_env({"BERKAS_KEY_FILE": str(key)}).key_file == key


def test_half_a_certificate_is_refused(tmp_path: Path) -> None:
    cert = tmp_path / "kantor.crt"
    cert.write_text("contoh")

    assert "dua-duanya" in problems(BERKAS_TLS_CERT=str(cert))[0]


def test_the_socket_folder_is_short_however_long_the_home_is() -> None:
    settings = Settings.from_env({"BERKAS_HOME": "/tmp/" + "panjang/" * 20})

    assert len(str(settings.runtime / "valkey.sock")) < 60


def test_two_homes_never_share_a_socket() -> None:
    one, other = (Settings.from_env({"BERKAS_HOME": f"/tmp/rumah{n}"}) for n in (1, 2))

    assert one.runtime != other.runtime


def test_the_signing_service_is_an_address_and_a_file_with_our_account(tmp_path: Path) -> None:
    akun = tmp_path / "bsre"
    akun.write_text("berkas:salak: pondoh\n")
    akun.chmod(0o600)
    env = {"BERKAS_BSRE": "https://esign.contoh.go.id?versi=1", "BERKAS_BSRE_AKUN": str(akun)}

    bsre = Settings.from_env(env).bsre

    assert bsre
    assert (bsre.versi, bsre.sambungan.mesin) == (1, "esign.contoh.go.id")
    assert "salak" not in repr(Settings.from_env(env))
    assert Settings.from_env({}).bsre is None
    for half in env:
        assert "dua-duanya" in problems(**{half: env[half]})[0]
    assert problems(**env | {"BERKAS_BSRE": "https://esign.contoh.go.id"})[0].startswith(
        "BERKAS_BSRE: "
    )
    akun.chmod(0o644)
    assert "chmod 600" in " ".join(problems(**env))
    akun.chmod(0o600)
    akun.write_text("salak pondoh")
    told = problems(**env)
    assert "salak" not in " ".join(told)


def test_what_the_disk_refuses_is_said_in_the_words_of_the_office(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut = tmp_path / "rumah" / "tertutup"

    def no(path: Path, **_: object) -> bool:
        if path == shut:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return False

    monkeypatch.setattr(Path, "exists", no)  # root, who may run this, is refused nothing

    [one] = problems(BERKAS_HOME=str(tmp_path / "rumah"))
    assert one == f"BERKAS_STORE: {shut} tidak boleh dibaca atau ditulis oleh akun ini."


def test_a_secret_whose_file_is_not_there_or_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "biner").write_bytes(b"\xff\xfe")

    [lost] = problems(BERKAS_LEDGER_FILE=str(tmp_path / "tiada"))
    [strange] = problems(BERKAS_LEDGER_FILE=str(tmp_path / "biner"))
    assert lost == f"BERKAS_LEDGER: file {tmp_path}/tiada tidak ada."
    assert strange == f"BERKAS_LEDGER: file {tmp_path}/biner bukan teks UTF-8."
