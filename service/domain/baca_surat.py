"""What a letter says of itself besides number and date: perihal, sender, addressee, sifat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from email.utils import parsedate_to_datetime

from service.domain.baca_tanggal import dates_in
from service.domain.halaman_teks import Baris, Nilai, best, cells, head, is_title

CALON = 3
TERPANJANG = 300
_HAL = re.compile(
    r"^(?:perihal|prihal|hal|subjek|nama sop)\b\.?\s*[:.]?\s+|^(?:perihal|prihal|hal)\s*[:.]\s*",
    re.I,
)
_DARI = re.compile(r"^(?:dari|pengirim)\s*[:.]?\s+|^dari\s*:\s*", re.I)
_NAMA = re.compile(r"^nama(?:\s+(?:lengkap|pemohon))?\s*:\s*", re.I)
_YTH = re.compile(
    r"^(?:kepada\s*(?:,)?\s*)?(?:y\s?th\b\.?,?|kepada\s*:|kepada\s+yang\s+terhormat)\s*[:,]?\s*",
    re.I,
)
_KEPADA = re.compile(r"^kepada\s*[:,]?$|^(?:kepada\s+)?yth\.?\s*:?$", re.I)
_SIFAT = re.compile(r"^sifat\s*[:.]?\s*(.+)", re.I)
_CAP = re.compile(r"^(sangat\s+rahasia|rahasia)$", re.I)
_LABEL = re.compile(
    r"^(?:nomor|no|sifat|lampiran|lamp|hal|perihal|tanggal|tgl|dari|kepada|yth|tembusan|"
    r"dengan hormat|menimbang|tentang|di\b|u\.?p\b|kota|alamat|nip)\b",
    re.I,
)
_KOP = re.compile(
    r"\b(?:pemerintah|kementerian|sekretariat|dinas|badan|biro|kantor|bagian|bidang|direktorat|"
    r"inspektorat|kecamatan|kelurahan|desa|rumah sakit|rsud|puskesmas|universitas|fakultas|sekolah|"
    r"komisi|mahkamah|pengadilan|kejaksaan|kepolisian|dewan|dprd|lembaga|yayasan|perkumpulan|"
    r"forum|aliansi|pt|cv|koperasi|balai|unit|pejabat pengelola)\b",
    re.I,
)
_BUKAN_KOP = re.compile(
    r"\b(?:jalan|jl|telepon|telp|faksimile|fax|email|surel|laman|www|kode pos)\b|@", re.I
)
_BUKAN_BADAN = re.compile(r"(?:kepala|plt|tahun|bulan|republik)\b", re.I)
_JUDUL = re.compile(
    r"^(?:nota|memo|surat|undangan|laporan|berita acara|keputusan|peraturan|formulir|daftar|"
    r"tentang|standar|sop\b|permohonan|pengumuman|tanda terima|lampiran)",
    re.I,
)
_HORMAT = re.compile(r"^(?:hormat kami|hormat saya|pemohon|yang memohon|yang mengajukan)\b", re.I)
_GELAR_NAMA = re.compile(r"^[(\[]?\s*([A-Z][A-Za-z'.,\- ]{3,60}?)\s*[)\]]?$")
_FW = re.compile(r"^(?:(?:re|fw|fwd|bls|trs)\s*:\s*)+", re.I)
_SURAT_EL = re.compile(r"^\s*\"?([^\"<@]*?)\"?\s*(?:<[^>]*>)?\s*$")
SIFAT: dict[str, str] = {
    "sangat rahasia": "sangat_rahasia",
    "rahasia": "rahasia",
    "terbatas": "rahasia",
    "konfidensial": "rahasia",
    "sangat segera": "segera",
    "amat segera": "segera",
    "segera": "segera",
    "kilat": "segera",
    "biasa": "biasa",
    "terbuka": "biasa",
}
_AWALAN = {"SR": "sangat_rahasia", "R": "rahasia", "B": "biasa"}
_TETAP = (
    "PPID DIP DIK KIP RSUD RS DPRD DPR UPT UPTD BPS BPK BPKP RI NTT NTB DKI DIY KPU ASN SOP UU PP "
    "APBD APBN OPD SKPD BUMD BUMN PT CV TNI POLRI"
)
_SINGKATAN = frozenset(_TETAP.split())
_KECIL = frozenset(("dan", "di", "ke", "dari", "atas", "untuk", "yang"))


def subjects(
    baris: Sequence[Baris], nama: str, asal: Mapping[str, str] | None = None
) -> tuple[Nilai, ...]:
    """What the letter is about, surest first; the file's name where it does not say."""
    found = [*_after_hal(baris), *_below_tentang(baris)]
    found += [Nilai(one.teks, "perihal.judul", one.teks, 1, 45) for one in _titles(baris)[:1]]
    if mail := _clean((asal or {}).get("perihal", "")):
        found.append(Nilai(_FW.sub("", mail), "perihal.surel", mail, 0, 82))
    stem = re.sub(r"[\s_]+", " ", nama.rsplit(".", 1)[0]).strip()
    return best([*found, Nilai(stem, "perihal.nama", nama, 0, 20)] if stem else found, CALON)


