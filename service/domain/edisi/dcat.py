"""An edition in the words of DCAT: a catalogue of datasets, as triples and as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator

from service.domain.edisi import alamat
from service.domain.edisi.lajur import LAJUR
from service.domain.edisi.pilah import years
from service.domain.edisi.rdf import Hal, Kata, Ke, jsonld, turtle
from service.domain.edisi.terbitan import FileTerbit, Terbitan
from service.domain.informasi.beda import Baris
from service.domain.informasi.sumbu import KATEGORI_DIP

_JENIS = "http://www.iana.org/assignments/media-types/"


def things(one: Terbitan, url: str) -> Iterator[Hal]:
    """The catalogue, who publishes it, its datasets, and what can be fetched of them."""
    edisi, badan = one.edisi, one.badan
    here = alamat.whole(url, alamat.edisi(edisi))
    owner = f"{here}#penerbit"
    sets = [alamat.whole(url, alamat.item(edisi.daftar, x["kode"])) for x in one.baris]
    yield Hal(
        here,
        "dcat:Catalog",
        (
            ("dct:title", Kata(f"{edisi.nama}, {badan.nama}", bahasa="id")),
            ("dct:description", Kata(_about(one), bahasa="id")),
            ("dct:publisher", Ke(owner)),
            ("dct:language", Ke("http://publications.europa.eu/resource/authority/language/IND")),
            *((("dct:issued", _moment(edisi.terbit.isoformat())),) if edisi.terbit else ()),
            *((("foaf:homepage", Ke(badan.laman)),) if _is_address(badan.laman) else ()),
            *(
                (("dct:relation", Ke(alamat.whole(url, alamat.unduhan(edisi, one.sk_pdf.nama)))),)
                if one.sk_pdf
                else ()
            ),
            *(("dcat:dataset", Ke(iri)) for iri in sets),
        ),
    )
    yield Hal(owner, "foaf:Agent", (("foaf:name", Kata(badan.nama, bahasa="id")),))
    if badan.surel:
        mail = (("vcard:fn", Kata(badan.nama)), ("vcard:hasEmail", Ke(f"mailto:{badan.surel}")))
        yield Hal(f"{here}#kontak", "vcard:Organization", mail)
    for line, iri in zip(one.baris, sets, strict=True):
        yield from _dataset(one, line, iri, here, url)


def to_turtle(one: Terbitan, url: str) -> bytes:
    """The triples as Turtle."""
    return turtle(things(one, url))


def to_jsonld(one: Terbitan, url: str) -> bytes:
    """The same triples as JSON-LD."""
    return jsonld(things(one, url))


def _dataset(one: Terbitan, line: Baris, iri: str, here: str, url: str) -> Iterator[Hal]:
    file = one.file.get(line["kode"])
    columns = LAJUR[one.edisi.daftar]
    title = line.get("ringkasan", "") or line.get("informasi", "")
    rest = [f"{columns[x]}: {line[x]}" for x in columns if line.get(x) and line[x] != title]
    part = f"{iri}#file"
    years_named = years(line.get("waktu_tempat", ""))
    yield Hal(
        iri,
        "dcat:Dataset",
        (
            ("dct:identifier", Kata(line["kode"])),
            ("dct:title", Kata(title.split("\n")[0][:300] or line["kode"], bahasa="id")),
            ("dct:description", Kata("\n".join(filter(None, (title, *rest))), bahasa="id")),
            ("dct:publisher", Ke(f"{here}#penerbit")),
            *((("dcat:contactPoint", Ke(f"{here}#kontak")),) if one.badan.surel else ()),
            *_kategori(line),
            *((("dct:temporal", Ke(f"{iri}#masa")),) if years_named else ()),
            *(
                (("dcat:landingPage", Ke(line["alamat"])),)
                if _is_address(line.get("alamat", ""))
                else ()
            ),
            *((("dcat:distribution", Ke(part)),) if file else ()),
        ),
    )
    if years_named:
        ends = (
            ("dcat:startDate", Kata(years_named[-1], "xsd:gYear")),
            ("dcat:endDate", Kata(years_named[0], "xsd:gYear")),
        )
        yield Hal(f"{iri}#masa", "dct:PeriodOfTime", ends)
    if file:
        yield from distribution(alamat.whole(url, alamat.file(line["kode"], file.nama)), file, part)


def distribution(where: str, file: FileTerbit, part: str) -> Iterator[Hal]:
    """What can be fetched, how long it is, and how one knows that it came whole."""
    yield Hal(
        part,
        "dcat:Distribution",
        (
            ("dcat:accessURL", Ke(where)),
            ("dcat:downloadURL", Ke(where)),
            ("dcat:mediaType", Ke(_JENIS + file.mime.partition(";")[0])),
            ("dcat:byteSize", Kata(str(file.ukuran), "xsd:nonNegativeInteger")),
            ("spdx:checksum", Ke(f"{part}-sidik")),
        ),
    )
    yield Hal(
        f"{part}-sidik",
        "spdx:Checksum",
        (
            ("spdx:algorithm", Ke("http://spdx.org/rdf/terms#checksumAlgorithm_sha256")),
            ("spdx:checksumValue", Kata(file.sha256, "xsd:hexBinary")),
        ),
    )


def _kategori(line: Baris) -> tuple[tuple[str, Kata], ...]:
    kategori = KATEGORI_DIP.get(line.get("kategori", ""))
    return (("dcat:keyword", Kata(kategori, bahasa="id")),) if kategori else ()


def _about(one: Terbitan) -> str:
    sk = one.edisi.sk
    return f"{len(one.baris)} baris, ditetapkan dengan surat keputusan {sk.nomor}"


def _moment(text: str) -> Kata:
    return Kata(text, "xsd:dateTime")


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://")) and not set(text) & set(' <>"{}|\\^`\n\r\t')
