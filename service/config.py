"""The settings: read once from the environment, every problem said at once."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from service.domain.batas import Batas
from service.domain.edisi.alamat_periksa import PERIKSA, SEMUA
from service.domain.edisi.tujuan import Tujuan, targets
from service.domain.esign.layanan import Akun, LayananBsre, account, service
from service.domain.mapan import Kotak
from service.domain.pekerjaan import JALUR
from service.domain.sebab_disk import why
from service.domain.surel import KotakSurat, mailbox
from service.domain.surel_kirim import Pengirim, sender

V = TypeVar("V")
CODE = Path(__file__).resolve().parent.parent


class SettingsError(Exception):
    """Settings that cannot stand; one sentence each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class Settings:
    """All that can be chosen, once, at start."""

    home: Path
    ledger: str
    redis: str  # empty: the embedded Valkey
    store: str
    store_publik: str
    publik: str
    publik_nik: bool  # the public form asks for the NIK
    folder_publik: Path | None  # the public lists for another web server; None: nowhere
    kait_kantor: tuple[str, ...]  # machines of the office itself that webhooks may reach
    dorong: tuple[Tujuan, ...]  # other sites that are given the public lists; empty: none
    periksa_alamat: str  # which addresses of the public lists are looked at
    inbox: Path
    batas: Batas
    kotak: Kotak
    clamd: str  # empty: nothing looks for viruses
    imap: tuple[KotakSurat, ...]  # empty: no mailbox
    smtp: Pengirim | None  # None: reminders stand on the pages alone
    tsa: str  # empty: signatures carry no time stamp
    akar: Path | None  # the roots that signatures are trusted by
    pkcs11: Path | None  # the driver of tokens and cards
    bsre: LayananBsre | None  # None: nobody's key is kept at BSrE
    packs: Path
    key_file: Path | None
    url: str
    bind: str
    port: int
    port_publik: int
    tls_cert: Path | None
    tls_key: Path | None
    pekerja: tuple[tuple[str, int], ...]
    jeda: tuple[timedelta, ...]
    sewa: timedelta
    sesi: timedelta
    fixity: timedelta
    cadangan: Path | None  # where a backup is put every night; None: none is made
    cadangan_sandi: str  # empty: nightly backups are not locked
    contoh: str  # empty: a real home; else what opens the door of a home of samples

    @property
    def ledger_stands(self) -> bool:
        """Whether there is a ledger to be opened; one on a server is taken to stand."""
        scheme, _, path = self.ledger.partition(":///")
        return not scheme.startswith("sqlite") or Path(path).exists()

    @classmethod
    def from_env(cls, env: Mapping[str, str] | None = None) -> Settings:
        """The settings, or SettingsError with every problem found."""
        ask = _Asker(os.environ if env is None else env)
        home = ask("BERKAS_HOME", _folder, str(CODE / "var"))
        home = home or CODE / "var"
        inbox = ask("BERKAS_INBOX", _folder, str(CODE / "inbox")) or CODE / "inbox"
        cadangan = ask("BERKAS_CADANGAN", _folder, None)
        for name, value in (
            ("BERKAS_HOME", home),
            ("BERKAS_INBOX", inbox),
            ("BERKAS_CADANGAN", cadangan),
        ):
            if value and _inside_code(value):
                ask.problems.append(
                    f"{name}: {value} terletak di dalam kode program. "
                    "Pilih folder di luarnya, atau biarkan kosong."
                )
        settings = cls(
            home=home,
            ledger=ask("BERKAS_LEDGER", _ledger, f"sqlite:///{home}/berkas.db") or "",
            redis=ask("BERKAS_REDIS", _redis, "") or "",
            store=ask("BERKAS_STORE", _store, str(home / "tertutup")) or "",
            store_publik=ask("BERKAS_STORE_PUBLIK", _store, str(home / "terbuka")) or "",
            publik=ask("BERKAS_PUBLIK", _ledger, f"sqlite:///{home}/publik/terbit/publik.db") or "",
            publik_nik=bool(ask("BERKAS_PUBLIK_NIK", _ya, "tidak")),
            folder_publik=ask("BERKAS_FOLDER_PUBLIK", _folder, None),
            kait_kantor=ask("BERKAS_KAIT_KANTOR", _hosts, "") or (),
            dorong=ask("BERKAS_DORONG", _tujuan, None) or (),
            periksa_alamat=ask("BERKAS_PERIKSA_ALAMAT", _periksa, SEMUA) or SEMUA,
            inbox=inbox,
            batas=Batas(
                ukuran=1_000_000 * (ask("BERKAS_UKURAN_MB", _count, "2000") or 1),
                file=ask("BERKAS_FILE_SEKIRIMAN", _count, "200") or 1,
                halaman=ask("BERKAS_HALAMAN", _count, "10000") or 1,
                anggota=ask("BERKAS_ANGGOTA", _count, "5000") or 1,
                isi=1_000_000 * (ask("BERKAS_ISI_MB", _count, "2000") or 1),
            ),
            kotak=Kotak(
                mapan=(ask("BERKAS_MAPAN", _seconds, "2") or timedelta(seconds=2)).total_seconds(),
                tinjau=(
                    ask("BERKAS_TINJAU", _seconds, "2") or timedelta(seconds=2)
                ).total_seconds(),
                abaikan=ask("BERKAS_ABAIKAN", _globs, "") or (),
            ),
            clamd=ask("BERKAS_CLAMD", _clamd, "") or "",
            imap=ask("BERKAS_IMAP", _imap, "") or (),
            smtp=ask("BERKAS_SMTP", sender, None),
            tsa=ask("BERKAS_TSA", _url, "") or "",
            akar=ask("BERKAS_AKAR", _there, None),
            pkcs11=ask("BERKAS_TOKEN", _readable, None),
            bsre=_bsre(ask, ask("BERKAS_BSRE_AKUN", _akun, None)),
            packs=ask("BERKAS_PACKS", _folder, str(CODE / "templates_docx")) or CODE,
            key_file=ask("BERKAS_KEY_FILE", _key, None),
            url=ask("BERKAS_URL", _url, "") or "",
            bind=ask("BERKAS_BIND", _bind, "127.0.0.1") or "127.0.0.1",
            port=ask("BERKAS_PORT", _port, "8080") or 0,
            port_publik=ask("BERKAS_PORT_PUBLIK", _port, "8081") or 0,
            tls_cert=ask("BERKAS_TLS_CERT", _readable, None),
            tls_key=ask("BERKAS_TLS_KEY", _readable, None),
            pekerja=ask("BERKAS_PEKERJA", _pekerja, "meja=1,naskah=1,berat=2,pelan=1") or (),
            jeda=ask("BERKAS_JEDA", _jeda, "60,300,1800,7200") or (),
            sewa=ask("BERKAS_SEWA", _seconds, "20") or timedelta(seconds=20),
            sesi=ask("BERKAS_SESI", _seconds, "28800") or timedelta(hours=8),
            fixity=timedelta(days=ask("BERKAS_FIXITY_HARI", _days, "35") or 35),
            cadangan=cadangan,
            cadangan_sandi=ask("BERKAS_CADANGAN_SANDI", str, "") or "",
            contoh=ask("BERKAS_CONTOH", str, "") or "",
        )
        if problem := _taken(settings):
            ask.problems.append(problem)
        if bool(settings.tls_cert) != bool(settings.tls_key):
            ask.problems.append(
                "BERKAS_TLS_CERT dan BERKAS_TLS_KEY harus diisi dua-duanya, atau tidak sama sekali."
            )
        ask.problems += [
            f"{name}: setelan ini tidak dikenal. Periksa ejaannya di tabel setelan README."
            for name in ask.env
            if name.startswith("BERKAS_") and name not in ask.asked | FOR_THE_SCRIPT
        ]
        if ask.problems:
            raise SettingsError(ask.problems)
        return settings

    @property
    def runtime(self) -> Path:
        """The short folder for sockets; clone paths can be longer than a socket may be."""
        mark = hashlib.sha256(str(self.home).encode()).hexdigest()[:10]
        return Path(f"/tmp/berkas-{os.getuid()}-{mark}")  # noqa: S108 (made 0700 and checked)

    @property
    def terbuka(self) -> Path:
        """The folder from which files are given to the public; beside an S3 store, a shelf here."""
        far = self.store_publik.startswith("s3://")
        return self.home / "publik" / "rak" if far else Path(self.store_publik)

    @property
    def redis_url(self) -> str:
        """The queue's address: the one given, or the embedded one's socket."""
        return self.redis or f"unix://{self.runtime}/valkey.sock"

    @property
    def lan(self) -> bool:
        """Whether others on the network can reach the pages; then they speak TLS."""
        return self.bind not in ("127.0.0.1", "::1", "localhost")


