"""Every page of the officers' web over a full ledger and over a tenth of it, on two databases.

Real HTTP, kept alive, to the process that serves an office; one person who is administrator and
officer at once. The full ledger and the small one are asked in turn, in one run.
"""

from __future__ import annotations

import contextlib
import http.client
import re
import shutil
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from PIL import Image
from psycopg import sql

from bench import loket, postgres
from bench.arsip import kept
from bench.figures import Figure
from bench.informasi import listed
from bench.monev import evidence
from bench.perkara import copy, doubted, item, matter, meeting, paper, sop_of
from bench.pintu import came, objected
from bench.program import program
from bench.register import MORE as BUKU
from bench.register import given, outside
from bench.rumah import Rumah, until
from bench.sop_konsep import draft
from bench.tahun_tahun import LINES, Kantor, lived, opened
from bench.tas import bagged
from bench.templat import papers, template
from bench.tuang import Kendi, copied
from service.acts.instansi.packs import agency
from service.domain.kumpulan import CETAK
from service.domain.libur import Libur
from service.web.app import create_app

BERKAS, TENTH = 100_000, 10_000
ASKED = 30  # times each page; a stranger's bucket holds no more than 120
WARM = 3
BAR_MS, BAR_FLAT, BAR_KB = 40, 1.5, 60
LINKED = re.compile(rb'(?:src|href)="(/(?:wajah|rupa)/[^"]+)"')
PICTURE = (".svg",)

# No page in a home that somebody keeps: files of the face, and the doors of a home of samples.
ELSEWHERE = ("wajah.", "pintu_contoh.", "contoh.first")
# Addresses that ask more of a page than its plain one does.
ASKED_FOR = {  # pages that say nothing without
    "/api/v1/buku-nomor": "?instansi={kode}",
    "/api/v1/cari": "?kata=surat",
    "/api/v1/keberatan": "?instansi={kode}",
    "/api/v1/permohonan": "?instansi={kode}",
    "/edisi/dasar": "?berkas={berkas_id}&daftar=dip",
    "/kumpulan/baru": "?berkas={berkas_id}",
    "/pasangan/<instansi>/<jenis>/bandingkan": "?dari={versi}&ke={versi}",
}
MORE = (
    "/jurnal?instansi={kode}&sebelum={urut}",
    "/jurnal?instansi={kode}&siapa={orang_id}",
    "/jurnal?instansi={kode}&apa=libur_ditambah",
    "/jurnal?instansi={kode}&siapa=mesin&apa=peran_diberikan",
    "/jurnal?instansi={kode}&dari=2022-03-01&sampai=2022-03-31",
    "/jurnal?instansi={kode}&siapa={orang_id}&apa=masuk&dari=2023-03-01&sampai=2023-03-31",
    "/orang?cari=petugas&urut=nama_masuk&arah=turun&halaman=4",
    "/kalender?instansi={kode}&tahun=2027",
    "/kiriman?keadaan=menunggu_petugas",
    "/kiriman?pintu=surel",
    "/kiriman?akhir=tidak_dapat_diproses&unit=tidak_ada",
    "/kiriman?dari=2022-03-01&sampai=2022-03-31",
    "/gagal?halaman=2",
    "/naskah?keadaan=semua",
    "/naskah?keadaan=konsep&unit=tidak_ada&halaman=2",
    "/berkas?tampil=berjalan",
    "/berkas?tampil=lewat",
    "/berkas?tampil=diarsipkan&halaman=2",
)


