"""Find, in a text, what says too much of a person: the site and its repository are both public.

`find_private` reads plain text and knows nothing of files; who calls it tells where the text comes from.
"""

from plugins.privacy.finding import Finding, Kind
from plugins.privacy.guard import find_private

__all__ = ["Finding", "Kind", "find_private"]
