"""The port Store on S3: the same names and the same promises, kept by a server."""

from __future__ import annotations

import hashlib
import io
import logging
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO
from urllib.parse import parse_qs, urlsplit

import obstore
from obstore.exceptions import (
    AlreadyExistsError,
    BaseError,
    PermissionDeniedError,
    UnauthenticatedError,
)
from obstore.store import S3Store

from service.disk import Disk, copy_out, parts, sha256_of, trouble
from service.domain.refusals import BrokenSeal, IsiTidakAda, TidakAda, Unavailable
from service.domain.simpanan import damaged, missing, other_mark
from service.ports import Seal

NAME = re.compile(r"[0-9a-f]{64}")
AT_ONCE = 16 << 20  # up to here a file is sent whole, and the server itself refuses to overwrite
AHEAD = 4 << 20  # how much is read at a time
MARK = ".segel"
log = logging.getLogger(__name__)


class StoreS3:
    """Files in a bucket; `address` is s3://bucket/prefix?endpoint=…&region=…"""

    def __init__(self, address: str, seal: Seal, env: Mapping[str, str] = os.environ) -> None:
        url = urlsplit(address)
        self.address, self.seal = f"s3://{url.netloc}{url.path}", seal
        self.prefix = f"{url.path.strip('/')}/" if url.path.strip("/") else ""
        self._s3 = _bucket(url.netloc, parse_qs(url.query), env)
        self._marked()

    def put(self, path: Path) -> str:
        try:
            source = Disk().open(path)
        except FileNotFoundError:
            raise TidakAda(f"File {path.name}") from None
        except OSError as wrong:
            raise trouble(wrong, str(path)) from wrong
        with source:
            sha256 = self._small(source) or self._large(source)
        # Read back whole rather than trusting a checksum the server reports: what a server calls
        # a checksum differs by product and by upload in parts, and a sealed file has none of ours.
        if wrong_now := self.verify(sha256):
            raise Unavailable(f"{wrong_now} Yang baru dikirim ke {self.address} tidak utuh.")
        return sha256

    def open(self, sha256: str) -> BinaryIO:
        key = self._key(sha256)
        try:
            with self._told("File"):
                far = _Far(self._s3, key)
        except TidakAda:
            raise IsiTidakAda(sha256) from None
        return self.seal.open(io.BufferedReader(far, AHEAD), sha256)

    def fetch(self, sha256: str, out: Path) -> Path:
        with self.open(sha256) as source:
            return copy_out(source, sha256, out)

    def at(self, sha256: str) -> Path | None:  # noqa: ARG002 (the port's)
        return None

    def has(self, sha256: str) -> bool:
        try:
            with self._told("File"):
                obstore.head(self._s3, self._key(sha256))
        except TidakAda:
            return False
        return True

    def drop(self, sha256: str) -> None:
        with suppress(TidakAda), self._told("File"):
            obstore.delete(self._s3, self._key(sha256))

    def verify(self, sha256: str) -> str:
        try:
            with self.open(sha256) as source:
                return "" if sha256_of(source) == sha256 else damaged(sha256)
        except TidakAda:
            return missing(sha256)
        except BrokenSeal as wrong:
            return damaged(sha256, str(wrong))

    def names(self) -> Iterator[str]:
        with self._told("Penyimpanan"):
            for found in obstore.list(self._s3, self.prefix or None, chunk_size=1000):
                for one in found:
                    shard, _, name = one["path"].removeprefix(self.prefix).rpartition("/")
                    if NAME.fullmatch(name) and shard == name[:2]:
                        yield name

    def name_of(self, sha256: str) -> str:
        return self.seal.name(sha256)

    def at_rest(self, name: str) -> BinaryIO:
        key = self._named(name)
        with self._told("File"):
            return io.BufferedReader(_Far(self._s3, key), AHEAD)

    def lay(self, name: str, parts: Iterable[bytes]) -> None:
        with self._told("Penyimpanan"):
            obstore.put(self._s3, self._named(name), iter(parts), max_concurrency=2)

    def _key(self, sha256: str) -> str:
        if not NAME.fullmatch(sha256):
            raise TidakAda("File")
        return self._named(self.seal.name(sha256))

    def _named(self, name: str) -> str:
        if not NAME.fullmatch(name):
            raise TidakAda("File")
        return f"{self.prefix}{name[:2]}/{name}"

    def _small(self, source: BinaryIO) -> str:
        """Send the file in one piece; '' where it is too large for that."""
        content = source.read(AT_ONCE + 1)
        if len(content) > AT_ONCE:
            return ""
        sha256 = hashlib.sha256(content).hexdigest()
        sealed = b"".join(self.seal.close([content]))
        with self._told("Penyimpanan"):
            try:
                obstore.put(self._s3, self._key(sha256), sealed, mode="create")
            except AlreadyExistsError:
                if self._set_aside(sha256):
                    obstore.put(self._s3, self._key(sha256), sealed)
        return sha256

    def _large(self, source: BinaryIO) -> str:
        """Send the file in parts, unless it is there; two who do so send the same bytes."""
        source.seek(0)
        sha256 = sha256_of(source)
        if not self.has(sha256) or self._set_aside(sha256):
            source.seek(0)
            with self._told("Penyimpanan"):
                sealed = self.seal.close(parts(source))
                obstore.put(self._s3, self._key(sha256), sealed, max_concurrency=2)
        return sha256

    def _set_aside(self, sha256: str) -> bool:
        """Whether what is there is damaged; then it is kept under another name."""
        if not (wrong := self.verify(sha256)):
            return False
        log.warning("a damaged file is set aside and sent anew: %s", wrong)
        key = self._key(sha256)
        with suppress(FileNotFoundError):
            aside = f"{self.prefix}.rusak/{Path(key).name}.{os.urandom(4).hex()}"
            obstore.copy(self._s3, key, aside)
        return True

    def _marked(self) -> None:
        """Write the seal's mark in a fresh store; refuse a store that carries another one."""
        key = f"{self.prefix}{MARK}"
        try:
            mark = self._read(key)
        except TidakAda:
            if next(self.names(), None):
                raise Unavailable(
                    f"Tanda segel {self.address}/{MARK} hilang, padahal penyimpanan berisi. "
                    "Pulihkan dari cadangan; tidak ada yang diubah.",
                    permanent=True,
                ) from None
            with self._told("Ember S3"), suppress(AlreadyExistsError):
                obstore.put(self._s3, key, self.seal.mark.encode(), mode="create")
            mark = self._read(key)
        if mark != self.seal.mark:
            raise Unavailable(other_mark(self.address, mark, self.seal.mark), permanent=True)

    def _read(self, key: str) -> str:
        with self._told("Tanda segel"):
            return bytes(obstore.get(self._s3, key).bytes()).decode(errors="replace").strip()

    @contextmanager
    def _told(self, what: str) -> Iterator[None]:
        try:
            yield
        except FileNotFoundError:
            raise TidakAda(what) from None
        except (PermissionDeniedError, UnauthenticatedError) as wrong:
            raise Unavailable(
                f"Penyimpanan {self.address} menolak kunci akses. Tidak ada yang tersimpan "
                "setengah. Periksa AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY dan hak aksesnya.",
                permanent=True,
            ) from wrong
        except BaseError as wrong:
            raise _away(self.address, wrong) from wrong


