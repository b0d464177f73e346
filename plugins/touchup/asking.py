"""Answer a command that builds without building: nothing has changed, or words only. `faire` asks before all else."""

from plugins.ledger.unchanged import look, said_when_built


def said_at_once(root: str, asked: str, now: float) -> str:
    """Return what is to be told of the site that stands, once its words are mended; nothing when a build is needed.

    `now` is in seconds (epoch). `root` is text, for `pathlib` is longer to import than most answers take.
    """
    seen = look(root, asked, now)
    said = said_when_built(root, seen)
    if said or seen is None:
        return f"Rien n’a changé. {said}" if said else ""
    from pathlib import Path  # noqa: PLC0415  # only when something has changed

    from plugins.touchup.answering import touch_up  # noqa: PLC0415  # only when something has changed

    return touch_up(Path(root), seen)
