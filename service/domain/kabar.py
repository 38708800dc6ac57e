"""What the public may know of a request by its code: numbers, days and where it stands; no more."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime

from service.domain import keberatan as keberatans
from service.domain import masukan as masukans
from service.domain import permohonan as permohonans
from service.domain.instansi import Instansi
from service.domain.keberatan import Keberatan
from service.domain.masukan import MasukanPublik
from service.domain.permohonan import Permohonan
from service.domain.tanggal import ZONA

BENTUK = 1  # the shape of the file
TERBESAR = 16_384
KEADAAN = {
    "permohonan": permohonans.KEADAAN,
    "keberatan": keberatans.KEADAAN,
    "masukan": masukans.KEADAAN,
}
USAI = {
    "permohonan": permohonans.USAI,
    "keberatan": keberatans.USAI,
    "masukan": masukans.USAI,
}


@dataclass(frozen=True)
class KabarKeberatan:
    """An objection to the request, as its own code would tell it."""

    nomor: str
    keadaan: str


@dataclass(frozen=True)
class Kabar:
    """One published file; every field is named here, so nothing else can slip into it."""

    jenis: str  # permohonan, keberatan, masukan
    instansi: str  # its kode
    nama_instansi: str
    zona: str
    diterima: datetime
    hari_terima: date
    tenggat: date | None  # nothing is due for a suggestion
    nomor_agenda: str
    nomor: str  # the legal number, '' until it is given
    keadaan: str
    dijawab: bool
    keberatan: tuple[KabarKeberatan, ...] = ()

    @property
    def kata(self) -> str:
        """Where it stands, in words."""
        return KEADAAN[self.jenis][self.keadaan]

    @property
    def usai(self) -> bool:
        """Whether nothing more is due: answered, withdrawn or closed."""
        return self.keadaan in USAI[self.jenis]


def of_permohonan(one: Permohonan, instansi: Instansi, more: Iterable[Keberatan]) -> Kabar:
    """What may be known of a request."""
    return Kabar(
        "permohonan",
        one.instansi,
        instansi.nama,
        instansi.zona_of(one.unit),
        one.diterima,
        one.hari_terima,
        one.tenggat,
        one.nomor_agenda,
        one.nomor_daftar,
        one.keadaan,
        one.keadaan in (permohonans.DIJAWAB, permohonans.SELESAI),
        tuple(KabarKeberatan(x.nomor, x.keadaan) for x in more),
    )


def of_keberatan(one: Keberatan, instansi: Instansi) -> Kabar:
    """What may be known of an objection."""
    return Kabar(
        "keberatan",
        one.instansi,
        instansi.nama,
        instansi.zona_of(one.unit),
        one.diterima,
        one.hari_terima,
        one.tenggat,
        one.nomor_agenda,
        one.nomor,
        one.keadaan,
        one.keadaan == keberatans.DITANGGAPI,
    )


def of_masukan(one: MasukanPublik, instansi: Instansi, hari_terima: date) -> Kabar:
    """What may be known of a suggestion."""
    return Kabar(
        "masukan",
        one.instansi,
        instansi.nama,
        instansi.zona_of(one.unit),
        one.diterima,
        hari_terima,
        None,
        one.nomor_agenda,
        "",
        one.keadaan,
        one.keadaan in masukans.USAI,
    )


def write(kabar: Kabar) -> bytes:
    """The bytes that `read` reads."""
    return json.dumps({"bentuk": BENTUK, **asdict(kabar)}, default=_iso, indent=1).encode()


def _iso(value: object) -> str:
    assert isinstance(value, date)  # a datetime is one, too
    return value.isoformat()


def read(content: bytes) -> Kabar | None:
    """What a published file says, or None where it is not one this code knows."""
    try:
        told = json.loads(content)
        if told.pop("bentuk") != BENTUK or told["zona"] not in ZONA:
            return None
        told["diterima"] = datetime.fromisoformat(told["diterima"])
        for name in ("hari_terima", "tenggat"):
            told[name] = date.fromisoformat(told[name]) if told[name] else None
        if not told["hari_terima"] or (not told["tenggat"] and told["jenis"] != "masukan"):
            return None
        told["keberatan"] = tuple(KabarKeberatan(**one) for one in told["keberatan"])
        kabar = Kabar(**told)
        return kabar if kabar.kata else None
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
