"""The names and the spelling of a BPMN file."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
DI = "http://www.omg.org/spec/BPMN/20100524/DI"
DC = "http://www.omg.org/spec/DD/20100524/DC"
DD = "http://www.omg.org/spec/DD/20100524/DI"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
# BPMN's own names stand without a prefix: attributes that name a type are read in that space.
for prefix, space in (("", MODEL), ("bpmndi", DI), ("dc", DC), ("di", DD), ("xsi", XSI)):
    ET.register_namespace(prefix, space)
_BUKAN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def add(parent: ET.Element, tag: str, space: str = MODEL, **said: str) -> ET.Element:
    """A new element at the end of another."""
    plain = {name: _BUKAN_XML.sub("", text) for name, text in said.items()}
    return ET.SubElement(parent, f"{{{space}}}{tag}", plain)


def told(parent: ET.Element, text: str) -> None:
    """What a reader is told about an element; nothing where there is nothing to tell."""
    if text:
        add(parent, "documentation").text = _BUKAN_XML.sub("", text)


def whole(root: ET.Element) -> str:
    """The file."""
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"
