"""What Pelican and others import and a build never asks for: it comes when somebody asks for it, and not before.

A site of Markdown texts reads no reStructuredText (docutils), watches and serves nothing by Pelican itself, draws
nothing in a terminal (rich): to import all that takes longer than to build a small site. A `LateModule` stands for each
while Pelican is imported, and is gone from `sys.modules` afterwards: whoever else imports one has the real one.
What was taken from it meanwhile leads to the real one too, at its first use.
"""

import importlib
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from types import ModuleType
from typing import Any

from plugins.bridge.console import Console
from plugins.formats.versions import version_of

Given = Mapping[str, Mapping[str, Any]]

TOGETHER = (
    (
        "docutils",
        "docutils.core",
        "docutils.io",
        "docutils.parsers.rst.languages",
        "docutils.writers.html4css1",
        "pelican.rstdirectives",  # what Pelican adds to docutils
    ),
    ("watchfiles",),  # for `pelican -r`, which is another process
    ("dateutil.parser",),
    ("pelican.server",),
    ("rich.console", "rich.logging"),
    ("importlib.metadata",),
    ("multiprocessing",),
    ("pygments.lexers", "pygments.formatters"),
    ("urllib.request",),  # Python's own `xml.sax.saxutils` names it, of which feeds are made
)
"""The modules that Pelican imports at once and a build does without; those of a group come together."""

GIVEN: Given = {"rich.console": {"Console": Console}, "importlib.metadata": {"version": version_of}}
"""What each build does ask of them, made sooner."""


NAMING = ("pelican", "pydantic.plugin._loader", "markdown.extensions.fenced_code")
"""What imports them, and is imported by each build."""


def read_libraries() -> None:
    """Import the libraries of a build that name the late ones."""
    with late_modules():
        for name in NAMING:
            importlib.import_module(name)


@contextmanager
def late_modules(groups: tuple[tuple[str, ...], ...] = TOGETHER, given: Given = GIVEN) -> Iterator[None]:
    """Stand for these modules during the block, but for a group of which one is there already."""
    standing = [
        LateModule(name, group, given.get(name, {}))
        for group in groups
        if not any(name in sys.modules for name in group)
        for name in group
    ]
    for module in standing:
        sys.modules[module.__name__] = module
        _put_in_its_package(module)
    try:
        yield
    finally:
        for module in standing:
            del sys.modules[module.__name__]
            vars(module)["is_standing"] = False
            _put_in_its_package(module)


def _put_in_its_package(module: ModuleType) -> None:
    """Make a module the attribute of its package, as if it had been imported."""
    package, _, name = module.__name__.rpartition(".")
    if package in sys.modules:
        setattr(sys.modules[package], name, module)


class LateModule(ModuleType):
    """Stand for a module: its names are late ones while it stands, and the real ones when that is over."""

    def __init__(self, name: str, group: tuple[str, ...], given: Mapping[str, Any]) -> None:
        """Take the modules that come with it, and the names that are given already."""
        super().__init__(name)
        vars(self).update(given, group=group, is_standing=True)

    def __getattr__(self, name: str) -> Any:
        """Return a name of the module; raise `AttributeError` when the real one has none."""
        if name.startswith("__"):
            raise AttributeError(name)
        return LateValue(self, lambda: self.real(name)) if self.is_standing else self.real(name)

    def real(self, name: str) -> Any:
        """Return a name of the real module, imported with those of its group."""
        for other in self.group:
            importlib.import_module(other)
        real = importlib.import_module(self.__name__)
        known = hasattr(real, name)
        return getattr(real, name) if known else importlib.import_module(f"{self.__name__}.{name}")


class LateValue:
    """Stand for a value of a library: it is found when somebody uses it.

    One that is called while its module stands is not used yet: Pelican only prepares what it may need.
    """

    def __init__(self, module: LateModule, find: Callable[[], Any]) -> None:
        """Take the module, and what finds the value."""
        self._module = module
        self._find = find

    def __getattr__(self, name: str) -> Any:
        """Return an attribute of the value."""
        return getattr(self._found, name)

    def __call__(self, *given: Any, **named: Any) -> Any:
        """Call the value."""
        if self._module.is_standing:
            return LateValue(self._module, lambda: self._found(*given, **named))
        return self._found(*given, **named)

    def __mro_entries__(self, _bases: tuple[Any, ...]) -> tuple[type]:
        """Return what a class inherits from meanwhile (https://peps.python.org/pep-0560/)."""
        return (_late_class(self),)

    @cached_property
    def _found(self) -> Any:
        return self._find()


def _late_class(value: LateValue) -> type:
    """Return a class whose heirs inherit from the real one as soon as one of them is made."""

    class Late:
        def __init__(self, *given: Any, **named: Any) -> None:
            real = value._found
            for heir in Late.__subclasses__():
                heir.__bases__ = tuple(real if base is Late else base for base in heir.__bases__)
            real.__init__(self, *given, **named)

    return Late