FOR_THE_SCRIPT = {"BERKAS_PYTHON", "BERKAS_VENV"}  # read by ./berkas itself


class _Asker:
    def __init__(self, env: Mapping[str, str]) -> None:
        self.env = env
        self.problems: list[str] = []
        self.asked: set[str] = set()

    def __call__(self, name: str, read: Callable[[str], V], default: str | None) -> V | None:
        self.asked |= {name, f"{name}_FILE"}
        try:
            text = self._text(name)
            if text is None:
                text = default
            return None if text is None else read(text)
        except ValueError as wrong:
            self.problems.append(f"{name}: {wrong}")
        except OSError as wrong:
            self.problems.append(f"{name}: {wrong.filename} {why(wrong)}.")
        return None

    def _text(self, name: str) -> str | None:
        """The value, or what stands in the file named by NAME_FILE (for secrets)."""
        if path := self.env.get(f"{name}_FILE"):
            try:
                return Path(path).read_text().strip()
            except OSError as wrong:
                raise ValueError(f"file {path} {why(wrong)}.") from wrong
            except UnicodeDecodeError:
                raise ValueError(f"file {path} bukan teks UTF-8.") from None
        return self.env.get(name) or None


def _inside_code(path: Path) -> bool:
    allowed = (CODE / "var", CODE / "inbox")
    inside = path == CODE or CODE in path.parents
    return inside and not any(path == room or room in path.parents for room in allowed)


