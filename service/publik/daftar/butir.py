"""One line as a page: its elements, its file, and how it came to read so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from service.domain.edisi import alamat
from service.domain.edisi.edisi import DIP
from service.domain.edisi.lajur import LAJUR
from service.domain.edisi.lajur import nama as nama_ruas
from service.domain.edisi.pilah import years
from service.domain.edisi.terbitan import Badan, FileTerbit
from service.domain.informasi.beda import Baris, beda
from service.domain.informasi.sumbu import KATEGORI_DIP
from service.domain.tanggal import local
from service.publik.daftar import kata
from service.publik.daftar.buku import Buku, Edisi
from service.publik.daftar.ke import Ke
from service.publik.daftar.lembar import Lembar, trail
from service.publik.daftar.terkini import cited


def page(buku: Buku, daftar: str, kode: str, ke: Ke) -> Lembar | None:
    """The page; None of what was never public here, whatever the reason."""
    nama = kata.nama(daftar)
    if daftar == DIP and (gone := buku.ditarik(kode)):
        told = {
            "judul": f"Baris {kode}",
            "jejak": trail(ke, (nama, daftar)),
            "apa": "Baris ini",
            "edisi": {"ditarik": kata.hari(gone[0], _zone(buku)), "alasan": gone[1]},
        }
        return Lembar("daftar_ditarik.html", told, 410)
    past = buku.history(daftar, kode)
    if not past:
        return None
    now = buku.line(daftar, kode)
    edisi, isi = (buku.edisi[now.edisi], now.isi) if now else past[-1]
    badan = buku.badan[edisi.badan]
    file = buku.file(edisi.id, kode)
    where = ke.file(alamat.file(kode, file.nama)) if file else ""
    return Lembar(
        "daftar_butir.html",
        {
            "daftar": daftar,
            "judul": kata.judul(daftar, isi) or kode,
            "jejak": trail(ke, (nama, daftar)),
            "kini": now is not None,
            "tidak_kini": kata.TIDAK_KINI,
            "unsur": _elements(daftar, isi, badan),
            "laman": isi.get("alamat", "") if isi.get("alamat", "").startswith("http") else "",
            "file": file,
            "file_alamat": where,
            "file_besar": kata.besar(file.ukuran) if file else "",
            "riwayat": _history(buku, past, ke),
            "edisi": cited(buku, edisi, ke),
            "jsonld": _schema(daftar, isi, badan, edisi, file, ke.url),
        },
    )


def _zone(buku: Buku) -> str:
    return next((badan.zona for badan in buku.badan.values()), "WIB")


def _elements(daftar: str, isi: Baris, badan: Badan) -> list[tuple[str, str]]:
    told = [("Badan publik", badan.nama), ("Kode", isi["kode"])]
    if daftar == DIP:
        told.append(("Kategori", KATEGORI_DIP.get(isi.get("kategori", ""), "")))
    told += [(head, isi.get(name, "")) for name, head in LAJUR[daftar].items()]
    if daftar != DIP:
        told.append(("Surat keputusan", isi.get("sk", "")))
    return [(head, words) for head, words in told if words]


def _history(buku: Buku, past: Sequence[tuple[Edisi, Baris]], ke: Ke) -> list[dict[str, Any]]:
    """What each edition did to the line, from the newest; one that did nothing is not told."""
    told = []
    before: Baris | None = None
    for edisi, isi in past:
        if before is None:
            words = "Tercantum pertama kali"
        else:
            changed = beda([before], [isi]).diubah
            names = [nama_ruas(x) for one in changed for x in one.ruas if x != "sidik"]
            words = f"Diubah: {', '.join(names)}" if names else ""
        if words:
            told.append({**cited(buku, edisi, ke), "kata": words})
        before = isi
    return told[::-1]


def _schema(
    daftar: str, isi: Baris, badan: Badan, edisi: Edisi, file: FileTerbit | None, url: str
) -> dict[str, Any]:
    """The line in the words of schema.org."""
    owner = {"@type": "GovernmentOrganization", "name": badan.nama}
    if badan.laman.startswith("http"):
        owner["url"] = badan.laman
    if badan.surel:
        owner["email"] = badan.surel
    title = kata.judul(daftar, isi) or isi["kode"]
    rest = [f"{head}: {isi[name]}" for name, head in LAJUR[daftar].items() if isi.get(name)]
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset" if daftar == DIP else "CreativeWork",
        "name": title,
        "description": "\n".join(rest),
        "identifier": isi["kode"],
        "inLanguage": "id",
        "url": alamat.whole(url, alamat.item(daftar, isi["kode"])),
        "publisher": owner,
        "isAccessibleForFree": True,
    }
    if edisi.terbit:
        told["datePublished"] = local(edisi.terbit, badan.zona).date().isoformat()
    if named := years(isi.get("waktu_tempat", "")):
        told["temporalCoverage"] = f"{named[-1]}/{named[0]}"
    if file:
        told["distribution"] = {
            "@type": "DataDownload",
            "encodingFormat": file.mime,
            "contentSize": str(file.ukuran),
            "sha256": file.sha256,
            "contentUrl": alamat.whole(url, alamat.file(isi["kode"], file.nama)),
        }
    return told