class _Far(io.RawIOBase):
    """The bytes of one object, asked for as they are read, all of one version of it."""

    def __init__(self, s3: S3Store, key: str) -> None:
        super().__init__()
        head = obstore.head(s3, key)
        self._s3, self._key, self._size, self._etag = s3, key, head["size"], head["e_tag"]
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # a Buffer there
        end = min(self._at + len(buffer), self._size)
        if self._at >= end:
            return 0
        try:
            got = obstore.get(
                self._s3, self._key, options={"range": (self._at, end), "if_match": self._etag}
            ).bytes()
        except FileNotFoundError:
            raise TidakAda("File") from None
        except BaseError as wrong:
            raise _away(self._key, wrong) from wrong
        buffer[: len(got)] = bytes(got)
        self._at += len(got)
        return len(got)


def _bucket(name: str, asked: Mapping[str, list[str]], env: Mapping[str, str]) -> S3Store:
    key, secret = _secret(env, "AWS_ACCESS_KEY_ID"), _secret(env, "AWS_SECRET_ACCESS_KEY")
    if not (name and key and secret):
        raise Unavailable(
            "Penyimpanan S3 memerlukan nama ember (s3://ember/awalan) serta AWS_ACCESS_KEY_ID dan "
            "AWS_SECRET_ACCESS_KEY, atau nama yang sama dengan akhiran _FILE.",
            permanent=True,
        )
    endpoint = asked.get("endpoint", [""])[0]
    return S3Store(
        name,
        region=asked.get("region", [env.get("AWS_REGION", "us-east-1")])[0],
        access_key_id=key,
        secret_access_key=secret,
        virtual_hosted_style_request=not endpoint,
        client_options={
            "allow_http": endpoint.startswith("http://"),
            "connect_timeout": timedelta(seconds=5),
            "timeout": timedelta(seconds=60),
        },
        retry_config={"max_retries": 3, "retry_timeout": timedelta(seconds=20)},
        **({"endpoint": endpoint} if endpoint else {}),  # type: ignore[arg-type]
        **({"token": token} if (token := _secret(env, "AWS_SESSION_TOKEN")) else {}),  # type: ignore[arg-type]
    )


def _secret(env: Mapping[str, str], name: str) -> str:
    if path := env.get(f"{name}_FILE"):
        try:
            return Path(path).read_text().strip()
        except OSError as wrong:
            raise Unavailable(
                f"{name}_FILE: file {path} tidak terbaca ({wrong.strerror}).", permanent=True
            ) from wrong
    return env.get(name, "")


def _away(what: str, wrong: BaseError) -> Unavailable:
    log.warning("S3 did not answer as asked: %s", str(wrong).splitlines()[0])
    return Unavailable(
        f"Penyimpanan S3 tidak menjawab dengan baik untuk {what}. File asal tetap utuh; "
        "pekerjaan ini dicoba lagi dengan sendirinya. Periksa jaringan dan server S3."
    )
