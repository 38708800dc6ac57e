"""What a layer may do to the one below: the library's rules, and how a first signature begins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import HistoricalResolver
from pyhanko.sign.diff_analysis import (
    DEFAULT_DIFF_POLICY,
    CatalogModificationRule,
    FormUpdatingRule,
    ModificationLevel,
    StandardDiffPolicy,
    SuspiciousModification,
)
from pyhanko.sign.diff_analysis.constants import ROOT_EXEMPT_STRICT_COMPARISON
from pyhanko.sign.diff_analysis.form_rules_api import (
    FieldComparisonContext,
    FormUpdate,
    _list_fields,
)

_FORMULIR = {"/Fields", "/SigFlags", "/DR", "/DA"}  # what a form for signatures is made of


class _FirstForm(FormUpdatingRule):
    """The same rules, also where the paper had no form before its first signature."""

    def apply(
        self, old: HistoricalResolver, new: HistoricalResolver
    ) -> Iterable[tuple[ModificationLevel, FormUpdate]]:
        if "/AcroForm" in old.root:
            yield from super().apply(old, new)
        elif "/AcroForm" in new.root:
            yield from self._begun(old, new)

    def _begun(
        self, old: HistoricalResolver, new: HistoricalResolver
    ) -> Iterable[tuple[ModificationLevel, FormUpdate]]:
        form = new.root["/AcroForm"]
        if not isinstance(form, generic.DictionaryObject) or set(form) - _FORMULIR:
            raise SuspiciousModification("a form that is for more than signatures")
        parts = [new.root.raw_get("/AcroForm"), form.raw_get("/Fields")]
        for one in parts:
            if isinstance(one, generic.IndirectObject):
                yield _fresh(old, one.reference, ModificationLevel.LTA_UPDATES)
        if "/DR" in form:
            since = old.revision + 1
            for ref in new.collect_dependencies(form.raw_get("/DR"), since_revision=since):
                yield _fresh(old, ref, ModificationLevel.FORM_FILLING)
        fields = dict(_list_fields(generic.ArrayObject(), form["/Fields"], old_path=None))
        for rule in self.field_rules:
            yield from rule.apply(FieldComparisonContext(fields, old=old, new=new))


def _fresh(
    old: HistoricalResolver, ref: Any, level: ModificationLevel
) -> tuple[ModificationLevel, FormUpdate]:
    if not old.is_ref_unassignable(ref):
        raise SuspiciousModification("a form laid over something that was there")
    return level, FormUpdate(updated_ref=ref, field_name=None)


def certified_once(below: Any, this: Any) -> bool:
    """Whether what the first signature allows was said once, by a signature, and stayed."""
    if "/Perms" not in this:
        return "/Perms" not in below
    said = this["/Perms"]
    if "/Perms" in below:
        return bool(below["/Perms"] == said)
    return set(said) == {"/DocMDP"} and "/ByteRange" in said["/DocMDP"]


# A certification adds one line to the catalogue; `certified_once` looks at it.
ATURAN = StandardDiffPolicy(
    [
        CatalogModificationRule({*ROOT_EXEMPT_STRICT_COMPARISON, "/Perms"}),
        *DEFAULT_DIFF_POLICY.global_rules[1:],
    ],
    _FirstForm(DEFAULT_DIFF_POLICY.form_rule.field_rules if DEFAULT_DIFF_POLICY.form_rule else []),
)
