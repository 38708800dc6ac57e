"""What came in by every door stands in no log, queue, temporary file, journal or command line."""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path

import pytest
from sqlalchemy import text

from service.domain.kiriman import File, Kiriman
from tests import papers, pindaian
from tests.contoh_buruk import _pdf
from tests.dovecot import SANDI as SANDI_SUREL
from tests.jobs.test_surel import letter
from tests.jobs.test_surel import send as send_mail
from tests.office import INSTANSI, UNIT
from tests.servers import until
from tests.web.jejak import Gedung, Peramban, a_building, below, knock
from tests.web.jejak_dip import UMUM, Hasil, Kata, by_lists
from tests.web.publik import ISIAN
from tests.web.test_tunggu import PDF

PINDAI = "RAHASIANEGARACONTOH"
JENDELA = 60  # seconds an item may take on a machine that is busy with other tests


class Kenari:
    """Words that must be found nowhere, by what they are."""

    def __init__(self) -> None:
        self.nik = "31750000" + "".join(secrets.choice("23456789") for _ in range(8))
        self.telepon = "0812" + "".join(secrets.choice("23456789") for _ in range(8))
        self.sandi = f"{self.new()} di pasar"
        self.salah = f"{self.new()} di pasar"
        self.isi = [self.new() for _ in range(8)]
        # One that is told by its shape, too.
        self.kentara = "627103120890" + "".join(secrets.choice("23456789") for _ in range(4))
        self.kunci: list[str] = []  # what lets somebody in, or tells of a request

    @staticmethod
    def new() -> str:
        return "kenari" + "".join(secrets.choice("bcdfghjkmnp") for _ in range(12))

    def everywhere(self) -> list[str]:
        """All of them, as they would be seen."""
        return [self.nik, self.kentara, self.telepon, "kenari", PINDAI, SANDI_SUREL, *self.kunci]


def docx(folder: Path, nama: str, *words: str) -> bytes:
    return papers.letter(folder / nama, "SURAT CONTOH", *words).read_bytes()


def came(gedung: Gedung, many: int) -> list[Kiriman]:
    """Wait until so many have come, and nothing is owed any more."""

    def quiet() -> bool:
        with gedung.house.ledger.read() as look:
            found = look.find(Kiriman)
        with gedung.house.engine.connect() as line:
            owed = line.execute(text("SELECT count(*) FROM pekerjaan")).scalar_one()
        return len(found) >= many and not owed

    until(quiet, JENDELA, f"{many} kiriman ({gedung.screen.read_text()[-3000:]})")
    with gedung.house.ledger.read() as look:
        return look.find(Kiriman)


def by_web(gedung: Gedung, kenari: Kenari, petugas: Peramban) -> int:
    """A form with files, and pieces sent by a program: both withheld."""
    tempat = f"{INSTANSI}/{UNIT}"
    told = {"tempat": tempat, "kunci": "kunci-contoh-satu", "sifat": "rahasia"}
    told |= dict.fromkeys(("nomor", "tanggal", "lokasi", "jumlah"), "")
    files = [("file", f"KTP {kenari.nik}.docx", docx(gedung.folder, "a.docx", kenari.isi[0]))]
    page = petugas.send_files(
        "/unggah", "/unggah", files, **told, perihal=kenari.isi[1], pengirim=kenari.isi[2]
    )
    assert "tersimpan aman" in page
    csrf, isi = petugas.csrf("/akun"), f"Isi {kenari.isi[3]} contoh.\n".encode() * 50
    begun = petugas.api(
        "POST", "/unggahan", csrf, {"nama": f"{kenari.nik}.txt", "ukuran": len(isi)}
    )
    petugas.api("PATCH", f"/unggahan/{begun['id']}", csrf, isi)
    told = {"tempat": tempat, "kunci": "kunci-contoh-dua", "sifat": "rahasia"}
    sent = petugas.api("POST", "/kiriman", csrf, {**told, "unggahan": [begun["id"]]})
    assert "file" in sent, sent
    return 2


