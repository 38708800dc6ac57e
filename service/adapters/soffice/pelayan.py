"""The warm end of the box: one LibreOffice, driven over a pipe; Word in, PDF out.

Runs alone under the system's own Python, the only one that has `uno`; nothing of ours stands
beside it. What it is told and what it answers is the other end's: kotak.py.
"""

from __future__ import annotations

import json
import os
import queue
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import uno

PROGRAM = "/usr/lib/libreoffice/program/soffice.bin"
ROOM = Path("/tmp")  # noqa: S108 (the box's own, gone with it)
AGAIN = 81  # how LibreOffice ends after it has laid out a fresh profile
LENGTH = struct.Struct(">Q")
FAULT = uno.getClass("com.sun.star.uno.Exception")
GONE = uno.getClass("com.sun.star.lang.DisposedException")


def main() -> None:
    """Answer errands until the other end hangs up."""
    told = json.loads(sys.argv[1])
    profile = ROOM / "profil" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(told["profil"])
    errands: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(errands,), daemon=True).start()
    running, desktop = _begin()
    threading.Thread(target=_watch, args=(running,), daemon=True).start()
    _say({"siap": True})
    while True:
        asked, docx = _opened(errands.get())
        (ROOM / "naskah.docx").write_bytes(docx)
        galat, pdf = "", b""
        try:
            _convert(desktop, told["buka"], told["ekspor"], asked)
            pdf = (ROOM / "naskah.pdf").read_bytes()
        except GONE:
            running.wait()  # whoever watches it ends the box
        except (FAULT, OSError) as fault:
            galat = f"{type(fault).__name__}: {fault}"[:500]
        (ROOM / "naskah.pdf").unlink(missing_ok=True)
        _say({"galat": galat, "memori": _memory(running.pid)}, pdf)


def _listen(errands: queue.SimpleQueue[bytes]) -> None:
    """Take errands; with the other end gone the whole box goes, whatever it is in the midst of."""
    try:
        while head := sys.stdin.buffer.read(LENGTH.size):
            wanted = LENGTH.unpack(head)[0]
            if len(body := sys.stdin.buffer.read(wanted)) < wanted:
                break
            errands.put(body)
    finally:  # one who went with an answer unread is told of as a fault, not as an end
        os._exit(0)


def _watch(running: subprocess.Popen[bytes]) -> None:
    """A box without its LibreOffice is of no use to anybody."""
    running.wait()
    os._exit(1)


def _begin() -> tuple[subprocess.Popen[bytes], Any]:
    """LibreOffice, and the desktop on which papers are opened."""
    here = uno.getComponentContext()
    bridge = here.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    running = _started()
    while True:
        try:
            there = bridge.resolve("uno:pipe,name=berkas;urp;StarOffice.ComponentContext")
            factory = there.ServiceManager
            desktop = factory.createInstanceWithContext("com.sun.star.frame.Desktop", there)
        except FAULT:
            if (code := running.poll()) == AGAIN:
                running = _started()
            elif code is not None:
                sys.exit(f"LibreOffice berhenti dengan kode {code}")
            time.sleep(0.01)
        else:
            return running, desktop


def _started() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [
            PROGRAM,
            f"-env:UserInstallation=file://{ROOM}/profil",
            "--headless",
            "--norestore",
            "--nologo",
            "--nodefault",
            "--nolockcheck",
            "--accept=pipe,name=berkas;urp;",
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _opened(errand: bytes) -> tuple[dict[str, int], bytes]:
    """What is asked of a part of a long paper, in a line before it; and the paper."""
    if not errand.startswith(b"{"):
        return {}, errand
    line, _, docx = errand.partition(b"\n")
    return json.loads(line), docx


def _convert(
    desktop: Any, opened: dict[str, Any], wanted: dict[str, Any], asked: dict[str, int]
) -> None:
    load = _named({**opened, "Hidden": True})
    paper = desktop.loadComponentFromURL(f"file://{ROOM}/naskah.docx", "_blank", 0, load)
    if paper is None:
        raise OSError("not loaded")
    try:
        if asked:
            seen = _ending(paper, asked["kepala"], asked["sisa"])
            _say(seen)
            wanted = {**wanted, "PageRange": f"1-{seen['halaman']}"}
        export = uno.Any("[]com.sun.star.beans.PropertyValue", _named(wanted))
        save = _named({"FilterName": "writer_pdf_Export", "FilterData": export})
        paper.storeToURL(f"file://{ROOM}/naskah.pdf", save)
    finally:
        paper.close(True)


def _ending(paper: Any, header: int, spare: int) -> dict[str, int]:
    """The last page that is sure to be as in the whole paper, and where the next one begins.

    `baris` is the row below the header that opens the next page, `nomor` that page's number. Rows
    that follow could still draw the last of ours to another page, so `spare` are left over.
    """
    table, begun = _walked(paper)
    cursor = paper.CurrentController.getViewCursor()
    for page in range(paper.CurrentController.PageCount, 1, -1):
        cursor.jumpToPage(page)
        cursor.jumpToStartOfPage()
        row = _opens(cursor, table)
        if header < row <= len(table.Rows) - spare:
            nomor = page + (_offset(begun, cursor) if begun else 0)
            return {"baris": row - header - 1, "halaman": page - 1, "nomor": nomor, "panjang": 0}
    raise OSError("no page begins with a whole row")


def _walked(paper: Any) -> tuple[Any, Any]:
    """The last table, which is the one that was cut; and what began to count pages for it."""
    table = begun = before = None
    parts = paper.Text.createEnumeration()
    while parts.hasMoreElements():
        part = parts.nextElement()
        if part.PageDescName and part.PageNumberOffset:
            before = part
        if part.supportsService("com.sun.star.text.TextTable"):
            table, begun = part, before
    return table, begun


def _offset(begun: Any, cursor: Any) -> int:
    """By how much the numbers of pages differ from their count."""
    cursor.gotoRange(begun.getAnchor().getStart(), False)
    return int(begun.PageNumberOffset - cursor.getPage())


def _opens(cursor: Any, table: Any) -> int:
    """The row of the table that the page under the cursor begins with; 0 where it goes on."""
    cell = cursor.Cell
    if cell is None or cursor.TextTable.Name != table.Name:
        return 0
    column, row = cell.CellName[0], cell.CellName[1:]
    begins = cell.Text.compareRegionStarts(cell.Text.getStart(), cursor.getStart()) == 0
    return int(row) if begins and column == "A" and row.isdigit() else 0


def _named(told: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(_one(name, value) for name, value in told.items())


def _one(name: str, value: Any) -> Any:
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


def _memory(pid: int) -> int:
    """MB that LibreOffice holds now."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1_000_000


def _say(told: dict[str, Any], body: bytes = b"") -> None:
    head = json.dumps({**told, "panjang": len(body)}).encode()
    sys.stdout.buffer.write(head + b"\n" + body)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
