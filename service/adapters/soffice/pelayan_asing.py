"""The warm end of the box for foreign files: LibreOffice loaded once, then a process for each file.

Runs alone under the system's Python. Each file is opened in a fork with users, mounts and
processes of its own: it finds no other file, leaves nothing behind, and whatever it starts ends
with it. Told and answering as pelayan.py; before the file stand its kind and the wanted one.
"""

from __future__ import annotations

import ctypes
import io
import json
import os
import resource
import select
import struct
import sys
import threading
import zipfile
from pathlib import Path
from typing import Any, NoReturn

PROGRAM = "/usr/lib/libreoffice/program"
ROOM = Path("/tmp")  # noqa: S108 (the box's own; for each file one of its own)
START = 60.0  # seconds
LENGTH = struct.Struct(">Q")
# <sched.h>, <sys/mount.h>, <sys/prctl.h>
NEWNS, NEWIPC, NEWUSER, NEWPID = 0x0002_0000, 0x0800_0000, 0x1000_0000, 0x2000_0000
NOSUID, NODEV, REC, PRIVATE = 2, 4, 0x4000, 1 << 18
SET_PDEATHSIG, SET_DUMPABLE = 1, 4
# Places in LibreOfficeKit's tables of functions; more are only ever added at their ends.
DESTROY, ERROR, LOAD, RUN_LOOP, SAVE_AS = 1, 3, 4, 13, 2
POLL, WAKE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int), ctypes.CFUNCTYPE(None)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKED = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
FIRST = {
    "[Content_Types].xml": f'<Types xmlns="{PACKED}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKED}/relationships"><Relationship Id="r1" '
    f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>Contoh</w:t></w:r>'
    "</w:p></w:body></w:document>",
}
libc = ctypes.CDLL(None, use_errno=True)


class Kit:
    """LibreOffice in this very process."""

    def __init__(self) -> None:
        os.environ.update(SAL_LOK_OPTIONS="unipoll", MAX_CONCURRENCY="1", SAL_USE_VCLPLUGIN="svp")
        library = ctypes.CDLL(f"{PROGRAM}/libmergedlo.so")
        hook = library.libreofficekit_hook_2
        hook.restype, hook.argtypes = ctypes.c_void_p, [ctypes.c_char_p, ctypes.c_char_p]
        self._kit = hook(PROGRAM.encode(), f"file://{ROOM}/profil".encode())
        if not self._kit:
            sys.exit("LibreOfficeKit tidak menyala")

    def run(self, poll: Any) -> None:
        """Its main loop; it is in `poll` that forks may be made."""
        kept = POLL(poll), WAKE(lambda: None)
        run = _function(self._kit, RUN_LOOP, None, POLL, WAKE, ctypes.c_void_p)
        run(self._kit, *kept, 1)  # without anything at all to hand back it never polls

    def convert(self, source: Path, out: Path, wanted: str) -> None:
        """Load and store; OSError with what LibreOffice says."""
        load = _function(self._kit, LOAD, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p)
        paper = load(self._kit, f"file://{source}".encode(), b"")
        if not paper:
            raise self._fault()
        try:
            words = (ctypes.c_char_p, ctypes.c_char_p, ctypes.c_char_p)
            save = _function(paper, SAVE_AS, ctypes.c_int, *words)
            if not save(paper, f"file://{out}".encode(), wanted.encode(), None):
                raise self._fault()
        finally:
            _function(paper, DESTROY, None)(paper)

    def _fault(self) -> OSError:
        said = _function(self._kit, ERROR, ctypes.c_void_p)(self._kit)
        return OSError(ctypes.string_at(said).decode(errors="replace") if said else "no reason")


def _function(one: int, place: int, gives: Any, *takes: Any) -> Any:
    table = ctypes.cast(one, ctypes.POINTER(ctypes.c_void_p))[0]
    address = ctypes.cast(table, ctypes.POINTER(ctypes.c_void_p))[place]
    return ctypes.CFUNCTYPE(gives, ctypes.c_void_p, *takes)(address)


def main() -> None:
    """Load LibreOffice, and answer errands until the other end hangs up."""
    told = json.loads(sys.argv[1])
    _lay_out(told["profil"])
    libc.prctl(SET_DUMPABLE, 0, 0, 0, 0)  # no child looks into us, although we are one user
    # Until errands are listened for nothing would tell that the other end is gone.
    late = threading.Timer(START, os._exit, (1,))
    late.start()
    kit = Kit()
    loops = 0

    def poll(_data: Any, _timeout: int) -> int:
        nonlocal loops
        loops += 1
        if loops == 1:
            _warm(kit)
            return 0
        late.cancel()
        late.join()  # forks are made by a process of one thread
        try:
            _serve(kit, told)
        finally:
            os._exit(0)

    kit.run(poll)


