"""One Jinja environment for all generators of a build, and for the next ones while no template changes."""

import re
from collections.abc import Callable, Mapping, MutableMapping
from contextlib import suppress
from typing import Any

from jinja2 import BaseLoader, Environment, Template, TemplateError
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape
from pelican.generators import Generator

from plugins.bridge.build import current

_SIGN = re.compile(r"[&<>'\"]")

Source = tuple[str, str | None, Callable[[], bool] | None]


class SteadyLoader(BaseLoader):
    """Read each source once: what is compiled is what the keys of pages are made from, even during an edit."""

    def __init__(self, loader: BaseLoader) -> None:
        self._loader = loader
        self._sources: dict[str, Source] = {}
        self._code: dict[str, str] = {}

    def get_source(self, environment: Environment, template: str) -> Source:
        """Return a source as it was the first time; raise `TemplateNotFound`."""
        if template not in self._sources:
            self._sources[template] = self._loader.get_source(environment, template)
        return self._sources[template]

    def keep_code(self, template: str, code: str) -> None:
        """Take the code of a template that somebody has had to write."""
        self._code[template] = code

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  # Jinja's own name
    ) -> Template:
        """Return a template, its code written now when it is not kept; raise `TemplateNotFound`."""
        code = self._code.pop(name, None)
        if code is None:
            template = super().load(environment, name, globals)
        else:
            filename = self.get_source(environment, name)[1] or "<template>"
            template = Template.from_code(environment, compile(code, filename, "exec"), globals or {})
        template.root_render_func.__globals__["escape"] = _escaped  # of the module that its code is
        return template

    def list_templates(self) -> list[str]:
        """Name every template."""
        return self._loader.list_templates()

    def is_behind(self, environment: Environment) -> bool:
        """Tell whether a source that was read is another one by now, or has moved."""
        try:
            return any(
                self._loader.get_source(environment, name)[:2] != source[:2]
                for name, source in self._sources.items()
            )
        except Exception:  # gone, or not to be read: whoever asks for it will say so
            return True


class PageContext(Context):
    """Hold what a template reads; a component is called as it is, which is what nearly all calls of a page are."""

    def call(self, called: Any, *values: Any, **named: Any) -> Any:
        """Call what a template calls."""
        if called.__class__ is not Macro:
            return super().call(called, *values, **named)
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        return called(self.eval_ctx, *values, **named)


def _escaped(value: Any) -> str:
    """Escape what a template shows; the words of a page are joined, so that none needs to be marked as safe."""
    plain = value.__class__ is Markup or (value.__class__ is str and _SIGN.search(value) is None)
    return value if plain else escape(value)


_shared: dict[tuple[str, ...], Environment] = {}


def share_environment(generator: Generator) -> None:
    """Give a generator the environment of the others: each template is compiled once."""
    paths = tuple(generator._templates_path)
    if paths not in _shared:
        generator.env.loader = SteadyLoader(generator.env.loader)
        generator.env.auto_reload = (
            False  # a source is steady: the disk is not asked again, twenty times a page
        )
        generator.env.cache = {}  # all of them: nothing is counted at each use to know which one goes
        generator.env.context_class = PageContext
        generator.env.make_globals = _plain_globals(generator.env)
        generator.env.get_template = _found_once(generator.env)
        _shared[paths] = generator.env
    generator.env = _shared[paths]


def _plain_globals(environment: Environment) -> Callable[[Mapping[str, Any] | None], dict[str, Any]]:
    """Return what gives a template its globals in one dict: Jinja compares them at each import, thirty times a page.

    Its own map of maps would tell of globals that change after a template is read; ours never do.
    """
    known = environment.globals
    return lambda given: {**known, **(given or {})}


def _found_once(environment: Environment) -> Callable[..., Template]:
    """Return what finds each template once: a page names twenty, and Jinja makes a key of its loader each time.

    What the template of a page reads is asked first: its code is written then, and parsed no second time.
    """
    found: dict[str, Template] = {}
    get_template = environment.get_template

    def find(
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  # Jinja's own name
    ) -> Template:
        if globals is None and name in found:
            return found[name]
        if parent is None and isinstance(name, str):
            with suppress(TemplateError):  # told below, or when it is rendered
                current().keeper.templates_of(environment).needs(name)
        template = get_template(name, parent, globals)
        if isinstance(name, str):
            found[name] = template
        return template

    return find


def renew_environments() -> None:
    """Drop the environments whose templates have changed since they were read."""
    for paths, environment in list(_shared.items()):
        if environment.loader.is_behind(environment):
            del _shared[paths]


def forget_environments() -> None:
    """Drop every environment."""
    _shared.clear()