def by_folder(gedung: Gedung, kenari: Kenari) -> int:
    """Withheld by its slip, a scan, one too large, one locked, and what is no file."""
    nik, masuk = kenari.nik, gedung.masuk
    sheet = pindaian.page(("SURAT CONTOH", "", f"Hal : {PINDAI}", PINDAI, *pindaian.SURAT[10:16]))
    slip = f'sifat = "rahasia"\nperihal = "{kenari.isi[4]}"\n'
    for nama, content in (
        (f"{nik}.docx.slip.toml", slip.encode()),
        (f"{nik}.docx", docx(gedung.folder, "b.docx", kenari.isi[5])),
        (f"pindaian {nik}.pdf", _pdf.scan(sheet)),
        (f"besar {nik}.txt", b"x" * 9_000_001),
        (f"{'panjang ' * 28}{nik}.txt", b"x" * 9_000_001),
        (f"terkunci {nik}.pdf", _pdf.locked(_pdf.letter(kenari.isi[5]), kenari.sandi)),
    ):
        part = masuk.parent / f".{secrets.token_hex(4)}"
        part.write_bytes(content)
        part.rename(masuk / nama)
    (masuk / f"tautan {nik}.pdf").symlink_to("/etc/hostname")
    Path(os.fsdecode(os.fsencode(masuk) + f"/rusak {nik} ".encode() + b"\xff.txt")).write_text(nik)
    return 4


def by_staging(gedung: Gedung, kenari: Kenari, petugas: Peramban) -> int:
    """Looked at and accepted by a person."""
    (gedung.masuk / "tunggu" / f"{kenari.nik}.pdf").write_bytes(PDF)
    found: list[str] = []

    def settled() -> bool:
        page = petugas.ask("/tunggu")
        found[:] = re.findall(r'name="pilih" value="(\w+)"', page)
        return bool(found) and "Masih disalin" not in page

    until(settled, JENDELA, "the file that waits")
    petugas.ask(f"/tunggu/{found[0]}/gambar")
    petugas.send("/tunggu", "/tunggu", pilih=found[0])
    assert not (gedung.masuk / "tunggu" / f"{kenari.nik}.pdf").exists()
    return 1


def by_public(gedung: Gedung, kenari: Kenari) -> int:
    """A request with a file, an objection, and forms that are wrong."""
    who = {"nama": kenari.new(), "nik": kenari.nik, "telepon": kenari.telepon}
    who |= {"alamat": kenari.new(), "surel": f"{kenari.new()}@contoh.id"}
    form = {**ISIAN, **who, "rincian": f"Laporan {kenari.isi[6]}."}
    publik = gedung.publik()
    ktp = [("lampiran", f"KTP {kenari.nik}.txt", f"NIK {kenari.nik}".encode())]
    page = publik.send_files("/permohonan", "/permohonan", ktp, **form)
    found = re.search(r"\b[0-9A-Z]{4}(-[0-9A-Z]{4}){4}\b", page)
    assert found, page[:3000]
    kode = found[0]
    kenari.kunci += [kode, kode.lower(), kode.replace("-", ""), kode.replace("-", "").lower()]
    publik.send_files("/permohonan", "/permohonan", ktp, **{**form, "nama": ""})
    publik.ask("/permohonan", b"nik=" + kenari.nik.encode() * 90_000)
    until(lambda: "Nomor pendaftaran" in publik.ask(f"/lacak/{kode}"), JENDELA, "its number")
    told = {"alasan": "a", "kasus_posisi": kenari.isi[7], "kode_permohonan": kode}
    told["nomor_permohonan"] = ""
    page = publik.send("/keberatan", **{**form, **told})
    assert "Keberatan Anda sudah kami terima" in page
    return 2


def by_mail(surel: str, kenari: Kenari) -> None:
    attached = (f"KTP {kenari.nik}.pdf", _pdf.letter(kenari.new()))
    send_mail(surel, letter(f"Permohonan {kenari.nik} {kenari.new()}", attached))


def by_command(gedung: Gedung, kenari: Kenari) -> int:
    room = gedung.folder / "bawaan"
    room.mkdir()
    (room / f"{kenari.nik}.txt").write_text(f"Surat {kenari.new()}")
    gedung.command("ingest", str(room), "--instansi", INSTANSI, "--unit", UNIT)
    return 1