@dataclass
class Asked:
    """One ledger, the process that serves it, and how long its pages took, in milliseconds."""

    rumah: Rumah
    kantor: Kantor
    berkas: int
    took: dict[str, list[float]] = field(default_factory=dict)
    weight: dict[str, int] = field(default_factory=dict)
    line: http.client.HTTPConnection | None = None

    def start(self, port: int) -> None:
        self.rumah.env["BERKAS_PORT"] = str(port)
        self.rumah.env["BERKAS_MAPAN"] = "0.001"
        self.rumah.start("valkey", "-m", "jobs.valkey")
        self.rumah.start("web", "-m", "service.web.serve")
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        until(self._answers, 60, "the pages")

    def end(self) -> None:
        if self.line:
            self.line.close()
        self.rumah.end()

    def _answers(self) -> bool:
        with contextlib.suppress(OSError):
            self._line().connect()
            return True
        return False

    def _line(self) -> http.client.HTTPConnection:
        assert self.line, "not started"
        return self.line

    def ask(self, path: str) -> tuple[int, str, bytes]:
        """Status, kind and body as they came over the line."""
        headers = {"Accept-Encoding": "gzip"}
        if path != "/masuk":  # who is in is only sent on from there
            headers["Cookie"] = f"berkas={self.kantor.cookie}"
        self._line().request("GET", path, headers=headers)
        try:
            answer = self._line().getresponse()
        except http.client.RemoteDisconnected:  # a line that nobody used for a while is closed
            self._line().close()
            self._line().request("GET", path, headers=headers)
            answer = self._line().getresponse()
        return answer.status, answer.headers.get_content_type(), answer.read()

    def time(self, path: str) -> None:
        began = time.perf_counter()
        self.ask(path)
        self.took.setdefault(path, []).append(1000 * (time.perf_counter() - began))

    def pages(self) -> list[str]:
        """Every address that answers with a page; one that fails ends the bench."""
        found = []
        for path in dict.fromkeys(self._addresses()):
            status, kind, body = self.ask(path)
            if status in (301, 302, 303):
                continue
            if status != 200:
                raise AssertionError(f"{path} answered {status}: {body[:2000]!r}")
            if kind == "text/html":
                found.append(path)
                self.weight[path] = len(body) + sum(map(self._linked, set(LINKED.findall(body))))
        return found

    def _linked(self, address: bytes) -> int:
        path = address.decode()
        return 0 if path.split("?")[0].endswith(PICTURE) else len(self.ask(path)[2])

    def _libur(self, kode: str) -> str:
        with self.rumah.house.ledger.read() as look:
            return look.find(Libur, instansi=kode)[0].id

    def _staged(self, kode: str) -> str:
        """The mark of a file in a staging folder, as the page of that folder gives it."""
        unit = agency(self.rumah.house.packs, kode).unit[0].id
        folder = self.rumah.settings.inbox / kode / unit / "tunggu"
        folder.mkdir(parents=True, exist_ok=True)
        with Image.new("RGB", (300, 400), "white") as page:
            page.save(folder / "contoh.png")
        time.sleep(0.1)  # until it counts as settled
        found = re.search(rb"/tunggu/(\w+)/gambar", self.ask("/tunggu")[2])
        assert found, "the staged file is not on its page"
        return found[1].decode()

    def _addresses(self) -> Iterator[str]:
        kode = self.kantor.instansi[0]
        middle = str(self.berkas * LINES // len(self.kantor.instansi) // 2)
        letter = came(self.rumah.house, self.kantor.cookie, kode)
        one = {
            "kode": kode,
            "register": "masuk",
            "disposisi_id": given(self.rumah.house, kode, letter["kiriman_id"]),
            "orang_id": self.kantor.orang[kode][0],
            "token": self.kantor.undangan,
            "urut": middle,
            "bagian": "identitas",
            "butir": "1",
            "seri": "agenda",
            "masa": str(self.rumah.house.clock.now().year),
            "cara": "pesan",
            "tempat": "1",
            "luar_id": outside(self.rumah.house, kode),
            "berkas_id": matter(self.rumah.house, kode),
            "libur_id": self._libur(kode),
            **letter,
            **loket.asked(self.rumah.house, kode),
            "tanda": self._staged(kode),
        }
        objection = {"kiriman_id": objected(self.rumah.house, self.kantor.cookie, kode)}
        one["instansi"], one["kode_sop"] = kode, sop_of(self.rumah.house, kode)
        one |= draft(self.rumah.house, kode, one["kode_sop"])
        one["naskah_id"] = paper(self.rumah.house, one["berkas_id"])
        one |= papers(self.rumah.house, one["berkas_id"])
        one |= template(self.rumah.house, self.kantor.cookie, kode)
        version = {"urut": one["versi"]}
        lacking = {"jenis": "permohonan", "asal": loket.granted(self.rumah.house, kode)}
        doubt = doubted(self.rumah.house, one["berkas_id"])
        one |= {name: doubt[name] for name in ("kembali_id", "mana", "sesat_id")}
        one["tembusan_id"] = copy(self.rumah.house, one["berkas_id"])
        one |= listed(self.rumah.house, kode, letter["file_id"])
        one |= evidence(self.rumah.house, kode, letter["file_id"])
        one |= kept(self.rumah.house, kode)
        one |= program(self.rumah.house, kode)
        one["tas_id"] = bagged(self.rumah.house, one["berkas_id"])
        one["butir_id"] = item(self.rumah.house, one["berkas_id"])
        meeting(self.rumah.house, one["berkas_id"])
        for rule in create_app(self.rumah.house).url_map.iter_rules():
            if "GET" in (rule.methods or ()) and not rule.endpoint.startswith(ELSEWHERE):
                known = one | objection if rule.rule.endswith("/keberatan") else one
                known = known | version if "/versi/<urut>" in rule.rule else known
                known = known | doubt if "/periksa-ttd" in rule.rule else known
                if rule.rule.startswith("/dikecualikan/<informasi_id>"):
                    known = known | {"informasi_id": one["kecuali_id"]}
                known = known | lacking if "/belum-masuk/" in rule.rule else known
                if rule.rule.startswith("/arsip/"):
                    known = known | {"berkas_id": one["arsip_id"]}
                if rule.rule.startswith("/kumpulan/"):
                    known = known | {"bentuk": CETAK}
                if rule.rule.startswith("/putaran/"):
                    known = known | {"masa": f"{self.rumah.house.clock.now():%Y-%m}"}
                path = re.sub(r"<(?:\w+:)?(\w+)>", lambda found, of=known: of[found[1]], rule.rule)
                yield path + ASKED_FOR.get(rule.rule, "").format(**one)
        for more in (*MORE, *BUKU):
            yield more.format(**one)


def measure(room: Path) -> list[Figure]:
    """p95 and the slowest page on each database, flatness, weight, and how long filling took."""
    (room / "sqlite").mkdir()
    small = _filled(room / "sqlite" / "kecil", TENTH)
    began = time.perf_counter()
    full = _filled(room / "sqlite" / "penuh", BERKAS)
    told = [_seeded("SQLite", time.perf_counter() - began)]
    try:
        told += _asked_in_turn("SQLite", full, small)
        bin_ = postgres.programs()
        if bin_ is None:
            absent = "PostgreSQL is not installed here: its pages were NOT measured"
            return [*told, Figure(absent, 0, "", 1)]
        return told + _on_postgres(room / "pg", bin_, full, small)
    finally:
        full.end()
        small.end()


def _filled(room: Path, berkas: int) -> Asked:
    room.mkdir()
    rumah = Rumah(room)
    kantor = opened(rumah.house)
    kendi = Kendi(room / "rumah" / "berkas.db")
    lived(rumah.house, kantor, kendi, berkas)
    kendi.close()
    return Asked(rumah, kantor, berkas)


def _on_postgres(room: Path, bin_: Path, full: Asked, small: Asked) -> list[Figure]:
    """The same rows, page by page, on a server begun for this."""
    room.mkdir()
    with postgres.running(bin_) as server, contextlib.ExitStack() as ends:
        copies: list[Asked] = []
        seconds = 0.0
        for name, one in (("penuh", full), ("kecil", small)):
            with psycopg.connect(f"{server}/postgres", autocommit=True) as door:
                door.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
            (room / name).mkdir()
            copy = Asked(Rumah(room / name, f"{server}/{name}"), one.kantor, one.berkas)
            ends.callback(copy.end)
            copies.append(copy)
            began = time.perf_counter()
            copied(one.rumah.settings.home / "berkas.db", f"{server}/{name}")
            kept = copy.rumah.settings.store
            shutil.copytree(one.rumah.settings.store, kept, dirs_exist_ok=True)
            seconds = max(seconds, time.perf_counter() - began)
        return [_seeded("PostgreSQL", seconds), *_asked_in_turn("PostgreSQL", *copies)]


def _seeded(database: str, seconds: float) -> Figure:
    lines = BERKAS * LINES
    what = f"{database}: filled with {BERKAS} berkas, {lines} catatan in"
    return Figure(what, seconds, "s")


def _asked_in_turn(database: str, full: Asked, small: Asked) -> list[Figure]:
    for one in (full, small):
        one.start(postgres.free_port())
    pages = full.pages()
    small_pages = dict(zip(pages, small.pages(), strict=True))
    for turn in range(WARM + ASKED):
        if turn == WARM:
            full.took, small.took = {}, {}
        for page in pages:
            if turn < WARM and page == "/masuk":
                continue
            full.time(page)
            small.time(small_pages[page])
    return _figures(database, full, small)


def _figures(database: str, full: Asked, small: Asked) -> list[Figure]:
    each = {page: _p95(took) for page, took in full.took.items()}
    slowest = sorted(each, key=each.__getitem__, reverse=True)[:3]
    heaviest = max(full.weight, key=lambda page: full.weight[page])
    every = _p95([one for took in full.took.values() for one in took])
    before = _p95([one for took in small.took.values() for one in took])
    flat = [
        statistics.median(full.took[a]) / statistics.median(small.took[b])
        for a, b in zip(full.took, small.took, strict=True)
    ]
    worst = list(full.took)[flat.index(max(flat))]
    return [
        Figure(f"{database}: {len(each)} pages, p95 of all", every, "ms", BAR_MS, False),
        *(Figure(f"{database}: slowest {_short(one)}, p95", each[one], "ms") for one in slowest),
        Figure(f"{database}: the same pages over a tenth, p95", before, "ms"),
        Figure(f"{database}: full over a tenth, p95", every / before, "x", BAR_FLAT, False),
        Figure(f"{database}: least flat {_short(worst)}, medians", max(flat), "x"),
        Figure(
            f"heaviest page {_short(heaviest)}, besides pictures",
            full.weight[heaviest] / 1024,
            "KB",
            BAR_KB,
            False,
        ),
    ]


def _p95(took: list[float]) -> float:
    return sorted(took)[max(0, round(0.95 * len(took)) - 1)]


def _short(path: str) -> str:
    return re.sub(r"[a-z2-7]{26}", "…", path)
