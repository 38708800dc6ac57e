"""What the skeleton of a PDF tells: what it would do when opened, and what it hides."""

from __future__ import annotations

import re
from collections.abc import Iterator

# An action, an annotation or an entry by which a PDF reaches beyond its own pages.
_BERTINDAK: tuple[tuple[str, re.Pattern[bytes]], ...] = (
    ("pdf_skrip", re.compile(rb"/JavaScript\b|/JS\s*[(<\d]")),
    ("pdf_luncur", re.compile(rb"/S\s*/Launch\b")),
    ("pdf_kirim_isian", re.compile(rb"/S\s*/(?:SubmitForm|ImportData)\b")),
    (
        "pdf_menunjuk_keluar",
        re.compile(
            rb"/S\s*/(?:GoToR|GoToE|Thread)\b|/FFilter\b|/FS\s*/URL\b"
            rb"|/(?:F|UF|URI|D|Unix|DOS|Mac)\s*(?:\((?:(?:\\\\){1,2}|//)[\w.$]|<5[cC]5[cC])"
            rb"|\((?:file|smb|nfs|ftp):"
        ),
    ),
    (
        "pdf_media",
        re.compile(rb"/(?:S|Subtype|Type)\s*/(?:RichMedia|3D|Movie|Sound|Rendition|Screen)\b"),
    ),
    ("pdf_xfa", re.compile(rb"/XFA\b")),
    ("pdf_formulir", re.compile(rb"/FT\s*/(?:Tx|Btn|Ch)\b")),
    ("pdf_lapisan", re.compile(rb"/OFF\s*\[\s*\d")),
    ("pdf_teks_tertutup", re.compile(rb"/Subtype\s*/Redact\b")),
    ("pdf_lampiran", re.compile(rb"/EmbeddedFiles?\b|/Subtype\s*/FileAttachment\b|/EF\s*<<")),
)
_DENGAN_SENDIRINYA = re.compile(rb"/OpenAction\b\s*(\[|<<|(\d+)\s+\d+\s+R)|/AA\b")
_TINDAKAN = re.compile(rb"/S\s*/(\w+)")
_SEBAGIAN = re.compile(rb"/(?:StmF|StrF)\s*/Identity\b|/CFM\s*/None\b")
_KELUAR = re.compile(rb"/S\s*/(?:SubmitForm|Launch|GoToR|JavaScript)\b|/FFilter\b|/FS\s*/URL")
_HAK = re.compile(rb"/EncryptedPayload\b|MicrosoftIRM|/Adobe\.PubSec\b|/EBX_HANDLER\b|/FOPN_")
# Long enough that no stream of pictures says them by chance.
CURIGA = re.compile(rb"/(?:JavaScript|SubmitForm|ImportData|RichMedia|EmbeddedFile|S\s*/Launch)\b")


def active(kerangka: bytes) -> Iterator[str]:
    """What it would do, by its codes."""
    found = [kode for kode, words in _BERTINDAK if words.search(kerangka)]
    yield from found
    if _by_itself(kerangka, bool(set(found) - {"pdf_formulir", "pdf_lapisan", "pdf_lampiran"})):
        yield "pdf_buka_sendiri"


def _by_itself(kerangka: bytes, reaching: bool) -> bool:
    """Whether anything but a first page is shown on opening."""
    for found in _DENGAN_SENDIRINYA.finditer(kerangka):
        if found[1] is None:  # /AA: on opening, closing, printing a page or the file
            if reaching:
                return True
            continue
        if found[1] == b"[":
            continue
        at = found.end()
        if found[2]:
            told = re.search(rb"(?:^|[^\d])%b\s+\d+\s+obj" % found[2], kerangka)
            if not told:
                return reaching
            at = told.end()
        action = _TINDAKAN.search(kerangka[at : at + 300])
        if action and action[1] not in (b"GoTo", b"Named"):
            return True
    return False


def sends_when_unlocked(kerangka: bytes) -> bool:
    """Only part of it is locked, and the open part sends the rest out once it is unlocked."""
    return bool(
        b"/Encrypt" in kerangka
        and _SEBAGIAN.search(kerangka)
        and (_KELUAR.search(kerangka) or _by_itself(kerangka, True))
    )


def needs_account(kerangka: bytes) -> bool:
    """Locked to somebody's certificate or account."""
    return bool(_HAK.search(kerangka))
