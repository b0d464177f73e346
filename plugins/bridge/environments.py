"""One Jinja environment for all generators of a build, and for the next ones while no template changes."""

from collections.abc import Callable, Mapping, MutableMapping
from typing import Any

from jinja2 import BaseLoader, Environment, Template
from pelican.generators import Generator

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
            return super().load(environment, name, globals)
        filename = self.get_source(environment, name)[1] or "<template>"
        return Template.from_code(environment, compile(code, filename, "exec"), globals or {})

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
        generator.env.make_globals = _plain_globals(generator.env)
        _shared[paths] = generator.env
    generator.env = _shared[paths]


def _plain_globals(environment: Environment) -> Callable[[Mapping[str, Any] | None], dict[str, Any]]:
    """Return what gives a template its globals in one dict: Jinja compares them at each import, thirty times a page.

    Its own map of maps would tell of globals that change after a template is read; ours never do.
    """
    known = environment.globals
    return lambda given: {**known, **(given or {})}


def renew_environments() -> None:
    """Drop the environments whose templates have changed since they were read."""
    for paths, environment in list(_shared.items()):
        if environment.loader.is_behind(environment):
            del _shared[paths]


def forget_environments() -> None:
    """Drop every environment."""
    _shared.clear()