def _taken(settings: Settings) -> str:
    """Why the folder for the web server may not be where it is; it is replaced as a whole."""
    if (folder := settings.folder_publik) is None:
        return ""
    kept = [settings.home, settings.inbox, settings.packs, CODE]
    kept += [Path(x) for x in (settings.store, settings.store_publik) if not x.startswith("s3://")]
    if any(folder == one or folder in one.parents or one in folder.parents for one in kept):
        return (
            f"BERKAS_FOLDER_PUBLIK: {folder} diganti seluruhnya setiap kali terbit, jadi tidak "
            "boleh memuat atau berada di dalam folder Berkas. Pilih folder tersendiri."
        )
    return ""


def _folder(text: str) -> Path:
    path = Path(text).expanduser()
    if not path.is_absolute():
        path = CODE / path
    if path.exists() and not path.is_dir():
        raise ValueError(f"{path} bukan folder.")
    return path


def _there(text: str) -> Path:
    path = _folder(text)
    if not path.is_dir():
        raise ValueError(f"folder {path} tidak ada.")
    return path


def _readable(text: str) -> Path:
    path = Path(text).expanduser()
    if not path.is_file() or not os.access(path, os.R_OK):
        raise ValueError(f"file {path} tidak ada atau tidak terbaca.")
    return path


def _key(text: str) -> Path:
    path = _readable(text)
    if path.stat().st_mode & 0o077:
        raise ValueError(f"file kunci {path} terbuka bagi orang lain; jalankan chmod 600.")
    if len(path.read_bytes()) < 32:
        raise ValueError(f"file kunci {path} kurang dari 32 bita.")
    return path


def _akun(text: str) -> Akun:
    return account(_secret(text))


def _tujuan(text: str) -> tuple[Tujuan, ...]:
    return targets(_secret(text))


def _secret(text: str) -> str:
    """What stands in a file that nobody else may read."""
    path = _readable(text)
    if path.stat().st_mode & 0o077:
        raise ValueError(f"file {path} terbuka bagi orang lain; jalankan chmod 600.")
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise ValueError(f"file {path} bukan teks UTF-8.") from None


