"""Find, in a text, what says too much of a person: the site and its repository are both public.

`find_private` reads plain text and knows nothing of files; who calls it tells where the text comes from.
"""

from plugins.privacy.guard import find_private
from plugins.privacy.leak import Kind, Leak

__all__ = ["Kind", "Leak", "find_private"]
