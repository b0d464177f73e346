"""What a template reads, asked of Jinja itself: variables, other templates, names of attributes."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from jinja2 import Environment, meta, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.idtracking import VAR_LOAD_RESOLVE

from plugins.ledger.hashing import digest_of

_WORD = re.compile(r"[a-z_][a-z0-9_]*", re.IGNORECASE)


class Reading(NamedTuple):
    """Hold what one template's source reads by itself.

    `words` are the attributes it names, and every text in its code that could name one (« map(attribute=…) »);
    `handled` are those of them that it does more with than write them out whole, as `{{ article.content }}` does.
    `is_open` is true when it chooses another template, or an attribute, by a name that it works out; `chosen` holds
    what the names of such templates begin with (« components/ », or nothing when that is worked out too).
    """

    variables: frozenset[str]
    references: frozenset[str]
    words: frozenset[str]
    is_open: bool
    chosen: frozenset[str] = frozenset()
    handled: frozenset[str] = frozenset()


class Needs(NamedTuple):
    """Hold what a page reads through its template and all those that it includes, imports or extends.

    `is_open` is true when one of them works out a name: of a template (then all are counted), or of an attribute.
    """

    variables: tuple[str, ...]
    words: frozenset[str]
    is_open: bool
    digest: str
    handled: frozenset[str] = frozenset()


class Templates:
    """Read the templates of one environment, each source once; `known` holds readings by digest of the source.

    `keep` is given the name of each template that is read, and its code: writing it is how it is read.
    """

    def __init__(
        self,
        environment: Environment,
        known: Mapping[str, Reading],
        keep: Callable[[str, str], object] = lambda _name, _code: None,
    ) -> None:
        self._environment = environment
        self._before = known
        self._keep = keep
        self._needs: dict[str, Needs] = {}
        self._found: dict[str, tuple[str, Reading]] = {}

    @property
    def known(self) -> dict[str, Reading]:
        """Return the readings of this build, by digest of the source."""
        return dict(self._found.values())

    def needs(self, name: str) -> Needs:
        """Return what a template reads, through all the others; raise `TemplateNotFound`."""
        if name not in self._needs:
            self._needs[name] = self._gathered(name)
        return self._needs[name]

    def _gathered(self, name: str) -> Needs:
        """Gather what a template reads; one that works out which other it calls may call any that begins so."""
        waiting, sources, readings = [name], {}, []
        while waiting:
            current = waiting.pop()
            if current in sources:
                continue
            sources[current], reading = self._read(current)
            readings.append(reading)
            waiting.extend(reading.references)
            if reading.chosen:
                waiting.extend(name for name in self._every if name.startswith(tuple(reading.chosen)))
        variables = frozenset().union(*(reading.variables for reading in readings))
        return Needs(
            tuple(sorted(variables)),
            frozenset().union(*(reading.words for reading in readings)),
            any(reading.is_open for reading in readings),
            digest_of(*(part for item in sorted(sources.items()) for part in item)),
            frozenset().union(*(reading.handled for reading in readings)),
        )

    @cached_property
    def _every(self) -> list[str]:
        loader = self._environment.loader
        return list(loader.list_templates()) if loader else []

    def _read(self, name: str) -> tuple[str, Reading]:
        if name not in self._found:
            loader = self._environment.loader
            source, filename = loader.get_source(self._environment, name)[:2] if loader else ("", None)
            digest = digest_of(source)
            reading = self._before.get(digest)
            if reading is None:
                writer = CodeWriter(self._environment, name, filename)
                reading = _reading(self._environment.parse(source, name, filename), writer)
                self._keep(name, writer.code)
            self._found[name] = digest, reading
        return self._found[name]


class CodeWriter(CodeGenerator):
    """Write the code of a template as Jinja does, and note the variables that it takes from its page.

    `jinja2.meta.find_undeclared_variables` does the same, and throws the code away.
    """

    def __init__(self, environment: Environment, name: str, filename: str | None) -> None:
        super().__init__(environment, name, filename)
        self.variables: set[str] = set()

    @property
    def code(self) -> str:
        """Return what is written so far."""
        return str(self.stream.getvalue())

    def enter_frame(self, frame: Frame) -> None:
        """Note what a part of the template resolves by its name alone."""
        super().enter_frame(frame)
        resolved = (name for action, name in frame.symbols.loads.values() if action == VAR_LOAD_RESOLVE)
        self.variables.update(name for name in resolved if name not in self.environment.globals)


def _reading(tree: nodes.Template, writer: CodeWriter) -> Reading:
    """Return what a template reads, and have its code written."""
    references = list(meta.find_referenced_templates(tree))
    writer.visit(tree)
    return Reading(
        frozenset(writer.variables),
        frozenset(name for name in references if name is not None),
        frozenset(_words(tree)),
        None in references or any(_is_worked_out(node) for node in tree.find_all(nodes.Getitem)),
        frozenset(_beginnings(tree)) if None in references else frozenset(),
        frozenset(_handled(tree)),
    )


def _beginnings(tree: nodes.Template) -> Iterator[str]:
    """Yield what the name of each template that is worked out begins with."""
    for node in tree.find_all((nodes.Extends, nodes.FromImport, nodes.Import, nodes.Include)):
        name = node.template
        if not isinstance(name, nodes.Const):
            first = name.nodes[0] if isinstance(name, nodes.Concat) else None
            yield str(first.value) if isinstance(first, nodes.Const) else ""


def _words(tree: nodes.Template) -> Iterator[str]:
    yield from (node.attr for node in tree.find_all(nodes.Getattr))
    yield from _named(tree)


def _handled(tree: nodes.Template) -> Iterator[str]:
    """Yield the words that a template does not only write out: where a block is named, that is never sure."""
    written = () if any(node.name == "self" for node in tree.find_all(nodes.Name)) else _written_out(tree)
    whole = {id(node) for node in written}
    yield from (node.attr for node in tree.find_all(nodes.Getattr) if id(node) not in whole)
    yield from _named(tree)


def _written_out(tree: nodes.Template) -> Iterator[nodes.Node]:
    """Yield each attribute of a variable of the page that is written out, and nothing else done with it."""
    stored = {node.name for node in tree.find_all(nodes.Name) if node.ctx != "load"}
    taken = {
        id(output)
        for block in tree.find_all((nodes.FilterBlock, nodes.AssignBlock, nodes.CallBlock, nodes.Macro))
        for output in block.find_all(nodes.Output)
    }
    for output in tree.find_all(nodes.Output):
        for node in output.nodes if id(output) not in taken else ():
            shown = node.node if isinstance(node, nodes.Filter) and node.name == "safe" else node
            base = shown.node if isinstance(shown, nodes.Getattr) else None
            if isinstance(base, nodes.Name) and base.name not in stored:
                yield shown


def _named(tree: nodes.Template) -> Iterator[str]:
    """Yield every text in the code of a template that could name an attribute."""
    for node in tree.find_all(nodes.Const):
        if isinstance(node.value, str):
            yield from _WORD.findall(node.value) if len(node.value) < 100 else ()


def _is_worked_out(node: nodes.Getitem) -> bool:
    """Tell whether an item is asked for by anything but a written name, a number or a slice."""
    return not isinstance(node.arg, nodes.Const | nodes.Slice)