def _bsre(ask: _Asker, akun: Akun | None) -> LayananBsre | None:
    """The signing service, where both its address and our account there are set."""
    alamat = ask("BERKAS_BSRE", str, "") or ""
    if not alamat and not akun:
        return None
    if not alamat or not akun:
        ask.problems.append(
            "BERKAS_BSRE dan BERKAS_BSRE_AKUN harus diisi dua-duanya, atau tidak sama sekali."
        )
        return None
    return ask("BERKAS_BSRE", lambda text: service(text, akun), None)


def _ledger(text: str) -> str:
    if not re.match(r"^(sqlite:////?[^/]|postgresql(\+psycopg)?://)", text):
        raise ValueError("harus berawal sqlite:///… atau postgresql://….")
    return text.replace("postgresql://", "postgresql+psycopg://", 1)


def _redis(text: str) -> str:
    if text and not re.match(r"^(redis|rediss|unix)://", text):
        raise ValueError("harus berawal redis://, rediss:// atau unix://.")
    return text


def _store(text: str) -> str:
    if text.startswith("s3://"):
        return text
    return str(_folder(text))


def _url(text: str) -> str:
    if text and not re.match(r"^https?://[^/ ]+(/[^ ]*)?$", text):
        raise ValueError("harus berupa alamat lengkap, misalnya https://ppid.contoh.go.id.")
    return text.rstrip("/")


def _bind(text: str) -> str:
    if not re.match(r"^[0-9a-zA-Z.:-]+$", text):
        raise ValueError("harus berupa satu alamat, misalnya 127.0.0.1 atau 0.0.0.0.")
    return text


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise ValueError(f"{text} bukan nomor port (1 sampai 65535).")
    return int(text)


def _count(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 10_000_000:
        raise ValueError(f"{text} bukan bilangan bulat di atas nol.")
    return int(text)


def _days(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= 3660:
        raise ValueError(f"{text} bukan banyaknya hari, dari 1 sampai 3660.")
    return int(text)


def _clamd(text: str) -> str:
    if text and not re.match(r"^(unix:/.+|tcp://[^:/ ]+:\d{1,5})$", text):
        raise ValueError("harus berawal unix:/… atau tcp://mesin:port.")
    return text


def _imap(text: str) -> tuple[KotakSurat, ...]:
    return tuple(mailbox(part) for part in text.split())


def _ya(text: str) -> bool:
    if text not in ("ya", "tidak"):
        raise ValueError("harus ya atau tidak.")
    return text == "ya"


def _periksa(text: str) -> str:
    if text not in PERIKSA:
        raise ValueError(f"harus salah satu dari {', '.join(PERIKSA)}.")
    return text


def _seconds(text: str) -> timedelta:
    if not re.match(r"^\d+(\.\d+)?$", text) or float(text) <= 0:
        raise ValueError(f"{text} bukan jumlah detik.")
    return timedelta(seconds=float(text))


def _globs(text: str) -> tuple[str, ...]:
    if "/" in text:
        raise ValueError("berisi pola nama tanpa garis miring, dipisah koma: *.bak,salinan *.")
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _hosts(text: str) -> tuple[str, ...]:
    names = tuple(part.strip().lower() for part in text.split(",") if part.strip())
    if not all(re.fullmatch(r"[a-z0-9.:_-]{1,253}", one) for one in names):
        raise ValueError("berisi nama mesin atau alamat IP, dipisah koma: simpeg.kantor,10.1.2.3")
    return names


def _jeda(text: str) -> tuple[timedelta, ...]:
    return tuple(_seconds(part.strip()) for part in text.split(","))


def _pekerja(text: str) -> tuple[tuple[str, int], ...]:
    lanes = {}
    for part in text.split(","):
        name, _, count = part.strip().partition("=")
        if name not in JALUR or not count.isdecimal() or int(count) < 1:
            raise ValueError(f"'{part}' tidak dimengerti; tulis seperti meja=1,naskah=2,berat=1.")
        lanes[name] = int(count)
    return tuple({**dict.fromkeys(JALUR, 1), **lanes}.items())
