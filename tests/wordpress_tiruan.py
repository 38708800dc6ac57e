"""A stand-in for WordPress: it is none, but answers its REST API as 6.x does, slugs included."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from service.domain.edisi.tujuan import Tujuan, targets
from tests.situs_tiruan import Situs, form

AKUN, SANDI = "berkas", "abcd efgh ijkl mnop"
BOLEH = {"pdf", "xlsx", "csv"}  # of what we make, the kinds that WordPress takes at first


class Tolak(Exception):
    def __init__(self, kode: int, jenis: str, kata: str = "") -> None:
        super().__init__(jenis)
        self.kode, self.told = kode, {"code": jenis, "message": kata, "data": {"status": kode}}


@dataclass
class WordpressTiruan(Situs):
    """Its pages and media by number, and the bytes of its media."""

    pages: dict[int, dict[str, Any]] = field(default_factory=dict)
    media: dict[int, dict[str, Any]] = field(default_factory=dict)
    isi: dict[int, bytes] = field(default_factory=dict)
    nomor: int = 0

    def tujuan(self, **more: Any) -> Tujuan:
        told = {
            "jenis": "wordpress",
            "instansi": "dinas_contoh",
            "alamat": self.url,
            "nama": AKUN,
            "sandi": SANDI,
            "ca": str(self.ca),
            "jaringan": "kantor",
            **more,
        }
        lines = (f"{k} = {json.dumps(v)}" for k, v in told.items() if v is not None)
        return targets("[situs]\n" + "\n".join(lines))[0]

    @property
    def terbuka(self) -> list[str]:
        """The pages that the public sees."""
        return sorted(x["slug"] for x in self.pages.values() if x["status"] == "publish")

    def content(self, slug: str) -> str:
        """What stands on a page."""
        [one] = [x for x in self.pages.values() if x["slug"] == slug]
        return str(one["content"]["raw"])

    def answer(self, cara: str, alamat: str, kepala: Any, isi: bytes) -> tuple[int, Any]:
        try:
            known = base64.b64encode(f"{AKUN}:{SANDI.replace(' ', '')}".encode()).decode()
            if kepala["Authorization"] != f"Basic {known}":
                raise Tolak(401, "rest_not_logged_in", "You are not currently logged in.")
            to = urlsplit(alamat)
            parts = to.path.removeprefix("/wp-json/wp/v2/").split("/")
            asked = {k: v[-1] for k, v in parse_qs(to.query).items()}
            if parts[0] not in ("pages", "media") or to.path.count("/wp-json/wp/v2/") != 1:
                raise Tolak(404, "rest_no_route", "No route was found.")
            if cara == "GET":
                return 200, self._listed(parts[0], asked)
            if cara == "DELETE":
                return 200, self._deleted(parts[0], int(parts[1]), asked)
            if parts[0] == "media":
                return 201, self._uploaded(form(kepala, isi))
            if len(parts) == 2:
                return 200, self._changed(int(parts[1]), json.loads(isi))
            return 201, self._created(json.loads(isi))
        except Tolak as no:
            return no.kode, no.told

    def _listed(self, what: str, asked: dict[str, str]) -> list[dict[str, Any]]:
        assert (asked["orderby"], asked["order"], asked["context"]) == ("id", "asc", "edit")
        rows = [x for _, x in sorted((self.pages if what == "pages" else self.media).items())]
        if what == "pages":
            states, slugs = asked["status"].split(","), asked["slug"].split(",")
            return [x for x in rows if x["slug"] in slugs and x["status"] in states]
        return [x for x in rows if x["post"] == int(asked["parent"])][: int(asked["per_page"])]

    def _created(self, told: dict[str, Any]) -> dict[str, Any]:
        assert set(told) == {"slug", "title", "content", "status"}
        self.nomor += 1
        one = {"id": self.nomor, "slug": self._free(told["slug"]), "status": told["status"]}
        one |= {"title": {"raw": told["title"]}, "content": {"raw": told["content"]}}
        self.pages[self.nomor] = one
        return one

    def _changed(self, number: int, told: dict[str, Any]) -> dict[str, Any]:
        if number not in self.pages:
            raise Tolak(404, "rest_post_invalid_id", "Invalid post ID.")
        more = {k: {"raw": told[k]} for k in ("title", "content")}
        self.pages[number] |= {**more, "status": told["status"]}
        return self.pages[number]

    def _uploaded(self, told: dict[str, Any]) -> dict[str, Any]:
        assert set(told) == {"slug", "title", "post", "file"}
        nama, mime, content = told["file"]
        ending = nama.rpartition(".")[2]
        if ending not in BOLEH:
            raise Tolak(500, "rest_upload_unknown_error", "Sorry, you are not allowed to upload.")
        assert hashlib.sha256(content).hexdigest().startswith(told["slug"].rpartition("-")[2])
        self.nomor += 1
        url = f"{self.url}/wp-content/uploads/2026/11/{nama}"
        slug = self._free(told["slug"])
        one = {"id": self.nomor, "slug": slug, "post": int(told["post"]), "mime_type": mime}
        self.media[self.nomor] = {**one, "source_url": url, "status": "inherit"}
        self.isi[self.nomor] = content
        return self.media[self.nomor]

    def _deleted(self, what: str, number: int, asked: dict[str, str]) -> dict[str, Any]:
        rows = self.pages if what == "pages" else self.media
        if asked.get("force") != "true":
            raise Tolak(501, "rest_trash_not_supported", "Set force=true to delete.")
        if number not in rows:
            raise Tolak(404, "rest_post_invalid_id", "Invalid post ID.")
        self.isi.pop(number, None)
        return {"deleted": True, "previous": rows.pop(number)}

    def _free(self, slug: str) -> str:
        """The slug, or the next that nobody has: pages and media share them."""
        taken = {x["slug"] for x in (*self.pages.values(), *self.media.values())}
        n, found = 2, slug
        while found in taken:
            found, n = f"{slug}-{n}", n + 1
        return found
