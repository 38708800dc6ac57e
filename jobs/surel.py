"""Send one letter of reminders."""

from __future__ import annotations

from service.acts.pengingat.surel_kirim import deliver
from service.ports import House


def run(house: House, letter: str) -> None:
    """Sent once; a crash between the server's answer and its row makes one more copy at most."""
    deliver(house, letter)
