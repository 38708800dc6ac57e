"""The parts of a Word file around its text; the same text always gives the same bytes."""

from __future__ import annotations

import zipfile
from pathlib import Path

from service.adapters.sop_word.unsur import plain, run, twip

_KEPALA = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PAKET = "http://schemas.openxmlformats.org/package/2006"
_MS = "http://schemas.microsoft.com/office/word/2010"
_RUANG = (
    f'xmlns:w="{_W}" xmlns:r="{_OFFICE}/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    f'xmlns:wps="{_MS}/wordprocessingShape" xmlns:wpg="{_MS}/wordprocessingGroup"'
)
_JENIS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SAAT = (1980, 1, 1, 0, 0, 0)
FONT = "Arial"


def write(out: Path, isi: str, lebar: float, tinggi: float, tepi: float, judul: str) -> Path:
    """A Word file of this text on lying sheets of this size."""
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _links(
            ("officeDocument", "word/document.xml"),
            ("core", "docProps/core.xml"),
        ),
        "word/_rels/document.xml.rels": _links(
            ("styles", "styles.xml"), ("settings", "settings.xml"), ("footer", "footer.xml")
        ),
        "word/document.xml": _text(isi, lebar, tinggi, tepi),
        "word/styles.xml": _styles(),
        "word/settings.xml": _settings(),
        "word/footer.xml": _footer(judul, lebar - 2 * tepi),
        "docProps/core.xml": _core(judul),
    }
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as paper:
        for name, text in parts.items():
            one = zipfile.ZipInfo(name, _SAAT)
            one.compress_type = zipfile.ZIP_DEFLATED
            paper.writestr(one, (_KEPALA + text).encode())
    return out


def _types() -> str:
    kinds = (
        ("word/document.xml", f"{_JENIS}.document.main+xml"),
        ("word/styles.xml", f"{_JENIS}.styles+xml"),
        ("word/settings.xml", f"{_JENIS}.settings+xml"),
        ("word/footer.xml", f"{_JENIS}.footer+xml"),
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    )
    each = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds)
    return (
        f'<Types xmlns="{_PAKET}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{each}</Types>'
    )


def _links(*goals: tuple[str, str]) -> str:
    lines = ""
    for n, (kind, goal) in enumerate(goals, 1):
        home = f"{_OFFICE}/relationships/{kind}"
        if kind == "core":
            home = f"{_PAKET}/relationships/metadata/core-properties"
        lines += f'<Relationship Id="rId{n}" Type="{home}" Target="{goal}"/>'
    return f'<Relationships xmlns="{_PAKET}/relationships">{lines}</Relationships>'


def _text(isi: str, lebar: float, tinggi: float, tepi: float) -> str:
    sides = "".join(
        f'w:{side}="{twip(mm)}" '
        for side, mm in (("top", tepi), ("right", tepi), ("bottom", tepi), ("left", tepi))
    )
    return (
        f"<w:document {_RUANG}><w:body>{isi}<w:sectPr>"
        '<w:footerReference w:type="default" r:id="rId3"/>'
        f'<w:pgSz w:w="{twip(lebar)}" w:h="{twip(tinggi)}" w:orient="landscape"/>'
        f'<w:pgMar {sides}w:header="{twip(7)}" w:footer="{twip(7)}" w:gutter="0"/>'
        "</w:sectPr></w:body></w:document>"
    )


def _styles() -> str:
    font = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>'
    close = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    tiny = '<w:sz w:val="2"/><w:szCs w:val="2"/>'
    return (
        f'<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>{font}'
        '<w:sz w:val="16"/><w:szCs w:val="16"/><w:lang w:val="id-ID"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{close}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "</w:style>"
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr>'
        '<w:rPr><w:b/><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr></w:style>'
        # The letters beside a drawing are as small as can be, so that cells fit without a gap.
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Bagan"><w:name w:val="Bagan"/>'
        f'<w:basedOn w:val="Normal"/><w:rPr>{tiny}</w:rPr></w:style></w:styles>'
    )


def _settings() -> str:
    return (
        f'<w:settings xmlns:w="{_W}"><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        "</w:settings>"
    )


def _footer(judul: str, lebar: float) -> str:
    def field(name: str) -> str:
        return f'<w:fldSimple w:instr=" {name} ">{run("1", 7)}</w:fldSimple>'

    tab = f'<w:tabs><w:tab w:val="right" w:pos="{twip(lebar)}"/></w:tabs>'
    inner = run(judul, 7) + "<w:r><w:tab/></w:r>" + run("Halaman ", 7) + field("PAGE")
    inner += run(" dari ", 7) + field("NUMPAGES")
    return f'<w:ftr xmlns:w="{_W}"><w:p><w:pPr>{tab}</w:pPr>{inner}</w:p></w:ftr>'


def _core(judul: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PAKET}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{plain(judul)}</dc:title><dc:language>id-ID</dc:language></cp:coreProperties>"
    )
