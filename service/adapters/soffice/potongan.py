"""A paper with a long table, cut into papers that LibreOffice prints one after another."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY, STYLES = "word/document.xml", "word/styles.xml"
MARGINS = re.compile(r"word/(header|footer)\d*\.xml")
LARGEST = 60_000_000  # bytes of body; held as a tree it is ten times that
ALONE = {"PAGE", "HYPERLINK"}  # fields whose words do not hang on the rest of the paper
# What is counted through the whole paper, or runs from one row or page into the next.
THROUGHOUT = tuple(
    W + name for name in ("footnoteReference", "endnoteReference", "commentReference", "altChunk")
)
ACROSS = tuple(W + name for name in ("tbl", "vMerge", "sdt", "ins", "del", "hidden"))
AFTER_COUNT = tuple(
    W + name
    for name in ("cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi")
)


@dataclass(frozen=True)
class Berpotong:
    """What is needed to print any run of its rows as the whole paper would."""

    members: dict[str, bytes]  # all of the file but its body
    before: Any  # the whole tree, its body up to the table
    table: Any  # its head rows only
    rows: list[Any]
    after: Any  # the body after the table
    section: Any  # the page that the table stands on
    header: int  # how many rows are repeated on each page

    def write(self, out: Path, first: int, end: int, nomor: int | None) -> Path:
        """Rows `first` up to `end`, with the text before the first and that after the last.

        With a `nomor` the pages are counted from there.
        """
        root = deepcopy(self.before)
        place = root.find(W + "body")
        if first:
            del place[:]
        table = deepcopy(self.table)
        table.extend(deepcopy(one) for one in self.rows[first:end])
        place.append(table)
        if end < len(self.rows):
            place.append(etree.Element(W + "p"))
            place.append(_numbered(self.section, nomor))
        else:
            place.extend(_ended(self.after, self.section, nomor))
        held = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:
            for name, member in {**self.members, BODY: held}.items():
                packed.writestr(name, member)
        return out


def cut(docx: Path, most: int) -> Berpotong | None:
    """The paper by its one table of more than `most` rows; None where it only holds as a whole."""
    with zipfile.ZipFile(docx) as packed:
        if packed.getinfo(BODY).file_size > LARGEST:
            return None
        members = {name: packed.read(name) for name in packed.namelist()}
    try:
        root = _tree(members.pop(BODY))
        numbered = _numbered_styles(_tree(members[STYLES])) if STYLES in members else set()
        margins = [_tree(held) for name, held in members.items() if MARGINS.fullmatch(name)]
    except etree.XMLSyntaxError:
        return None
    body = root.find(W + "body")
    if body is None or any(not _stands_alone(one) for one in (root, *margins)):
        return None
    tables = [one for one in body.findall(W + "tbl") if len(one) > most]
    if len(tables) != 1 or _counted([tables[0], *tables[0].itersiblings()], numbered):
        return None
    return _apart(members, root, body, tables[0])


def _apart(members: dict[str, bytes], root: Any, body: Any, table: Any) -> Berpotong | None:
    rows = table.findall(W + "tr")
    if table.find(f"{W}tblPr/{W}tblpPr") is not None or not _only_rows(table):
        return None
    header = next((n for n, row in enumerate(rows) if not _says(row, "tblHeader")), len(rows))
    # A row that may end on the next page ends there or not by what LibreOffice met before.
    if not all(_says(row, "cantSplit") for row in rows[header:]):
        return None
    if any(one is not table for one in table.iter(*ACROSS)):
        return None
    at = body.index(table)
    before, after = list(body[:at]), list(body[at + 1 :])
    section = next((one for part in after for one in part.iter(W + "sectPr")), None)
    if section is None or _in_columns(section) or _goes_on(section, before):
        return None
    full = _with_margins(section, before)
    for row in rows[header:]:
        table.remove(row)
    tail = etree.Element(W + "body")
    tail.extend(after)
    body.remove(table)
    return Berpotong(members, root, table, rows[header:], tail, full, header)


def _only_rows(table: Any) -> bool:
    return all(one.tag in (W + "tblPr", W + "tblGrid", W + "tr") for one in table)


def _says(row: Any, name: str) -> bool:
    said = row.find(f"{W}trPr/{W}{name}")
    return said is not None and said.get(W + "val") not in ("0", "false", "off")


def _in_columns(section: Any) -> bool:
    columns = section.find(W + "cols")
    return columns is not None and int(columns.get(W + "num", "1")) > 1


def _goes_on(section: Any, before: list[Any]) -> bool:
    """Whether its first page is the last of the section before it."""
    kind = section.find(W + "type")
    earlier = any(next(one.iter(W + "sectPr"), None) is not None for one in before)
    return earlier and kind is not None and kind.get(W + "val") == "continuous"


def _with_margins(section: Any, before: list[Any]) -> Any:
    """The page with the headers and footers that it takes over from the pages before it."""
    found = dict[tuple[str, str], Any]()
    for one in [*(said for part in before for said in part.iter(W + "sectPr")), section]:
        for said in one.iter(W + "headerReference", W + "footerReference"):
            found[said.tag, said.get(W + "type")] = said
    full = deepcopy(section)
    for said in list(full.iter(W + "headerReference", W + "footerReference")):
        full.remove(said)
    full[:0] = [deepcopy(one) for one in found.values()]
    return full


def _numbered(section: Any, nomor: int | None) -> Any:
    """The page as one in the midst of its section, counted from `nomor`."""
    made = deepcopy(section)
    if nomor is None:
        return made
    for first in made.findall(W + "titlePg"):
        made.remove(first)
    counts = made.find(W + "pgNumType")
    if counts is None:
        counts = etree.Element(W + "pgNumType")
        later = next(made.iterchildren(*AFTER_COUNT, W + "docGrid"), None)
        if later is None:
            made.append(counts)
        else:
            later.addprevious(counts)
    counts.set(W + "start", str(nomor))
    return made


def _ended(after: Any, section: Any, nomor: int | None) -> Iterator[Any]:
    """What follows the table, the first page that ends in it counted from `nomor`."""
    tail = deepcopy(after)
    ends = next(tail.iter(W + "sectPr"))
    ends.getparent().replace(ends, _numbered(section, nomor))
    yield from list(tail)


def _stands_alone(tree: Any) -> bool:
    """Whether nothing in it is counted through, or speaks of, other pages."""
    if next(tree.iter(*THROUGHOUT), None) is not None:
        return False
    codes = [one.text or "" for one in tree.iter(W + "instrText")]
    codes += [one.get(W + "instr") or "" for one in tree.iter(W + "fldSimple")]
    return all(code.split()[0].upper() in ALONE for code in codes if code.split())


def _numbered_styles(styles: Any) -> set[str]:
    """Styles that count their paragraphs, by themselves or by what they are built on."""
    every = {one.get(W + "styleId"): one for one in styles.findall(W + "style")}
    found = {name for name, one in every.items() if next(one.iter(W + "numPr"), None) is not None}
    while more := {
        name
        for name, one in every.items()
        if name not in found
        and (below := one.find(W + "basedOn")) is not None
        and below.get(W + "val") in found
    }:
        found |= more
    return found


def _counted(trees: list[Any], numbered: set[str]) -> bool:
    """Whether Word counts any paragraph of them: the count would begin anew in each part."""
    if any(next(one.iter(W + "numPr"), None) is not None for one in trees):
        return True
    return any(one.get(W + "val") in numbered for tree in trees for one in tree.iter(W + "pStyle"))


def _tree(held: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(held, parser)
