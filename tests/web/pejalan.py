"""A walk through every address of the office as somebody, and all that an answer says, unpacked."""

from __future__ import annotations

import base64
import binascii
import contextlib
import io
import itertools
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.domain.informasi.keadaan import TERTUTUP
from service.house import RealHouse
from service.web.app import create_app
from tests.kantor import SANDI
from tests.office import INSTANSI, UNIT
from tests.web.rahasia import LAIN, Kenari
from tests.web.test_pintu import csrf, log_in

ABSENT = "a" * 26
KELUAR = {"masuk.leave", "masuk.enter", "wajah.one"}
BIASA = {
    "token": "tiada",
    "kode": INSTANSI,
    "seri": "agenda",
    "masa": "2026",
    "cara": "pesan",
    "tempat": "1",
    "perbuatan": "batal",
    "n": "1",
    "tanda": "tiada",
    "bagian": "identitas",
    "butir": "1",
    "urut": "1",
    "job": "identify",
    "untuk": ABSENT,
    "register": "masuk",
    "bentuk": "zip",
    "instansi": INSTANSI,
    "jenis": "sk_penetapan_dip",
    "periksa_id": "tiada",
}
MASA, LAPORAN = ("2026", "2026-11"), ("", "/xlsx", "/belum-masuk")
REGISTER = ("masuk", "keluar", "permohonan", "keberatan")
BENTUK = re.compile(rb"(?i)kenari[bcdfghjkmnp]{12}|31750000\d{8}|0812\d{8}")
ALIRAN = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
BASE64 = re.compile(rb"base64,([A-Za-z0-9+/]{16,}={0,2})")
BERUBAH = re.compile(r"(Set-Cookie|Date|Content-Length):[^\n]*")
SEKALI = re.compile(r'name="(csrf|kunci|tanda)" value="[^"]*"')


@dataclass
class Pejalan:
    """Somebody who opens every page there is."""

    client: FlaskClient
    csrf: str
    kenari: Kenari
    _urut: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def addresses(self, method: str) -> Iterator[tuple[str, str, str]]:
        """Every address a rule stands for, with the class of what it names; '' for none."""
        for rule in self.client.application.url_map.iter_rules():
            if method not in (rule.methods or ()) or rule.endpoint in KELUAR:
                continue
            named = set(rule.arguments)
            for kelas, told in {**self.kenari.id, "": {}}.items():
                for one in self._filled(named, told):
                    yield rule.rule, kelas, _address(rule.rule, one)

    def _filled(self, named: set[str], told: dict[str, list[str]]) -> Iterator[dict[str, str]]:
        known = {**BIASA, **{name: ids[0] for name, ids in told.items()}}
        if named == {"kode", "urut"} and not told:
            heads = self.client.application.extensions["berkas"].lists.kepala()
            for head in heads:
                for urut in range(1, head.urut + 1):
                    yield {**known, "kode": head.instansi, "urut": str(urut)}
            return
        if {"seri", "masa"} <= named:
            for buku in told.get("buku", [f"{INSTANSI}/agenda/2026"]):
                kode, seri, masa = buku.split("/")
                yield {**known, "kode": kode, "seri": seri, "masa": masa}
            return
        asked = [name for name in named if name in told]
        if "register" in named:
            for register in REGISTER:
                yield {**known, "register": register}
        elif asked:
            for one in told[asked[0]]:
                yield {**known, asked[0]: one}
        else:
            yield known

    def ask(self, method: str, path: str, **more: object) -> TestResponse:
        """One answer; each asking comes from an address of its own, so that no limit is met."""
        headers = {"X-CSRF-Token": self.csrf} if method not in ("GET", "HEAD") else {}
        n = next(self._urut)
        place = {"REMOTE_ADDR": f"10.{n >> 16 & 255}.{n >> 8 & 255}.{n & 255}"}
        return self.client.open(path, method=method, headers=headers, environ_base=place, **more)


def walker(house: RealHouse, kenari: Kenari, nama: str = "") -> Pejalan:
    """The person of this name at the pages, or nobody."""
    client = create_app(house).test_client()
    if not nama:
        return Pejalan(client, "", kenari)
    log_in(client, nama, SANDI)
    return Pejalan(client, csrf(client.get("/akun")), kenari)


def _address(rule: str, told: dict[str, str]) -> str:
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda found: quote(told.get(found[1], ABSENT)), rule)


def told(answer: TestResponse) -> set[str]:
    """Every word of ours that an answer says, in its headers or anywhere in its body."""
    raw = answer.get_data()
    answer.close()
    return words_in(str(answer.headers).encode() + b"\n" + raw) | words_in(raw)


