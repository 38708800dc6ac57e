"""A real SMTP server as a process of its own: STARTTLS, log-in, and recipients with manners."""

from __future__ import annotations

import argparse
import asyncio
import ssl
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

NAMA, SANDI = "pos.contoh", "sandi pos: jeruk@nipis"
LAMBAT = 3.0  # seconds until the slow one answers


class Kotak:
    """Keeps each letter as a file; some recipients are refused, put off, slow or cut off."""

    def __init__(self, room: Path) -> None:
        self.room = room

    def keep(self, envelope: Envelope) -> None:
        many = len(list(self.room.glob("*.eml")))
        (self.room / f"{many:04}.tmp").write_bytes(envelope.original_content or b"")
        (self.room / f"{many:04}.tmp").rename(self.room / f"{many:04}.eml")

    async def handle_RCPT(  # noqa: N802 (the name is the package's)
        self,
        _server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        who = address.partition("@")[0]
        told = self.room / f"{who}.jawab"
        if told.exists():
            return told.read_text()
        if who == "tolak":
            return "550 5.1.1 no such user"
        seen = self.room / f"{who}.kali"
        if who == "nanti" and not seen.exists():
            seen.touch()
            return "451 4.7.1 greylisted, try again"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.keep(envelope)
        who = envelope.rcpt_tos[0].partition("@")[0]
        if who == "lambat":
            await asyncio.sleep(LAMBAT)
        if who == "putus":
            assert server.transport
            server.transport.abort()
        return "250 OK"


def _knows(
    _server: SMTP, _session: Session, _envelope: Envelope, _how: str, said: object
) -> AuthResult:
    assert isinstance(said, LoginPassword)
    fits = (said.login.decode(), said.password.decode()) == (NAMA, SANDI)
    return AuthResult(success=fits, handled=False)


async def _serve(port: int, room: Path, cert: str, key: str, manner: str) -> None:
    sealed = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    sealed.load_cert_chain(cert, key)
    plain = manner.endswith("polos")
    at_once = manner.startswith("tls")

    def made() -> SMTP:
        told = {} if plain or at_once else {"tls_context": sealed, "require_starttls": True}
        asked = not plain
        return SMTP(
            Kotak(room),
            hostname="pos.contoh",
            authenticator=_knows if asked else None,
            auth_required=asked,
            auth_require_tls=manner == "starttls",
            **told,  # type: ignore[arg-type]
        )

    loop = asyncio.get_running_loop()
    server = await loop.create_server(made, "127.0.0.1", port, ssl=sealed if at_once else None)
    (room / "siap").touch()
    await server.serve_forever()


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    for name in ("port", "room", "cert", "key", "manner"):
        asked.add_argument(f"--{name}", required=True)
    told = asked.parse_args()
    asyncio.run(_serve(int(told.port), Path(told.room), told.cert, told.key, told.manner))
