"""The work behind each task of tasks.py: French outside, plain functions inside.

A module is imported when a task first names it (PEP 562): none has to wait for all the others.
"""


def __getattr__(name: str):
    """Import one of these modules; raise `AttributeError` for any other name."""
    from importlib import import_module  # noqa: PLC0415  # `faire` reads the menu without it

    try:
        return import_module(__name__ + "." + name)
    except ModuleNotFoundError as error:
        if error.name != __name__ + "." + name:
            raise
        raise AttributeError(name) from None