def _lay_out(profile: str) -> None:
    folder = ROOM / "profil" / "user"
    folder.mkdir(parents=True)
    (folder / "registrymodifications.xcu").write_text(profile)


def _warm(kit: Kit) -> None:
    """What a Word file needs is loaded by a Word file."""
    source = ROOM / "contoh.docx"
    with zipfile.ZipFile(source, "w") as packed:
        for name, held in FIRST.items():
            packed.writestr(name, held)
    for wanted in ("pdf", "docx"):
        kit.convert(source, ROOM / f"jadi.{wanted}", wanted)


def _serve(kit: Kit, told: dict[str, Any]) -> None:
    _say({"siap": True})
    while head := sys.stdin.buffer.read(LENGTH.size):
        body = sys.stdin.buffer.read(LENGTH.unpack(head)[0])
        kinds, _, file = body.partition(b"\n")
        kind, wanted = kinds.decode().split()
        read, write = os.pipe()
        child = os.fork()
        if not child:
            _live(kit, told, (kind, wanted), file, write)
        os.close(write)
        made = _received(read)
        _, how = os.waitpid(child, 0)
        galat = "" if not how and made else f"ended with {how}"
        _say({"galat": galat, "memori": _memory()}, b"" if galat else made)


def _received(read: int) -> bytes:
    """All a child writes; should the other end hang up meanwhile, the whole box goes."""
    made = io.BytesIO()
    with os.fdopen(read, "rb", buffering=0) as pipe:
        while True:
            ready, _, _ = select.select([pipe, sys.stdin], [], [])
            if sys.stdin in ready:
                os._exit(0)  # nothing is asked before an answer: this is the end of the line
            if not (part := pipe.read(1 << 20)):
                return made.getvalue()
            made.write(part)


def _live(
    kit: Kit, told: dict[str, Any], kinds: tuple[str, str], file: bytes, write: int
) -> NoReturn:
    """A child's whole life: walls of its own, then LibreOffice as the first process within them."""
    code = 1
    try:
        os.closerange(0, 2)
        _wall_off(told)
        within = os.fork()
        if within:
            _, how = os.waitpid(within, 0)
            code = min(1, how)
        else:
            libc.prctl(SET_PDEATHSIG, 9, 0, 0, 0)
            _bound(told)
            _convert(kit, kinds, file, write)
            code = 0
    finally:
        os._exit(code)


def _wall_off(told: dict[str, Any]) -> None:
    user, group = os.getuid(), os.getgid()
    libc.prctl(SET_DUMPABLE, 1, 0, 0, 0)  # else our own rows in /proc are not ours to write
    _called(libc.unshare(NEWUSER | NEWNS | NEWPID | NEWIPC))
    own = Path("/proc/self")
    (own / "setgroups").write_text("deny")
    (own / "uid_map").write_text(f"{user} {user} 1")
    (own / "gid_map").write_text(f"{group} {group} 1")
    libc.prctl(SET_DUMPABLE, 0, 0, 0, 0)
    _called(libc.mount(None, b"/", None, REC | PRIVATE, None))
    folders = [one for one in ROOM.iterdir() if one.is_dir() and one.name != "profil"]
    for place in (bytes(ROOM), b"/dev/shm"):
        size = f"size={told['ruang']}".encode()
        _called(libc.mount(b"tmpfs", place, b"tmpfs", NOSUID | NODEV, size))
    _lay_out(told["profil"])
    for one in folders:  # LibreOffice looks for its own, empty as it may be
        one.mkdir(mode=0o700)


def _called(answer: int) -> None:
    if answer:
        raise OSError(ctypes.get_errno(), "no walls")


def _bound(told: dict[str, Any]) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (told["cpu"], told["cpu"]))


def _convert(kit: Kit, kinds: tuple[str, str], file: bytes, write: int) -> None:
    kind, wanted = kinds
    source, out = ROOM / f"asing.{kind}", ROOM / f"jadi.{wanted}"
    source.write_bytes(file)
    kit.convert(source, out, wanted)
    with os.fdopen(write, "wb") as answer:
        answer.write(out.read_bytes())


def _memory() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1_000_000


def _say(told: dict[str, Any], body: bytes = b"") -> None:
    head = json.dumps({**told, "panjang": len(body)}).encode()
    sys.stdout.buffer.write(head + b"\n" + body)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