def words_in(raw: bytes) -> set[str]:
    """The words in these bytes: plain, in UTF-16, packed, in a stream of a PDF, or in base64."""
    return {
        word.decode().lower()
        for plain in _opened(raw)
        for word in BENTUK.findall(plain.replace(b"\0", b"") if b"\0" in plain else plain)
    }


def _opened(raw: bytes) -> Iterator[bytes]:
    yield raw
    if raw.startswith(b"PK"):
        with contextlib.suppress(zipfile.BadZipFile), zipfile.ZipFile(io.BytesIO(raw)) as packed:
            for one in packed.infolist():
                yield one.filename.encode()
                yield from _opened(packed.read(one))
    if raw.startswith(b"%PDF"):
        for stream in ALIRAN.findall(raw):
            with contextlib.suppress(zlib.error):
                yield zlib.decompressobj().decompress(stream)
    for text in BASE64.findall(raw):
        with contextlib.suppress(binascii.Error):
            yield base64.b64decode(text + b"=" * (-len(text) % 4))


def plain(answer: TestResponse, *ids: str) -> tuple[int, str, str]:
    """An answer without what differs from one asking to the next, and without these ids."""
    headers, text = BERUBAH.sub("", str(answer.headers)), answer.text
    answer.close()
    for one in ids:
        headers, text = headers.replace(one, "ID"), text.replace(one, "ID")
    return answer.status_code, headers, SEKALI.sub("", text)


def asked_for(kenari: Kenari, kelas: list[str], every: int = 1) -> list[str]:
    """Addresses that ask for more than a rule does, and for words of these classes by name."""
    words = [one for name in kelas for one in kenari.kata[name]]
    found = [f"/cari?kata={word}" for word in words[::every]]
    found += [f"/cari?kata={one}" for one in kenari.kode.values()]
    found += [f"/register/masuk?cari={word}&kata={word}" for word in words[:3]]
    found += [f"/orang?cari={word}" for word in words[:2]]
    kode = {INSTANSI, LAIN}
    for one in sorted(kode):
        found += [f"/jurnal?instansi={one}", f"/kalender?instansi={one}", f"/nomor?instansi={one}"]
        found += [f"/register/{name}?instansi={one}" for name in ("masuk", "permohonan")]
        found += [f"/register/{name}/csv?instansi={one}" for name in ("masuk", "keluar")]
        found += [f"/cari?kata=contoh&unit={one}/{UNIT}", f"/kiriman?unit={UNIT}&instansi={one}"]
        found += [f"/cari?kata=contoh&unit={one}/{UNIT}&halaman=2"]
    for register in ("masuk", "keluar", "permohonan", "keberatan"):
        found += [f"/register/{register}/{way}?tahun=2026" for way in ("cetak", "csv", "xlsx")]
    found += ["/pengingat?jenis=lewat", "/pengingat?apa=hukum", "/tenggat?tampil=14"]
    found += ["/pengingat?apa=sengketa", "/tenggat?jenis=sengketa&tampil=14"]
    found += ["/tenggat/unduh.ics?jenis=sengketa"]
    found += ["/tenggat?tampil=30", "/tenggat?bulan=2026-12", "/tenggat/unduh.ics?tampil=30"]
    found += [f"/tenggat?instansi={one}&tampil=30" for one in sorted(kode)]
    found += [f"/berkas?tampil={one}" for one in ("saya", "berjalan", "segera", "lewat", "ditunda")]
    found += [f"/berkas?tampil=berjalan&cari={word}" for word in words[:3]]
    found += ["/naskah?keadaan=semua", f"/naskah?unit={UNIT}"]
    found += [f"/naskah?keadaan=semua&cari={word}" for word in words[:3]]
    found += ["/sengketa?tahap=semua", "/sengketa?tahap=putusan"]
    found += [f"{at}?keadaan={one}" for at in ("/dikecualikan", "/informasi") for one in TERTUTUP]
    found += [f"/informasi?{name}={word}" for word in words[:3] for name in ("kata", "cari")]
    found += [f"/informasi?kata={one}" for one in kenari.kode.values()]
    for named in kenari.id.values():
        found += [f"/dikecualikan/usul?informasi={one}" for one in named.get("informasi_id", ())]
    for one in sorted(kode):
        found += [f"/dasbor?instansi={one}", f"/edisi?instansi={one}", f"/informasi?instansi={one}"]
        found += [f"/laporan/{one}/{masa}{way}" for masa in MASA for way in LAPORAN]
    times = f"/sop/{INSTANSI}/uji_konsekuensi/waktu"
    found += [
        f"{times}{way}?dari=2022-01&unit={unit}" for way in ("", "/xlsx") for unit in ("", UNIT)
    ]
    return [*found, "/kiriman?pintu=publik", "/kiriman?akhir=diterima", "/tidak/ada"]
