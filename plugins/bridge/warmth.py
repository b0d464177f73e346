"""What a process that stays holds from one build to the next, and how it is told to forget it."""

from plugins.bridge import contents, environments, keeping
from plugins.catalog import Recollection

recollection = Recollection()
"""What the files of the catalog said when they were last read."""


def forget() -> None:
    """Make the next build of this process begin as if it were its first."""
    recollection.forget()
    keeping.forget()
    contents.forget_contents()
    environments.forget_environments()
