"""Search: words in files and in what is known of them, newest first."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for

from service.acts.instansi.aturan import rules_of
from service.acts.lihat.terlihat import reach
from service.domain import kiriman as k
from service.domain.cari import Tanya, excerpts, marked, read
from service.domain.tanggal import local, panjang
from service.domain.wewenang import Act
from service.face.alamat import link, page_of
from service.face.isi import Halaman, Kosong, Tautan
from service.face.isi_formulir import Pilihan, Ruas
from service.face.isi_register import HasilCari
from service.ports.cari import SaringCari, Temu
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.masa import midnight
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work, known
from service.web.informasi import daftar as informasi_cari
from service.web.informasi import kata as informasi_kata
from service.web.kata.kiriman import KEADAAN, PINTU, of_kiriman

bp = Blueprint("cari", __name__)
SEHALAMAN = 20
TERJAUH = 50  # pages; who needs more narrows the search
DICARI = tuple(one for one in KEADAAN if one != k.DIKENALI)
CARA = (
    "Semua kata harus ada; imbuhan diabaikan, jadi bayar menemukan pembayaran. Frasa diapit tanda "
    'kutip ("rapat pleno"), kata yang tidak boleh ada diawali minus (-undangan), awal kata '
    "diakhiri bintang (sosial*). Nomor surat boleh ditulis dengan atau tanpa spasi."
)
TERSEGEL = (
    "Isi kiriman rahasia tidak ikut dicari, sebab simpanan di kantor ini disandikan; kiriman itu "
    "ditemukan lewat nomor, perihal, dan pengirimnya."
)


@bp.get("/cari")
@only(Act.LOOK)
def show() -> str:
    """What was asked for, and where it stands."""
    asked = {name: value for name, value in request.args.items() if value}
    stem = house().stemmer.akar
    tanya = read(asked.get("kata", ""), stem)
    page = min(page_of(asked), TERJAUH)
    first = (page - 1) * SEHALAMAN
    found = house().cari.found(
        tanya, reach(house(), hadir()), _narrowed(asked), first, SEHALAMAN + 1
    )
    informasi = informasi_cari.by_kode(asked.get("kata", ""))
    hasil = tuple(_shown(one, tanya) for one in found[:SEHALAMAN])
    return render_template(
        "cari.html",
        kata=asked.get("kata", "")[:200],
        saring=_filters(asked),
        tersaring=len(asked) > 1,
        cara=CARA,
        tersegel=TERSEGEL if house().sealed and hadir().may(Act.SECRET) else "",
        hasil=hasil,
        informasi=Tautan(informasi_kata.title(informasi), f"/informasi/{informasi.id}")
        if informasi
        else None,
        mulai=first + 1,
        halaman=_pages(asked, page, first, len(hasil), more=len(found) > SEHALAMAN),
        kosong=_nothing(tanya, asked),
    )


def _narrowed(asked: dict[str, str]) -> SaringCari:
    zona = zona_of(hadir(), at_work())
    instansi, _, unit = asked.get("unit", "").partition("/")
    return SaringCari(
        instansi=instansi,
        unit=unit,
        jenis=asked.get("jenis", ""),
        pintu=asked.get("pintu", ""),
        keadaan=asked.get("keadaan", ""),
        dari=midnight(asked.get("dari", ""), zona),
        sampai=midnight(asked.get("sampai", ""), zona, end=True),
    )


def _filters(asked: dict[str, str]) -> tuple[Ruas, ...]:
    def one(nama: str, label: str, pilihan: list[Pilihan]) -> Ruas:
        value, every = asked.get(nama, ""), Pilihan("", f"Semua {label.lower()}")
        return Ruas(nama, label, value, "pilih", pilihan=(every, *pilihan), wajib=False)

    return (
        one("unit", "Unit", _units()),
        one("jenis", "Jenis", _kinds()),
        one("pintu", "Pintu masuk", [Pilihan(kode, nama) for kode, nama in PINTU.items()]),
        one("keadaan", "Keadaan", [Pilihan(kode, KEADAAN[kode].kata) for kode in DICARI]),
        Ruas("dari", "Diterima sejak", asked.get("dari", ""), "tanggal", wajib=False),
        Ruas("sampai", "Sampai", asked.get("sampai", ""), "tanggal", wajib=False),
    )


def _mine() -> list[str]:
    """Where the person may look, were it at one unit alone."""
    places = {one.instansi for one in reach(house(), hadir())}
    return [one.id for one in at_work() if one.id in places]


def _units() -> list[Pilihan]:
    mine, several = _mine(), len(_mine()) > 1
    offered = []
    for kode in mine:
        if several:
            offered.append(Pilihan(kode, nama_instansi(kode)))
        instansi = known(kode)
        for unit in instansi.unit if instansi else ():
            if hadir().sees(kode, unit.id):
                nama = f"{unit.nama}, {nama_instansi(kode)}" if several else unit.nama
                offered.append(Pilihan(f"{kode}/{unit.id}", nama))
    return offered


def _kinds() -> list[Pilihan]:
    with house().ledger.read() as reading:
        rules = [rules_of(house().packs, reading, kode) for kode in _mine() if known(kode)]
    names = {one.id: one.nama for rule in rules for one in rule.jenis}
    return [Pilihan(id_, nama) for id_, nama in sorted(names.items(), key=lambda one: one[1])]


def _shown(one: Temu, tanya: Tanya) -> HasilCari:
    kiriman, stem = one.kiriman, house().stemmer.akar
    keadaan = of_kiriman(kiriman)
    judul = kiriman.surat.perihal or kiriman.nama
    told = (
        kiriman.nomor_agenda and f"Agenda {kiriman.nomor_agenda}",
        kiriman.surat.nomor and f"Nomor {kiriman.surat.nomor}",
        kiriman.surat.pengirim,
        f"diterima {panjang(local(kiriman.diterima, zona_of(hadir(), at_work())).date())}",
        _unit_name(kiriman.instansi, kiriman.unit),
        "rahasia" if kiriman.rahasia else "",
    )
    return HasilCari(
        judul=marked(judul, tanya, stem).kata,
        alamat=f"/kiriman/{kiriman.id}",
        keadaan=keadaan.kata,
        bentuk="dikecualikan" if kiriman.rahasia else keadaan.bentuk,
        sifat=tuple(filter(None, told)),
        file=marked(one.nama, tanya, stem).kata if one.nama != judul else (),
        potongan=tuple(piece.kata for piece in excerpts(one.isi, tanya, stem)),
    )


def _unit_name(kode: str, unit: str) -> str:
    instansi = known(kode) if kode else None
    found = instansi.unit_of(unit) if instansi else None
    return found.nama if found else ""


def _pages(
    asked: dict[str, str], page: int, first: int, many: int, *, more: bool
) -> Halaman | None:
    if page == 1 and not more:
        return None

    def to(number: int) -> str:
        at = str(number) if number > 1 else ""
        return link(url_for("cari.show"), asked, halaman=at)

    kata = f"Hasil {first + 1} sampai {first + many}" if many else "Tidak ada hasil lagi"
    on = to(page + 1) if more and page < TERJAUH else ""
    return Halaman(page, page + 1, kata, to(page - 1) if page > 1 else "", on)


def _nothing(tanya: Tanya, asked: dict[str, str]) -> Kosong:
    if not asked.get("kata"):
        return Kosong("Belum ada yang dicari", CARA)
    if tanya.kosong:
        return Kosong(
            "Kata pencarian belum cukup",
            "Tulis sedikitnya satu kata yang harus ada, misalnya: anggaran -undangan.",
        )
    return Kosong(
        "Tidak ada file yang cocok",
        "Kurangi kata atau saringannya, atau coba awal katanya saja dengan bintang. File yang "
        "isinya tidak terbaca hanya ditemukan lewat nama, nomor, perihal, dan pengirimnya.",
    )