def senders(baris: Sequence[Baris], asal: Mapping[str, str]) -> tuple[Nilai, ...]:
    """Who wrote, surest first."""
    found = [*_after(baris, _DARI, "pengirim.label", 88), *_letterhead(baris), *_signed(baris)]
    found += _after(baris, _NAMA, "pengirim.pemohon", 72)
    mail = _SURAT_EL.match(asal.get("dari", ""))
    if mail and mail[1].strip():
        found.append(Nilai(mail[1].strip(), "pengirim.surel", mail[0].strip(), 0, 78))
    return best(found, CALON)


def mailed(asal: Mapping[str, str]) -> tuple[Nilai, ...]:
    """The day a letter by mail was sent, where the letter itself names none."""
    text = asal.get("tanggal", "")
    if found := dates_in(text):
        return (Nilai(found[0].nilai, "tanggal.surel", text, 0, 75),)
    try:
        sent = parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ()
    return (Nilai(sent.isoformat(), "tanggal.surel", text, 0, 75),)


def addressees(baris: Sequence[Baris]) -> tuple[Nilai, ...]:
    """To whom, surest first."""
    found = []
    for n, one in enumerate(baris):
        for cell in cells(one.teks) if one.kepala else ():
            if not (label := _YTH.match(cell) or _KEPADA.match(cell)):
                continue
            rest = _tail(one.teks, cell[label.end() :])
            if not rest and n + 1 < len(baris):
                below = baris[n + 1].teks
                rest = below[hit.end() :] if (hit := _YTH.match(below)) else below
            if value := _clean(rest):
                found.append(Nilai(value, "tujuan.yth", one.teks, one.halaman, 85))
    return best(found, CALON)


def characters(baris: Sequence[Baris], nomor: Sequence[Nilai]) -> tuple[Nilai, ...]:
    """How it is to be treated: biasa, segera, rahasia, sangat_rahasia."""
    found = []
    for one in head(baris):
        for cell in (one.teks, *cells(one.teks)):
            if label := _SIFAT.match(cell):
                found += _named(label[1], "sifat.label", one, 95)
            elif stamp := _CAP.match(cell):
                found += _named(stamp[1], "sifat.cap", one, 88)
    for number in nomor[:1]:
        mark = re.match(r"(SR|R|B)-\d", number.nilai)
        if mark and number.keyakinan >= 80:
            sure = 65 if mark[1] == "B" else 82
            value = _AWALAN[mark[1]]
            found.append(Nilai(value, "sifat.nomor", number.kutipan, number.halaman, sure))
    return best(found, CALON)


def normal(pengirim: str) -> str:
    """A sender as two letters of theirs agree on it, however they are typed."""
    return " ".join(re.findall(r"\w+", pengirim.casefold()))[:200]


def _named(words: str, aturan: str, one: Baris, sure: int) -> list[Nilai]:
    plain = " ".join(words.casefold().split()).strip(" .*")
    word = next((word for word in SIFAT if plain.startswith(word)), "")
    return [Nilai(SIFAT[word], aturan, one.teks, one.halaman, sure)] if word else []


