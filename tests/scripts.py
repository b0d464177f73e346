"""Load the programs of the project that are no modules of a package: `faire` and `tasks.py`."""

import importlib.util
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parent.parent


def load(name: str) -> ModuleType:
    """Run a file of the project's top folder as a module of its own, leaving no compiled copy beside it."""
    loader = _Loader(f"script_{name.removesuffix('.py')}", str(ROOT / name))
    spec = importlib.util.spec_from_loader(loader.name, loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


class _Loader(SourceFileLoader):
    def set_data(self, *_: object, **__: object) -> None:
        """Write nothing."""
