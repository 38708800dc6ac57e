"""The forms of the public: shown, read, kept, and answered with a receipt."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from flask import Response, make_response, render_template, request

from service.domain import isian_publik
from service.domain.antaran import (
    FAULTS,
    KEBERATAN,
    LAMPIRAN_BANYAK,
    LAMPIRAN_TERBESAR,
    PERMOHONAN,
    Antaran,
)
from service.domain.kabar import Kabar
from service.domain.keberatan_waktu import is_early, known
from service.domain.kode_lacak import read_kode
from service.domain.tanggal import hari_tanggal, local
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.publik import lampiran
from service.publik.blanko import BLANKO, Blanko
from service.publik.bukti import receipt
from service.publik.drop import new_kode
from service.publik.meja import desk, faced, who
from service.publik.words import (
    BELUM_DIBUKA,
    BELUM_DISIMPAN,
    GANGGUAN,
    KE_MEJA,
    KEDALUWARSA,
    PENUH,
    RAMAI,
    TERLALU_SERING,
)

JEBAKAN = "situs"  # a person does not see it and leaves it empty
SABAR = 3.0  # seconds that a receipt waits for its number


@dataclass(frozen=True)
class Kiriman:
    """A form as it was sent: what was typed, to which body, and the files with it."""

    isian: dict[str, str]
    instansi: str
    files: list[tuple[lampiran.Penampung, str]]


def ask(jenis: str) -> str:
    """The empty form; that there is none, as long as no body has been set up."""
    if not BLANKO[jenis].badan():
        judul = f"Layanan {jenis} belum dibuka"
        return render_template(
            "galat_publik.html", judul=judul, kata=BELUM_DIBUKA, tindakan=KE_MEJA.format(jenis)
        )
    typed = request.args.get("kode", "")[:40] if jenis == KEBERATAN else ""
    kabar = desk().papan.kabar(read_kode(typed)) if read_kode(typed) else None
    isian = {"kode_permohonan": typed}
    return show(BLANKO[jenis], Kiriman(isian, kabar.instansi if kabar else "", []), {}, ())


def take(jenis: str) -> Response:
    """Take a form in, or show it again with everything that was typed."""
    blanko, came = BLANKO[jenis], read(BLANKO[jenis])
    if not blanko.badan():
        answer = make_response(show(blanko, came, {}, (BELUM_DISIMPAN,)), 503)
        answer.headers["Retry-After"] = "600"
        return answer
    galat, umum = _wrong(blanko, came), _suspicions()
    if galat or umum:
        return make_response(show(blanko, came, galat, umum), 422)
    words = {**came.isian, "": came.instansi}
    kode = new_kode(desk().secret, request.form["csrf"], words, lampiran.marks(came.files))
    known = desk().papan.kabar(kode) is not None or desk().drop.since(kode) is not None
    if not known and (too_many := _brake()):
        answer = make_response(show(blanko, came, {}, (too_many,)), 429)
        answer.headers["Retry-After"] = "600"
        return answer
    antaran = Antaran(
        jenis, kode, datetime.now(UTC), came.instansi, came.isian, lampiran.told(came.files)
    )
    since = antaran.diterima
    if desk().papan.kabar(kode) is None:
        since = desk().drop.keep(antaran, [one for one, _ in came.files])
    return make_response(receipt(replace(antaran, diterima=since), _soon(kode)), 200)


def again(jenis: str) -> tuple[str, int]:
    """The form as it was sent, where the folder could not take it."""
    return show(BLANKO[jenis], read(BLANKO[jenis]), {}, (PENUH,)), 503


def read(blanko: Blanko) -> Kiriman:
    """What was typed and sent."""
    nik = desk().place.nik
    names = [one.nama for one in blanko.aturan if nik or one.nama != "nik"]
    isian = {nama: isian_publik.tidy(_typed(nama)) for nama in names}
    files = lampiran.sent(request) if blanko.berlampiran else []
    return Kiriman(isian, request.form.get("instansi", "")[:60], files)


def _typed(nama: str) -> str:
    if nama == "alasan":
        return " ".join(request.form.getlist(nama)[:20])
    return request.form.get(nama, "")


def _wrong(blanko: Blanko, came: Kiriman) -> dict[str, str]:
    found = FAULTS[blanko.jenis](came.isian)
    if wrong := lampiran.fault(came.files):
        found["lampiran"] = wrong
    if desk().badan_of(came.instansi) not in blanko.badan():
        found["instansi"] = "Pilih badan publik yang Anda tuju."
    if blanko.jenis == KEBERATAN and "kode_permohonan" not in found:
        found |= _of_request(came)
    return found


def _of_request(came: Kiriman) -> dict[str, str]:
    """What is wrong with the request an objection names, as far as the public may know."""
    if not (typed := came.isian["kode_permohonan"]):
        return {}
    kode = read_kode(typed)
    if not kode:
        return {"kode_permohonan": "Kode ini belum lengkap; salin dari tanda bukti permohonan."}
    kabar = desk().papan.kabar(kode)
    if kabar is None or kabar.jenis != PERMOHONAN:
        return {}  # told alike whether it is there or not; the office looks
    return _opens_later(came, kabar)


def _opens_later(came: Kiriman, kabar: Kabar) -> dict[str, str]:
    if kabar.tenggat is None:
        return {}
    today = local(datetime.now(UTC), kabar.zona).date()
    given = isian_publik.grounds(came.isian["alasan"])
    if not is_early(known(given, kabar.tenggat, answered=kabar.dijawab), today):
        return {}
    return {
        "alasan": "Alasan huruf c dan g baru dapat diajukan setelah batas waktu jawaban, "
        f"{hari_tanggal(kabar.tenggat)}, lewat. Alasan lain dapat diajukan sekarang."
    }


def _suspicions() -> tuple[str, ...]:
    """Why this may not be a person who saw the form; the form comes back good for a second try."""
    foreign = request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none")
    if foreign or not desk().token.holds(request.form.get("csrf", "")):
        return (KEDALUWARSA,)
    return (GANGGUAN,) if request.form.get(JEBAKAN) else ()


def _brake() -> str:
    """Why no more is taken now, from this address or from all together; '' where it is."""
    if not desk().limit.allows(who()):
        return TERLALU_SERING
    return "" if desk().semua.allows("") else RAMAI


def _soon(kode: str) -> Kabar | None:
    """What the office shows for this code; a few people at once are let wait a moment for it."""
    found = desk().papan.kabar(kode)
    # Where the office has no place to answer at, no number comes in a moment.
    if found or not desk().papan.answers() or not desk().menunggu.acquire(blocking=False):
        return found
    try:
        end = time.monotonic() + SABAR
        while found is None and time.monotonic() < end:
            time.sleep(0.1)
            found = desk().papan.kabar(kode)
        return found
    finally:
        desk().menunggu.release()


def show(blanko: Blanko, came: Kiriman, galat: Mapping[str, str], umum: Iterable[str]) -> str:
    """The form with what was typed in it and what is wrong beside it."""
    kelompok = blanko.kelompok(came.isian, galat, nik=desk().place.nik)
    if choice := _choice(blanko, came, galat):
        kelompok = (Kelompok("Badan publik", (choice,)), *kelompok)
    formulir = Formulir(
        alamat=blanko.alamat,
        tombol=blanko.tombol,
        kelompok=(*kelompok, _files(came, galat)) if blanko.berlampiran else kelompok,
        salah=tuple(umum),
        berlampiran=blanko.berlampiran,
    )
    return render_template(
        "permohonan.html",
        judul=blanko.judul,
        kata=blanko.kata,
        formulir=formulir,
        jebakan=JEBAKAN,
        muka=faced(csrf=desk().token.new()),
    )


def _choice(blanko: Blanko, came: Kiriman, galat: Mapping[str, str]) -> Ruas | None:
    """Which body it is for, where there are several in the house."""
    badan = blanko.badan()
    if len(desk().papan.badan()) < 2:
        return None
    return Ruas(
        "instansi",
        "Badan publik yang Anda tuju",
        came.instansi,
        jenis="pilih",
        pilihan=tuple(Pilihan(one.kode, one.nama) for one in badan),
        galat=galat.get("instansi", ""),
    )


def _files(came: Kiriman, galat: Mapping[str, str]) -> Kelompok:
    again = "Pilih lagi file Anda, karena peramban tidak menyimpannya. " if came.files else ""
    ruas = tuple(
        Ruas(
            lampiran.NAMA,
            f"File pendukung {n}",
            jenis="file",
            wajib=False,
            galat=galat.get(lampiran.NAMA, "") if n == 1 else "",
            kunci=f"{lampiran.NAMA}-{n}",
        )
        for n in range(1, LAMPIRAN_BANYAK + 1)
    )
    most = LAMPIRAN_TERBESAR // 1_000_000
    return Kelompok(
        "File pendukung", ruas, f"{again}Misalnya surat kuasa; setiap file paling besar {most} MB."
    )