def _after(baris: Sequence[Baris], label: re.Pattern[str], aturan: str, sure: int) -> list[Nilai]:
    found = []
    for one in head(baris):
        hit = label.match(one.teks)
        if hit and (value := _clean(one.teks[hit.end() :])):
            found.append(Nilai(value, aturan, one.teks, one.halaman, sure))
    return found


def _after_hal(baris: Sequence[Baris]) -> Iterator[Nilai]:
    for n, one in enumerate(baris):
        if one.kepala and (hit := _HAL.match(one.teks)):
            parts = [one.teks[hit.end() :]]
            for below in baris[n + 1 : n + 4]:
                if not parts[0] or _goes_on(parts[-1], below.teks):
                    parts.append(below.teks)
                else:
                    break
            if value := _clean(" ".join(filter(None, map(_first_cell, parts)))):
                yield Nilai(value, "perihal.label", one.teks, one.halaman, 95)


def _goes_on(above: str, below: str) -> bool:
    """Whether a line is the rest of a perihal: it begins small, and the one above was full."""
    if _LABEL.match(below) or dates_in(below) or above.rstrip().endswith("."):
        return False
    return len(above) > 25 and (below[:1].islower() or above.rstrip().endswith((" dan", " atas")))


def _below_tentang(baris: Sequence[Baris]) -> Iterator[Nilai]:
    lines = head(baris)
    for n, one in enumerate(lines):
        if one.teks.strip(" :").upper() == "TENTANG":
            parts = []
            for below in lines[n + 1 : n + 6]:
                if _LABEL.match(below.teks) or not below.teks.isupper():
                    break
                parts.append(below.teks)
            if value := _clean(" ".join(parts)):
                yield Nilai(polite(value), "perihal.tentang", one.teks, one.halaman, 88)


def _titles(baris: Sequence[Baris]) -> list[Baris]:
    return [one for one in head(baris) if is_title(one.teks) and _JUDUL.match(one.teks)]


def _letterhead(baris: Sequence[Baris]) -> Iterator[Nilai]:
    """The capital lines on top of the first page, the smallest body first."""
    kop: list[Baris] = []
    for one in head(baris)[:10]:
        plain = one.teks.strip("* ")
        if _JUDUL.match(plain) or _LABEL.match(plain) or ":" in plain:
            if kop:
                break
            continue
        if plain.isupper() and not _BUKAN_KOP.search(plain):
            kop.append(one)
        elif kop:
            break
    if any(_KOP.search(one.teks) for one in kop):
        bodies = [one for one in kop[:6] if not _BUKAN_BADAN.match(one.teks)] or kop[:1]
        told = ", ".join(dict.fromkeys(polite(one.teks.strip("* ,")) for one in reversed(bodies)))
        yield Nilai(_clean(told), "pengirim.kop", kop[0].teks, kop[0].halaman, 80)


def _signed(baris: Sequence[Baris]) -> Iterator[Nilai]:
    for n, one in enumerate(baris):
        if not _HORMAT.match(one.teks):
            continue
        for below in baris[n + 1 : n + 6]:
            if (name := _GELAR_NAMA.match(below.teks)) and not _KOP.search(name[1]):
                yield Nilai(_clean(name[1]), "pengirim.tanda_tangan", below.teks, below.halaman, 55)
                break


def _tail(line: str, cell: str) -> str:
    """The cell, or where it is empty the one beside it."""
    beside = cells(line)
    return cell or (beside[1] if len(beside) > 1 else "")


def _first_cell(teks: str) -> str:
    """Without what stands beside it on the page: the city and the date at the right."""
    kept = [one for one in cells(teks) if not dates_in(one)]
    return kept[0] if kept else ""


def _clean(teks: str) -> str:
    return re.sub(r"\s+", " ", teks).strip(" :;,*-–")[:TERPANJANG]


def polite(teks: str) -> str:
    """A line of capitals as a sentence writes it; short words of capitals are taken for names."""
    return " ".join(_polite(word) for word in teks.split())


def _polite(word: str) -> str:
    plain = word.strip(".,()")
    if not word.isupper() or not any(letter in "AIUEO" for letter in word) or plain in _SINGKATAN:
        return word
    return word.lower() if word.lower() in _KECIL else word.capitalize()
