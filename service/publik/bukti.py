"""The receipt, and the page that says where a request stands."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Response, jsonify, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from service.domain.antaran import ISIAN, KEBERATAN, MASUKAN, PERMOHONAN, Antaran
from service.domain.isian_publik import Aturan, grounds
from service.domain.kabar import Kabar
from service.domain.keberatan import ALASAN
from service.domain.keberatan import KEADAAN as KEADAAN_KEBERATAN
from service.domain.kode_lacak import read_kode, spoken
from service.domain.tanggal import hari_tanggal, local, pukul
from service.face.qr import drawn
from service.publik.meja import desk, who
from service.publik.words import TERLALU_BANYAK_TANYA

SEBUTAN = {"permohonan": "Permohonan", "keberatan": "Keberatan", "masukan": "Masukan"}
BUKTI = {
    PERMOHONAN: "permohonan informasi publik",
    KEBERATAN: "pengajuan keberatan",
    MASUKAN: "masukan publik",
}
TERCETAK = (
    "tentang",
    "isi",
    "rincian",
    "alasan",
    "tujuan",
    "kasus_posisi",
    "memperoleh",
    "mendapatkan",
)
BELUM = "Sedang diberikan"
MENUNGGU_PETUGAS = "Menunggu petugas"


def receipt(antaran: Antaran, kabar: Kabar | None) -> str:
    """The receipt, given only when the form would outlast a power cut."""
    badan = desk().badan_of(antaran.instansi)
    kode = spoken(antaran.kode)
    return render_template(
        "tanda_bukti.html",
        sebutan=SEBUTAN[antaran.jenis],
        badan=kabar.nama_instansi if kabar else badan.nama if badan else "",
        kode=kode,
        waktu=_when(antaran.diterima, desk().zona_of(antaran.instansi)),
        baris=numbers(kabar, antaran.jenis),
        siap=kabar is not None,
        nama=antaran.isian.get("nama", ""),
        diminta=[
            (one.label, _worded(one, antaran.isian[one.nama]))
            for one in ISIAN[antaran.jenis]
            if one.nama in TERCETAK and antaran.isian.get(one.nama)
        ],
        lampiran=[one.nama for one in antaran.lampiran],
        lacak=url_for("tracked", kode=kode),
        nomor=url_for("told", kode=kode),
        alamat=_address(kode),
        qr=drawn(_address(kode), f"QR menuju kabar {SEBUTAN[antaran.jenis].lower()} ini"),
        bukti=BUKTI[antaran.jenis],
        jenis=antaran.jenis,
    )


def _worded(one: Aturan, value: str) -> str:
    if one.nama == "alasan":
        return "\n".join(f"{letter}. {ALASAN[letter]}" for letter in grounds(value))
    return one.pilihan.get(value, value)


def _address(kode: str) -> str:
    base = desk().place.url or request.host_url.rstrip("/")
    return f"{base}{url_for('tracked', kode=kode)}"


def numbers(kabar: Kabar | None, jenis: str) -> list[tuple[str, str, str]]:
    """Numbers and term, each with its name on the page and the key a script fills it by."""
    told = words(kabar) if kabar else dict.fromkeys(("nomor", "agenda", "mulai", "tenggat"), BELUM)
    if jenis == MASUKAN:  # has no legal number, and nothing is due
        return [("agenda", "Nomor agenda", told["agenda"])]
    return [
        ("nomor", "Nomor pendaftaran", told["nomor"]),
        ("agenda", "Nomor agenda", told["agenda"]),
        ("mulai", "Waktu dihitung dari", told["mulai"]),
        ("tenggat", "Dijawab tertulis paling lambat", told["tenggat"]),
    ]


def words(kabar: Kabar) -> dict[str, str]:
    """The same, as a page says them."""
    return {
        "nomor": kabar.nomor or MENUNGGU_PETUGAS,
        "agenda": kabar.nomor_agenda,
        "mulai": hari_tanggal(kabar.hari_terima),
        "tenggat": hari_tanggal(kabar.tenggat) if kabar.tenggat else "",
    }


def track() -> str | Answer:
    """Asks for a code, and goes to its page."""
    if typed := request.args.get("kode", "").strip()[:100]:
        return redirect(url_for("tracked", kode=read_kode(typed) or "-"), 303)
    return render_template("lacak.html")


def tracked(kode: str) -> str | Answer | tuple[str, int]:
    """Where a request stands; one answer for all that is not known here, whatever the reason."""
    plain = read_kode(kode)
    if desk().tebakan.full(who()):
        return too_many()
    if plain and (kabar := desk().papan.kabar(plain)):
        return _known(plain, kabar)
    if since := desk().drop.since(plain) if plain else None:
        waktu = _when(since, desk().zona_of(desk().drop.instansi(plain)))
        return render_template(
            "lacak_satu.html", kode=spoken(plain), waktu=waktu, kabar=None, segar=True
        )
    desk().tebakan.allows(who())
    return render_template("lacak_tidak_ada.html"), 404


def _known(kode: str, kabar: Kabar) -> str:
    today = local(datetime.now(UTC), kabar.zona).date()
    return render_template(
        "lacak_satu.html",
        kode=spoken(kode),
        waktu=_when(kabar.diterima, kabar.zona),
        kabar=kabar,
        sebutan=SEBUTAN[kabar.jenis],
        baris=numbers(kabar, kabar.jenis),
        lewat=kabar.tenggat is not None and not kabar.usai and today > kabar.tenggat,
        keberatan=[
            (one.nomor or MENUNGGU_PETUGAS, KEADAAN_KEBERATAN.get(one.keadaan, one.keadaan))
            for one in kabar.keberatan
        ],
        segar=False,
    )


def told(kode: str) -> Response:
    """The numbers alone, for the receipt that still waits for them."""
    plain = read_kode(kode)
    kabar = desk().papan.kabar(plain) if plain and not desk().tebakan.full(who()) else None
    if kabar:
        return jsonify(siap=True, **words(kabar))
    if not plain or desk().drop.since(plain) is None:
        desk().tebakan.allows(who())
    return jsonify(siap=False)


def too_many() -> Answer:
    """What who tries many codes is told."""
    answer = make_response(
        render_template(
            "galat_publik.html",
            judul="Terlalu banyak kode dicoba",
            kata=TERLALU_BANYAK_TANYA,
            tindakan="Tunggu sepuluh menit, lalu ketik kode dari tanda bukti Anda.",
        ),
        429,
    )
    answer.headers["Retry-After"] = "600"
    return answer


def _when(moment: datetime, zona: str) -> str:
    return f"{hari_tanggal(local(moment, zona).date())} pukul {pukul(moment, zona)}"
