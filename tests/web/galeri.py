"""A gallery of every part and every page in every state, with sample values; for tests only."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flask import Flask, Response, redirect, render_template, request
from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined

from service.domain.warna import BAWAAN, sheet
from service.face.door import KEBIJAKAN, dress
from service.face.isi import Muka
from tests.web import contoh

HERE = Path(__file__).resolve().parent
PAGES = HERE.parents[1] / "service" / "web" / "pages"


def app() -> Flask:
    """The gallery as an app."""
    one = Flask("galeri", template_folder=str(PAGES))
    dress(one)
    one.jinja_loader = ChoiceLoader(
        [FileSystemLoader(HERE / "galeri_pages"), FileSystemLoader(PAGES)]
    )
    one.jinja_env.undefined = StrictUndefined
    one.config["SENT"] = []

    @one.get("/contoh/<name>")
    def page(name: str) -> str:
        template, context = contoh.PAGES[name]
        return render_template(template, **{"muka": contoh.MUKA, **context})

    @one.get("/bagian")
    def parts() -> str:
        return render_template("bagian.html", muka=contoh.MUKA, **contoh.BAGIAN)

    @one.get("/tanpa-muka")
    def bare() -> str:
        _, context = contoh.PAGES["galat_500"]
        return render_template("galat.html", **{**context, "muka": Muka()})

    @one.get("/rupa/contoh.css")
    def rupa() -> Response:
        return Response(sheet(request.args.get("warna", BAWAAN)), mimetype="text/css")

    @one.get("/tanpa-cincin.css")
    def ringless() -> Response:
        return Response("*:focus-visible { outline: none !important }", mimetype="text/css")

    @one.get("/berat")
    def heavy() -> str:
        _, context = contoh.PAGES["galat_404"]
        return render_template("galat.html", **{**context, "kata": "berat " * 20_000})

    @one.route("/kirim/<path:where>", methods=["POST"])
    def sent(where: str) -> Any:
        one.config["SENT"].append((where, request.form.to_dict(flat=True)))
        return redirect("/bagian", 303)

    @one.get("/terkirim")
    def seen() -> Any:
        return {"terkirim": one.config["SENT"]}

    @one.get("/saring")
    def filtered() -> str:
        template, context = contoh.PAGES["jurnal"]
        found = [p for p in context["peristiwa"] if request.args.get("siapa", "") in p.siapa]
        return render_template(
            template, **{"muka": contoh.MUKA, **context, "peristiwa": found, "tersaring": True}
        )

    @one.after_request
    def strict(answer: Response) -> Response:
        answer.headers["Content-Security-Policy"] = KEBIJAKAN
        return answer

    return one
