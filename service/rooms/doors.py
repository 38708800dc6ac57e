"""The doors to the outside, and what stands at them: folders, mailboxes, the public desk."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from service.domain.batas import Batas
from service.domain.mapan import Kotak
from service.opened_once import opened_once
from service.rooms.foundation import Foundation

if TYPE_CHECKING:  # adapters are imported by whoever first needs them
    from service.adapters.argon import ArgonPasswords
    from service.adapters.contoh_folder import FolderSamples
    from service.adapters.loket_folder import LoketFolder
    from service.adapters.mail_imap import ImapMailbox
    from service.ports.mail import Mail


class Doors(Foundation):
    """The doors of the house, and what each lets in."""

    @property
    def inbox(self) -> Path:
        return self.settings.inbox

    @property
    def kotak(self) -> Kotak:
        return self.settings.kotak

    @property
    def batas(self) -> Batas:
        return self.settings.batas

    @opened_once
    def loket(self) -> LoketFolder:
        from service.adapters.loket_folder import LoketFolder
        from service.disk import SharedDisk
        from service.publik.box import daftar, drop_folder

        aside = self.settings.home / "publik_disisihkan"
        masuk, terbit = drop_folder(self.settings), daftar(self.settings).parent
        return LoketFolder(masuk, terbit, aside, SharedDisk())

    @opened_once
    def mailboxes(self) -> tuple[ImapMailbox, ...]:
        from service.adapters.mail_imap import ImapMailbox

        return tuple(ImapMailbox(one) for one in self.settings.imap)

    @opened_once
    def mail(self) -> Mail:
        from service.adapters.mail_smtp import NoMail, SmtpMail

        return SmtpMail(self.settings.smtp) if self.settings.smtp else NoMail()

    @opened_once
    def samples(self) -> FolderSamples:
        from service.adapters.contoh_folder import FolderSamples

        return FolderSamples(self.settings.home, self.settings.contoh)

    @property
    def url(self) -> str:
        return self.settings.url

    @property
    def fixity(self) -> timedelta:
        return self.settings.fixity

    @property
    def sesi(self) -> timedelta:
        return self.settings.sesi

    @opened_once
    def passwords(self) -> ArgonPasswords:
        from service.adapters.argon import ArgonPasswords

        return ArgonPasswords()
