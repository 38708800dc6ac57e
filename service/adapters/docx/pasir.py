"""The sandbox in which templates are rendered: strict for a paper, forgiving for a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, ClassVar, NoReturn

from jinja2 import StrictUndefined, Undefined
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from service.adapters.docx.batang import drawn
from service.domain.batang import Batang
from service.domain.kurang import Kurang
from service.domain.tapis import TAPIS

# Around the label of a missing value; of the letters that Unicode leaves to private use.
BUKA, TUTUP = "\ue000", "\ue001"
TERBESAR = 10_000_000  # letters or parts that a multiplication may make
PANGKAT = 64  # the highest power, and
BILANGAN = 4_096  # bits of the largest number that may be taken to one


class TidakDiisi(Undefined):
    """A name in a draft for which nothing was given: stands for what is missing, as Kurang."""

    dipakai: ClassVar[dict[str, None]] = {}  # all that was missed in a rendering, in order

    def __init__(self, *args: Any, **told: Any) -> None:
        super().__init__(*args, **told)
        if self._undefined_exception is SecurityError:
            self._fail_with_undefined_error()

    def _used(self) -> None:
        TidakDiisi.dipakai[str(self._undefined_name)] = None

    def __str__(self) -> str:
        self._used()
        return f"{BUKA}«{_label(str(self._undefined_name))}»{TUTUP}"

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        self._used()
        return TidakDiisi(name=f"{name} {self._undefined_name}")

    def __getitem__(self, key: Any) -> Any:
        return getattr(self, key) if isinstance(key, str) else self

    def __iter__(self) -> Iterator[Any]:
        self._used()
        yield self

    def __len__(self) -> int:
        self._used()
        return 1

    def __bool__(self) -> bool:
        self._used()
        return False

    def __eq__(self, other: object) -> bool:
        self._used()
        return False

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self._undefined_name)

    def _itself(self, *_: Any, **__: Any) -> Any:
        self._used()
        return self

    def _never(self, *_: Any) -> bool:
        self._used()
        return False

    def _nought(self) -> int:
        self._used()
        return 0

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _itself
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _itself
    __pow__ = __rpow__ = __pos__ = __neg__ = __call__ = __round__ = _itself
    __lt__ = __le__ = __gt__ = __ge__ = __contains__ = _never  # type: ignore[assignment]
    __int__ = __index__ = _nought  # type: ignore[assignment]


class Pasir(ImmutableSandboxedEnvironment):
    """Ours: a part of a value goes before a method of it, and no sum takes the machine."""

    intercepted_binops = frozenset({"*", "**"})

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of a dict by its name; else as the sandbox gives it."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """The product or power, where it is of a size that a paper could print."""
        if operator == "*":
            for text, times in ((left, right), (right, left)):
                if isinstance(text, str | list | tuple) and isinstance(times, int):
                    _small(len(text) * times <= TERBESAR)
        else:
            for number in (left, right):
                _small(not isinstance(number, int) or number.bit_length() <= BILANGAN)
            _small(isinstance(right, float | Undefined) or abs(right) <= PANGKAT)
        return super().call_binop(context, operator, left, right)


def strict() -> Pasir:
    """For a paper: a value that is missing ends it."""
    sandbox = _sandbox(StrictUndefined, _there)
    sandbox.filters |= TAPIS
    return sandbox


def lenient() -> Pasir:
    """For a draft: a value that is missing prints its label."""
    sandbox = _sandbox(TidakDiisi, _marked)
    sandbox.filters |= {name: _let_through(tapis) for name, tapis in TAPIS.items()}
    return sandbox


def _sandbox(undefined: type[Undefined], finalize: Callable[[Any], Any]) -> Pasir:
    sandbox = Pasir(undefined=undefined, autoescape=True, finalize=finalize)
    del sandbox.globals["lipsum"]
    return sandbox


def _there(value: Any) -> Any:
    """What a paper prints of a value."""
    if isinstance(value, Kurang):
        raise UndefinedError(f"{value.label!r} is undefined")
    return _printed(value)


def _marked(value: Any) -> Any:
    """What a draft prints of a value."""
    if isinstance(value, Kurang):
        TidakDiisi.dipakai[value.label] = None
        return f"{BUKA}{value}{TUTUP}"
    return _printed(value)


def _printed(value: Any) -> Any:
    if isinstance(value, Batang):
        return drawn(value)
    return "" if value is None else value


def _label(nama: str) -> str:
    return nama.replace("_", " ").capitalize()


def _let_through(tapis: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(tapis)
    def filtered(value: Any, *args: Any, **told: Any) -> Any:
        return value if isinstance(value, TidakDiisi | Kurang) else tapis(value, *args, **told)

    return filtered


def _small(enough: bool) -> None:
    if not enough:
        _refuse_size()


def _refuse_size() -> NoReturn:
    raise OverflowError("hasil hitungannya terlalu besar")