def by_door(gedung: Gedung, kenari: Kenari) -> Peramban:
    """A password chosen, mistyped, typed in the place of the name, and typed rightly."""
    token = gedung.invited("contoh.petugas", "petugas", "ppid")
    petugas = gedung.browser()
    petugas.send(f"/mulai/{token}", sandi=kenari.sandi)
    assert "Contoh contoh.petugas" in petugas.ask("/akun")
    kenari.kunci += [token, *petugas.cookies()]
    stranger = gedung.browser()
    stranger.send("/masuk", nama_masuk="contoh.petugas", sandi=kenari.salah, kembali="/")
    stranger.send("/masuk", nama_masuk=kenari.salah, sandi=kenari.sandi, kembali="/")
    again = gedung.browser()
    again.send("/masuk", nama_masuk="contoh.petugas", sandi=kenari.sandi, kembali="/")
    kenari.kunci += again.cookies()
    baru = {"lama": kenari.salah, "sandi": kenari.sandi, "ulang": kenari.sandi}
    again.send("/akun/sandi", "/akun", **baru)
    return petugas


def looked_at(gedung: Gedung, kenari: Kenari, petugas: Peramban, all_: list[Kiriman]) -> None:
    """Every page of what came, a search for words of it, and work handed on with a word."""
    with gedung.house.ledger.read() as look:
        files = look.find(File)
    for one in all_:
        for path in ("", "/disposisi", "/disposisi/cetak"):
            petugas.ask(f"/kiriman/{one.id}{path}")
        petugas.ask(f"/meja/{one.id}")
    for file in files:
        petugas.ask(f"/file/{file.id}")
        petugas.ask(f"/file/{file.id}/halaman/1")
    for word in (kenari.nik, kenari.isi[0], PINDAI, "kenari"):
        petugas.ask(f"/cari?kata={word}")
        petugas.ask(f"/register/masuk?cari={word}")
        petugas.ask(f"/register/masuk/xlsx?cari={word}")
        petugas.ask(f"/tidak/ada/{word}")
    at = f"/kiriman/{all_[0].id}/disposisi"
    told = {"peran": "peran/ppid", "sifat": "biasa", "versi": "0", "catatan": kenari.new()}
    petugas.send(at, **told)


def gone_wrong(gedung: Gedung, kenari: Kenari, petugas: Peramban) -> None:
    """What is no request, at both doors, and a file that is no longer what it was."""
    for port in (gedung.settings.port, gedung.settings.port_publik):
        knock(port, f"GET /cari?kata={kenari.nik} dan lagi HTTP/1.1", "Host: contoh")
        knock(port, f"{kenari.nik} / HTTP/1.1", "Host: contoh")
        knock(port, f"GET /lacak/{kenari.nik} HTTP/{kenari.nik}", "Host: contoh")
        knock(port, "GET / HTTP/1.1", "Host: contoh", f"({kenari.nik}): {kenari.nik}")
        knock(port, f"POST /masuk?{kenari.nik} HTTP/1.1", f"Content-Length: {kenari.nik}x")
        chunked = (f"POST /masuk?{kenari.nik} HTTP/1.1", "Transfer-Encoding: chunked", "", "zz")
        knock(port, *chunked, kenari.nik)
    with gedung.house.ledger.read() as look:
        files = look.find(File)
    for file in files:
        kept = gedung.house.store.at(file.sha256)
        if kept and kenari.nik in file.nama:
            kept.chmod(0o600)
            kept.write_bytes(kept.read_bytes()[:40])
            petugas.ask(f"/file/{file.id}")
            petugas.ask(f"/file/{file.id}/halaman/1")


