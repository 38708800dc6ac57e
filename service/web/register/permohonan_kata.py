"""A request or an objection in the words of its page; who asks is told to those who handle it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from service.domain import isian_publik, samar
from service.domain import keberatan as b
from service.domain import permohonan as p
from service.domain.isian_publik import Aturan
from service.domain.keberatan import Keberatan
from service.domain.permohonan import Permohonan
from service.domain.tanggal import hari_tanggal, local, pukul
from service.domain.wewenang import Act, Hadir

Satu = Permohonan | Keberatan
PRIBADI = frozenset({"nama", "nik", "alamat", "pekerjaan", "telepon", "surel", "pemberi_kuasa"})


@dataclass(frozen=True)
class Rupa:
    """One kind of line, as its pages call it."""

    jenis: str  # also the first word of its addresses
    judul: str
    nomor: str  # what its legal number is called
    bukti: str
    dijawab: str
    keadaan: dict[str, str]
    aturan: tuple[Aturan, ...]


PERMOHONAN = Rupa(
    "permohonan",
    "Permohonan informasi",
    "Nomor pendaftaran",
    "Tanda bukti permohonan informasi publik",
    "Dijawab tertulis paling lambat",
    p.KEADAAN,
    isian_publik.PERMOHONAN,
)
KEBERATAN = Rupa(
    "keberatan",
    "Keberatan",
    "Nomor registrasi",
    "Tanda bukti pengajuan keberatan",
    "Ditanggapi paling lambat",
    b.KEADAAN,
    tuple(one for one in isian_publik.KEBERATAN if one.nama not in ("alasan", "kode_permohonan")),
)


def handles(oleh: Hadir, one: Satu) -> bool:
    """Whether a person has a part in this matter, and so must know who asks."""
    acts = (Act.IDENTIFY, Act.APPROVE, Act.DISPUTE)
    return any(oleh.may(act, one.instansi, one.unit) for act in acts)


def number_of(one: Satu) -> str:
    """Its legal number, '' until it is given."""
    return one.nomor_daftar if isinstance(one, Permohonan) else one.nomor


def answered(one: Satu) -> bool:
    """Whether its term no longer runs."""
    return one.keadaan in (p.USAI if isinstance(one, Permohonan) else b.USAI)


def facts(one: Satu, rupa: Rupa, zona: str) -> tuple[tuple[str, str], ...]:
    """Numbers, ways and days."""
    at = local(one.diterima, zona)
    given = hari_tanggal(one.tanggal_daftar) if one.tanggal_daftar else ""
    told = (
        (rupa.nomor, number_of(one) or "belum diberikan"),
        ("Tanggal pendaftaran", given),
        ("Nomor agenda", one.nomor_agenda),
        ("Diterima", f"{hari_tanggal(at.date())}, {pukul(one.diterima, zona)}"),
        ("Lewat", p.JALAN.get(one.jalan, one.jalan)),
        ("Waktu dihitung dari", hari_tanggal(one.hari_terima)),
        (rupa.dijawab, hari_tanggal(one.tenggat)),
    )
    return tuple((name, value) for name, value in told if value)


def due(one: Satu, today: date) -> str:
    """The shape of its state."""
    if answered(one):
        return "selesai"
    return "lewat" if today > one.tenggat else "berjalan"


def said(one: Satu, rupa: Rupa, *, whole: bool) -> tuple[tuple[str, str], ...]:
    """What the applicant wrote; who they are is told in full only where `whole`."""
    told = (
        (_label(field), _worded(field, getattr(one.isian, field.nama), whole=whole))
        for field in rupa.aturan
    )
    return tuple((label, value) for label, value in told if value)


def _label(field: Aturan) -> str:
    return "Kedudukan pemohon" if field.nama == "sebagai" else field.label


def _worded(field: Aturan, value: str, *, whole: bool) -> str:
    if field.nama in PRIBADI and not whole:
        return _masked(field.nama, value)
    return field.pilihan.get(value, value)


def _masked(nama: str, value: str) -> str:
    if nama in ("nama", "pemberi_kuasa"):
        return samar.nama(value)
    if nama in ("telepon", "surel"):
        return samar.kontak(*((value, "") if nama == "telepon" else ("", value)))
    return samar.alamat(value)


def answer(one: Satu) -> tuple[tuple[str, str], ...]:
    """What was decided on a request, or said to an objection; nothing where nobody has yet."""
    if isinstance(one, Keberatan):
        said = one.tanggapan
        told: tuple[tuple[str, str], ...] = (
            ("Putusan", b.PUTUSAN.get(one.surat.putusan, "")),
            ("Tanggal tanggapan", _written(said.tanggal)),
            ("Tanggapan", said.isi),
            ("Oleh", ", ".join(filter(None, (said.nama, said.jabatan)))),
            ("Nomor surat", one.surat.nomor),
            ("Keadaan surat", b.SURAT.get(one.surat.keadaan, "")),
            ("Diterima pemohon", _written(one.surat.sampai)),
        )
    else:
        k = one.keputusan
        biaya = f"Rp{k.biaya:,}".replace(",", ".") if k.biaya else ""
        told = (
            ("Keputusan", p.KEPUTUSAN.get(k.keputusan, "")),
            ("Alasan penolakan", k.alasan),
            ("Di bawah penguasaan", p.DIKUASAI.get(k.dikuasai, "")),
            ("Bentuk informasi", p.BENTUK.get(k.bentuk, "")),
            ("Jenis permintaan", p.JENIS_PERMINTAAN.get(k.jenis, "")),
            ("Pemberitahuan tertulis", _written(k.pemberitahuan)),
            ("Pemberian informasi", _written(k.pemberian)),
            ("Biaya", ", ".join(filter(None, (biaya, k.cara_bayar)))),
        )
    return tuple((name, value) for name, value in told if value)


def _written(iso: str) -> str:
    return hari_tanggal(date.fromisoformat(iso)) if iso else ""


def grounds(one: Satu) -> list[str]:
    """The grounds of an objection, by letter and in words."""
    given = one.alasan if isinstance(one, Keberatan) else ()
    return [f"{letter}. {b.ALASAN[letter]}" for letter in given]
