"""A profile in which LibreOffice runs no macro and fetches nothing."""

from __future__ import annotations

from pathlib import Path

# What LibreOffice reads of the machine besides its programs.
KEPT = (
    "/etc/fonts",
    "/etc/libreoffice",
    "/var/lib/libreoffice",
    "/etc/alternatives",
    "/var/cache/fontconfig",  # else every start reads every font
)
HARDENED = (
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
)


def hardened() -> str:
    """Its settings, as LibreOffice reads them."""
    settings = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in HARDENED
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{settings}</oor:items>"
    )


def lay_out(folder: Path) -> None:
    """Such a profile, fresh."""
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(hardened())