@pytest.mark.timeout(400)
def test_after_every_door_no_trace_of_what_is_withheld_is_left_anywhere(tmp_path: Path) -> None:
    kenari, dumps = Kenari(), list[bytes]()
    with a_building(tmp_path, lambda surel: by_mail(surel, kenari)) as gedung:
        petugas = by_door(gedung, kenari)
        many = 1 + by_folder(gedung, kenari)
        many += by_web(gedung, kenari, petugas)
        dumps.append(gedung.dump())
        many += by_staging(gedung, kenari, petugas) + by_public(gedung, kenari)
        dumps.append(gedung.dump())
        many += by_command(gedung, kenari)
        all_ = came(gedung, many)
        seen = petugas.ask(f"/cari?kata={kenari.isi[0]}") + petugas.ask(f"/cari?kata={PINDAI}")
        looked_at(gedung, kenari, petugas, all_)
        lists = by_lists(
            gedung, Kata(kenari.new), kenari.kentara, petugas, stranger(gedung, kenari)
        )
        dumps.append(gedung.dump())
        gone_wrong(gedung, kenari, petugas)
        gedung.stop()
        _nothing_is_found(gedung, kenari, all_, dumps, seen)
        _no_list_told(kenari, lists)


def _nothing_is_found(
    gedung: Gedung, kenari: Kenari, all_: list[Kiriman], dumps: list[bytes], seen: str
) -> None:
    # They were in hand: read, kept, found again.
    assert f"KTP {kenari.nik}.docx" in seen
    assert f"pindaian {kenari.nik}.pdf" in seen
    # And this walk would see a trace of them.
    log, lines = gedung.said(), b"\n".join(gedung.mata.baris)
    asked = gedung.mata.perintah.decode("utf-8", "replace")
    for word in ("POST /unggah 303", "web ", "publik ", "a request that was none"):
        assert word in log
    for program in (
        b"service.boxed.serve",
        b"service.publik.inside",
        b"tesseract",
        b"jobs.watcher",
    ):
        assert program in lines
    assert all(one.id in asked for one in all_)
    assert all(b"rq:" in one for one in dumps)

    places = {
        "a log": log,
        "the queue": asked + "".join(one.decode("latin-1") for one in dumps),
        "a command line": lines.decode("utf-8", "replace"),
        "the name of a temporary file": "\n".join(gedung.mata.nama),
        "a temporary file": contents(gedung.folder / "sementara"),
        "a room": contents(gedung.settings.home / "kerja"),
        "an upload": contents(gedung.settings.home / "unggahan"),
        "the public folder": contents(gedung.settings.home / "publik"),
        "the journal": rows(gedung, "catatan"),
        "work that is owed": rows(gedung, "pekerjaan") + rows(gedung, "detak"),
    }
    found = [
        f"{word} in {place}: {told[max(0, told.find(word) - 300) :][:400]}"
        for place, told in places.items()
        for word in kenari.everywhere()
        if word in told
    ]
    assert "\n".join(found) == ""
    whole = "".join(one.read_text("latin-1") for one in gedung.folder.glob("berkas.db*"))
    for typed in (kenari.sandi, kenari.salah, *kenari.kunci[:2]):
        assert typed not in whole


def stranger(gedung: Gedung, kenari: Kenari) -> Peramban:
    """Somebody of the office who may not see what is withheld."""
    token = gedung.invited("contoh.lain", "petugas")
    lain = gedung.browser()
    lain.send(f"/mulai/{token}", sandi=kenari.sandi)
    kenari.kunci += [token, *lain.cookies()]
    return lain


def _no_list_told(kenari: Kenari, lists: Hasil) -> None:
    """Those who may saw it, those who may not did not, and the public has what it should."""
    assert "kenari" in lists.dibaca
    assert "Bukti penghitaman" in lists.dibaca
    assert lists.keadaan == ["terbuka", "terverifikasi"]
    assert UMUM in lists.publik
    assert "%PDF" in lists.publik
    for told in (lists.orang_lain, lists.publik):
        assert not [word for word in kenari.everywhere() if word in told]
    assert "tidak ditemukan" in lists.orang_lain


def rows(gedung: Gedung, table: str) -> str:
    with gedung.house.engine.connect() as line:
        return str(line.execute(text(f"SELECT * FROM {table}")).all())


def contents(folder: Path) -> str:
    """The names and the bytes of all that lies in a folder."""
    names = below(folder)
    files = [Path(one) for one in names if Path(one).is_file()]
    return "\n".join([*names, *(one.read_text("latin-1") for one in files)])
