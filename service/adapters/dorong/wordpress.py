"""WordPress by its REST API: one page to a list, its files as media named by their hash."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from service.adapters.dorong import halaman
from service.adapters.dorong.badan import Badan, form, plain_json
from service.adapters.dorong.masuk import basic
from service.adapters.dorong.saluran import Jawaban, Sabar, Saluran, alone
from service.adapters.dorong.tolak import anothers, each_sent, odd, refused
from service.domain.edisi.dorong import Dorongan, FileDorong
from service.domain.edisi.tujuan import Tujuan
from service.ports.dorong import Fetch

API = "/wp-json/wp/v2/"
DITERIMA = frozenset({"pdf", "xlsx", "csv", "sk"})  # what WordPress takes as it is set up at first
SEMUA = "publish,future,draft,pending,private"
Isi = Mapping[str, Any]


class Wordpress:
    """One WordPress."""

    def __init__(self, tujuan: Tujuan, kunci: Path, sabar: Sabar) -> None:
        self.tujuan, self._folder = tujuan, kunci
        self._line = Saluran(tujuan, ("Authorization", basic(tujuan)), sabar)

    def alone(self) -> AbstractContextManager[None]:
        return alone(self._folder, self.tujuan)

    def bring(self, one: Dorongan, fetch: Fetch) -> None:
        files = [x for x in one.file if x.bentuk in DITERIMA]
        page = self._page(one.nama)
        if page is None:
            page = self._created(one)
        elif halaman.mark(one.nama) not in _raw(page, "content"):
            raise anothers(self.tujuan, f"halaman {one.nama}")
        there = self._media(page["id"])
        wanted = {_slug(one, x): x for x in files}
        for slug, each in [*there.items()]:
            if slug not in wanted:
                self._drop("media", each["id"], "menghapus file yang tidak berlaku")
                del there[slug]
        # Lines that may be read no more leave the page before any file goes up.
        self._write(page, one, there)
        missing = [(slug, x) for slug, x in wanted.items() if slug not in there]
        if not missing:
            return

        def send(one_of: tuple[str, FileDorong]) -> None:
            slug, file = one_of
            there[slug] = self._upload(page["id"], slug, one, file, fetch)

        try:
            each_sent(missing, send)
        finally:
            self._write(page, one, there)
        self._page(one.nama)
        self._media(page["id"])

    def withdraw(self, nama: str) -> None:
        page = self._page(nama)
        if page is None or halaman.mark(nama) not in _raw(page, "content"):
            return
        for each in self._media(page["id"]).values():
            self._drop("media", each["id"], "menghapus file yang ditarik")
        self._drop("pages", page["id"], "menarik halaman")

    def _created(self, one: Dorongan) -> Isi:
        told = {
            "slug": one.nama,
            "title": one.judul,
            "content": halaman.page(one, {}),
            "status": "publish",
        }
        made = self._told("POST", "pages", plain_json(told), f"membuat halaman {one.nama}")
        if made.get("slug") != one.nama:  # WordPress gave it another, since ours is taken
            self._drop("pages", made["id"], "membuang halaman yang salah nama")
            raise anothers(self.tujuan, f"sesuatu dengan nama {one.nama}")
        return made

    def _write(self, page: Isi, one: Dorongan, there: Mapping[str, Isi]) -> None:
        links = {
            x.bentuk: str(there[slug]["source_url"])
            for x in one.file
            if (slug := _slug(one, x)) in there
        }
        told = {"title": one.judul, "content": halaman.page(one, links), "status": "publish"}
        self._told("POST", f"pages/{page['id']}", plain_json(told), f"memperbarui {one.nama}")

    def _upload(self, page: int, slug: str, one: Dorongan, each: FileDorong, fetch: Fetch) -> Isi:
        told = {"slug": slug, "title": f"{one.judul}, {each.judul}", "post": str(page)}
        mime = each.file.mime.partition(";")[0]
        ending = each.file.nama.rpartition(".")[2]
        body = form(told, "file", f"{slug}.{ending}", mime, fetch(each.file.sha256))
        made = self._told("POST", "media", body, f"mengirim {each.file.nama}")
        if "source_url" not in made:
            raise odd(self.tujuan, f"mengirim {each.file.nama}")
        return made

    def _page(self, nama: str) -> Isi | None:
        """The page of that name; one that a killed sender made beside it goes."""
        found = self._found("pages", slug=f"{nama},{nama}-2", status=SEMUA, context="edit")
        for each in found:
            if each.get("slug") != nama and halaman.mark(nama) in _raw(each, "content"):
                self._drop("pages", each["id"], "menghapus halaman yang ganda")
        return next((x for x in found if x.get("slug") == nama), None)

    def _media(self, page: int) -> dict[str, Isi]:
        """Our files of a page; of those that came twice all but the first go."""
        kept: dict[str, Isi] = {}
        for each in self._found("media", parent=str(page), context="edit", per_page="100"):
            slug = str(each.get("slug", ""))
            known = next((x for x in kept if slug.startswith(f"{x}-")), slug)
            if known in kept:
                self._drop("media", each["id"], "menghapus file yang ganda")
            elif slug.startswith("berkas-"):
                kept[slug] = each
        return kept

    def _found(self, what: str, **asked: str) -> list[Isi]:
        """What answers, oldest first."""
        query = urlencode({**asked, "orderby": "id", "order": "asc"})
        answer = self._line.ask("GET", f"{API}{what}?{query}")
        told = self._accepted(answer, f"melihat {what}")
        if not isinstance(told, list) or not all(isinstance(x, dict) and x.get("id") for x in told):
            raise odd(self.tujuan, f"melihat {what}")
        return told

    def _drop(self, what: str, number: int, apa: str) -> None:
        answer = self._line.ask("DELETE", f"{API}{what}/{number}?force=true")
        if answer.kode not in (404, 410):  # gone already
            self._accepted(answer, apa)

    def _told(self, cara: str, alamat: str, body: Badan, apa: str) -> Isi:
        told = self._accepted(self._line.ask(cara, f"{API}{alamat}", body), apa)
        if not isinstance(told, dict) or not told.get("id"):
            raise odd(self.tujuan, apa)
        return told

    def _accepted(self, answer: Jawaban, apa: str) -> Any:
        if not answer.baik:
            raise refused(self.tujuan, answer, apa)
        return answer.told


def _slug(one: Dorongan, each: FileDorong) -> str:
    return f"{one.nama}-{each.bentuk}-{each.file.sha256[:32]}"


def _raw(page: Isi, name: str) -> str:
    found = page.get(name)
    return str(found.get("raw", "")) if isinstance(found, dict) else ""
