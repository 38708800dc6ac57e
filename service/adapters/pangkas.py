"""A template made lighter: styles and lists that nothing in it uses are taken out."""

from __future__ import annotations

import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from service.domain.refusals import Refusal
from service.ports import Converter, Proofreader

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
# Word 2010 kept its styles a second time; no later program reads them.
TWIN = "word/stylesWithEffects.xml"
LINKS, KINDS = "word/_rels/document.xml.rels", "[Content_Types].xml"
NAMES_STYLE = tuple(
    W + name
    for name in (
        "pStyle",
        "rStyle",
        "tblStyle",
        "styleLink",
        "numStyleLink",
        "clickAndTypeStyle",
        "defaultTableStyle",
    )
)
BUILT_ON = (W + "basedOn", W + "link")
LARGEST = 100_000_000  # bytes of all parts, unpacked
PARTS = re.compile(r"word/[^/]+\.xml")
WORDS = re.compile(r'"([^"]+)"|(\S+)')


class TemplatTakTerbuka(Refusal):
    """What should be made lighter is no whole Word file."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"File {name} tidak dapat dibuka sebagai templat Word (.docx), jadi tidak diubah. "
            "Simpan ulang di Word, lalu unggah lagi."
        )


class Pangkas:
    """The port Trimmer: the lighter template only where its pages are the same to the pixel."""

    def __init__(self, converter: Converter, proofreader: Proofreader) -> None:
        self._converter, self._proofreader = converter, proofreader

    def trim(self, docx: Path, out: Path) -> bool:
        with tempfile.TemporaryDirectory(dir=out.parent) as folder:
            room = Path(folder)
            ringan = lighter(docx, room / "ringan.docx")
            same = self._looks_same(docx, ringan, room)
            shutil.copyfile(ringan if same else docx, room / "jadi.docx")
            (room / "jadi.docx").replace(out)
        return same

    def spare(self, docx: Path) -> tuple[str, ...]:
        trees = _trees(_parts(docx), docx.name)
        if STYLES not in trees or _is_open(trees):
            return ()
        kept = _in_use(trees)
        return tuple(
            str(name.get(W + "val"))
            for one in trees[STYLES].findall(W + "style")
            if one.get(W + "styleId") not in kept
            for name in one.findall(W + "name")
        )

    def _looks_same(self, before: Path, after: Path, room: Path) -> bool:
        one = self._converter.pdf(before, room / "sebelum.pdf")
        other = self._converter.pdf(after, room / "sesudah.pdf")
        return self._proofreader.alike(one, other)


def lighter(docx: Path, out: Path) -> Path:
    """The same text and pages, without styles and lists that nothing uses."""
    parts = _parts(docx)
    whole = _trimmed(parts, _trees(parts, docx.name))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, held in whole.items():
            packed.writestr(zipfile.ZipInfo(name), held, zipfile.ZIP_DEFLATED)
    return out


def _parts(docx: Path) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(docx) as packed:
            if sum(one.file_size for one in packed.infolist()) > LARGEST:
                raise TemplatTakTerbuka(docx.name)
            return {one.filename: packed.read(one) for one in packed.infolist()}
    except (zipfile.BadZipFile, OSError) as broken:
        raise TemplatTakTerbuka(docx.name) from broken


def _trees(parts: Mapping[str, bytes], nama: str) -> dict[str, Any]:
    try:
        trees = {name: _tree(held) for name, held in parts.items() if PARTS.fullmatch(name)}
    except etree.XMLSyntaxError as broken:
        raise TemplatTakTerbuka(nama) from broken
    if BODY not in trees:
        raise TemplatTakTerbuka(nama)
    return trees


def _rest(trees: Mapping[str, Any]) -> list[Any]:
    """The parts in which styles are used."""
    return [tree for name, tree in trees.items() if name not in (STYLES, NUMBERING, TWIN)]


def _is_open(trees: Mapping[str, Any]) -> bool:
    """Whether a style is only named when the template is filled: it could be any of them."""
    return any("{" in one for one in _named(_rest(trees)))


def _in_use(trees: Mapping[str, Any]) -> set[str]:
    """The ids of the styles that stay."""
    rest = _rest(trees)
    lists = trees.get(NUMBERING, etree.Element(W + "numbering"))
    return _wanted(trees[STYLES], lists, rest, _named(rest) | _spoken(rest))


def _trimmed(parts: Mapping[str, bytes], trees: Mapping[str, Any]) -> dict[str, bytes]:
    made = {name: held for name, held in parts.items() if name != TWIN}
    for name in (LINKS, KINDS):
        if TWIN in parts and name in made:
            made[name] = _unnamed(made[name])
    if STYLES in trees and not _is_open(trees):
        styles = trees[STYLES]
        _keep_styles(styles, _in_use(trees))
        if NUMBERING in trees:
            _keep_lists(trees[NUMBERING], _counted([*_rest(trees), styles]))
        made |= {name: _written(trees[name]) for name in (STYLES, NUMBERING) if name in trees}
    return made


def _wanted(styles: Any, lists: Any, rest: list[Any], named: set[str]) -> set[str]:
    """Styles that are used, those they are built on, and those of the lists they count by."""
    by_id = {str(one.get(W + "styleId")): one for one in styles.findall(W + "style")}
    kept = set[str]()
    waiting = [name for name, one in by_id.items() if _is_called(name, one, named)]
    while waiting:
        while waiting:
            name = waiting.pop()
            if name in by_id and name not in kept:
                kept.add(name)
                waiting += _built_on(by_id[name])
        shapes = _shapes(lists, _counted([*rest, *(by_id[name] for name in kept)]))
        waiting = [name for name in _named(shapes) if name in by_id and name not in kept]
    return kept


def _tree(held: bytes) -> Any:
    return etree.fromstring(held, etree.XMLParser(resolve_entities=False, no_network=True))


def _written(tree: Any) -> bytes:
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))


def _named(trees: list[Any]) -> set[str]:
    return {str(one.get(W + "val")) for tree in trees for one in tree.iter(*NAMES_STYLE)}


def _spoken(trees: list[Any]) -> set[str]:
    """Words of field codes: a table of contents calls styles by what people call them."""
    codes = " ".join(code.text or "" for tree in trees for code in tree.iter(W + "instrText"))
    said = [quoted or plain for quoted, plain in WORDS.findall(codes)]
    return {part.strip() for one in said for part in re.split("[,;]", one)}


def _is_called(name: str, style: Any, named: set[str]) -> bool:
    called = style.find(W + "name")
    return (
        name in named
        or style.get(W + "default") in ("1", "true", "on")
        or (called is not None and called.get(W + "val") in named)
    )


def _built_on(style: Any) -> Iterator[str]:
    for below in style.iter(*BUILT_ON, *NAMES_STYLE):
        yield str(below.get(W + "val"))


def _keep_styles(styles: Any, kept: set[str]) -> None:
    for latent in styles.findall(W + "latentStyles"):
        styles.remove(latent)
    for one in styles.findall(W + "style"):
        if one.get(W + "styleId") not in kept:
            styles.remove(one)
            continue
        for follows in one.findall(W + "next"):
            if follows.get(W + "val") not in kept:
                one.remove(follows)


def _counted(trees: list[Any]) -> set[str]:
    """The lists that paragraphs or styles count by."""
    return {str(one.get(W + "val")) for tree in trees for one in tree.iter(W + "numId")}


def _shapes(lists: Any, counted: set[str]) -> list[Any]:
    """What those lists are made after; all there is, where one shape is borrowed from a style."""
    every: list[Any] = lists.findall(W + "abstractNum")
    if next(lists.iter(W + "numStyleLink", W + "styleLink"), None) is not None:
        return every
    used = [one for one in lists.findall(W + "num") if one.get(W + "numId") in counted]
    names = {shape.get(W + "val") for one in used for shape in one.iter(W + "abstractNumId")}
    return [one for one in every if one.get(W + "abstractNumId") in names]


def _keep_lists(lists: Any, counted: set[str]) -> None:
    kept = _shapes(lists, counted)
    names = {one.get(W + "abstractNumId") for one in kept}
    for one in lists.findall(W + "num"):
        shape = one.find(W + "abstractNumId")
        if (
            shape is None
            or shape.get(W + "val") not in names
            or one.get(W + "numId") not in counted
        ):
            lists.remove(one)
    for one in lists.findall(W + "abstractNum"):
        if one.get(W + "abstractNumId") not in names:
            lists.remove(one)


def _unnamed(held: bytes) -> bytes:
    tree = _tree(held)
    for one in list(tree):
        told = one.get("Target") or one.get("PartName") or ""
        if told.lstrip("/").removeprefix("word/") == Path(TWIN).name:
            tree.remove(one)
    return _written(tree)
