"""Where an office file would reach out when it is opened, and what that means."""

from __future__ import annotations

# A hyperlink only waits for a hand; these kinds are fetched by the program itself.
_DIAM = {"hyperlink"}
_GAMBAR = {"image", "audio", "video", "media"}


def pointed(jenis: str, sasaran: str) -> str:
    """The finding for one relation to the outside; '' where it waits for a hand."""
    if jenis in _DIAM:
        return ""
    far = leads_far(sasaran)
    if jenis == "attachedTemplate":
        # Word names the template on the author's own disk in every second letter.
        return "templat_luar" if far else ""
    if jenis in _GAMBAR:
        return "gambar_luar" if far else "gambar_lokal"
    if jenis == "externalLinkPath" or jenis.startswith("xl"):
        return "buku_lain"
    return "rujukan_luar"


def leads_far(sasaran: str) -> bool:
    """Whether a target lies on another machine."""
    bare = sasaran.strip().lower().replace("\\", "/")
    if bare.startswith("file:"):
        rest = bare.removeprefix("file:")
        own = rest.lstrip("/")
        # file:///C:/… and file:///home/… are this machine, file://server and file:////server not.
        return own[1:2] not in (":", "|") and len(rest) - len(own) != 3
    if bare.startswith("//"):
        return True
    return "://" in bare or bare.startswith("mhtml:")
