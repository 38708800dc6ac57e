"""What many papers bring along alike stands in a dossier once, however deep it lies."""

from __future__ import annotations

from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

from service.adapters.jilid import sama


def picture(whole: pikepdf.Pdf, dots: bytes, mask: bytes) -> Object:
    """A picture with a mask of its own."""
    veil = whole.make_stream(mask, Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
    held = whole.make_stream(dots, Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
    held.SMask = whole.make_indirect(veil)
    return whole.make_indirect(held)


def frame(whole: pikepdf.Pdf, drawn: Object) -> Object:
    """A form that draws the picture, from deep within what it says of itself."""
    form = whole.make_stream(b"/G Do", Type=Name.XObject, Subtype=Name.Form)
    form.Resources = Dictionary(XObject=Dictionary(G=drawn))
    return whole.make_indirect(form)


def page(whole: pikepdf.Pdf, drawn: Object) -> Object:
    told = Dictionary(XObject=Dictionary(F=drawn), Properties=Array([Array([drawn])]))
    made = Dictionary(Type=Name.Page, MediaBox=Array([0, 0, 9, 9]), Resources=told)
    whole.pages.append(pikepdf.Page(whole.make_indirect(made)))
    return whole.pages[-1].obj


def test_a_picture_is_shared_once_its_mask_is_and_a_form_once_its_picture_is(
    tmp_path: Path,
) -> None:
    with pikepdf.new() as whole:
        alike = [page(whole, frame(whole, picture(whole, b"dots", b"veil"))) for _ in range(3)]
        other = page(whole, frame(whole, picture(whole, b"dots", b"VEIL")))

        spared = sama.once(whole)

        assert spared == 2 * 3  # two papers each bring a mask, a picture and a form too many
        forms = {one.Resources.XObject.F.objgen for one in alike}
        deep = {one.Resources.Properties[0][0].objgen for one in alike}
        assert len(forms) == 1
        assert deep == forms
        shared, own = (one.Resources.XObject.F.Resources.XObject.G for one in (alike[0], other))
        assert shared.objgen != own.objgen
        assert (shared.SMask.read_bytes(), own.SMask.read_bytes()) == (b"veil", b"VEIL")
        whole.save(tmp_path / "jadi.pdf")
    with pikepdf.open(tmp_path / "jadi.pdf") as made:
        drawn = [one.obj.Resources.XObject.F.Resources.XObject.G for one in made.pages]
        assert [one.SMask.read_bytes() for one in drawn] == [b"veil"] * 3 + [b"VEIL"]


def test_bytes_that_are_the_same_and_mean_something_else_stay_apart() -> None:
    with pikepdf.new() as whole:
        kinds = [{"Subtype": Name.Image}, {"Subtype": Name.Form}, {"Subtype": Name.Form}]
        pages = [page(whole, whole.make_stream(b"q Q", **kind)) for kind in kinds]

        assert sama.once(whole) == 1

        assert len({one.Resources.XObject.F.objgen for one in pages}) == 2
