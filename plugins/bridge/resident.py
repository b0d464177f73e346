"""Build again and again in one process: each line of the standard input asks for one build.

Started as Pelican is, with the same options: `python -m plugins.bridge.resident -s pelicanconf.py …`. A line is
a JSON object: `settings` replaces settings for that build (`TODAY`), `forget` drops what is in memory first, `saved`
names the files whose saving is the reason: when they are texts, they come first, and everything is looked at after. What
the build tells goes out as ever (`events`), then one event « ended » with the exit code of a build. When the
program itself has changed, nothing is built: the process says `STALE` and leaves, for another to take its place.
"""

import gc
import json
import logging
import sys
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress

from plugins.bridge.late import read_libraries
from plugins.processes.collector import collect_as_usual, no_collection
from plugins.regexes import late_regexes

with no_collection(), late_regexes():
    read_libraries()

    import pelican
    from pelican.log import LimitFilter

    from plugins.bridge.basis import program_stamps
    from plugins.bridge.build import leave_build
    from plugins.bridge.events import tell_ended
    from plugins.bridge.looking import (
        is_all,
        look_at_site,
        look_at_sources,
        ready_reserve,
        ready_sections,
        stand,
    )
    from plugins.bridge.touching_up import touch_up, touch_up_saved
    from plugins.bridge.warmth import forget, last_build, stay
    from plugins.ledger.stamps import Stamp

STALE = 75
"""« Try again later » (sysexits.h): ask a new process."""

TIDIED_EVERY = 16
"""Builds after which what they have left is collected, while nobody waits: the collector comes too late by itself."""

logger = logging.getLogger("pelican")


def serve(options: list[str], requests: Iterable[str]) -> None:
    """Answer requests until there are no more; the program and its settings are read once."""
    arguments = pelican.parse_arguments(options)
    pelican.init_logging(
        level=arguments.verbosity,
        fatal=arguments.fatal,
        name="pelican",
        handler=pelican.LOG_HANDLERS[arguments.log_handler],
        logs_dedup_min_level=getattr(logging, arguments.logs_dedup_min_level),
    )
    site, _ = pelican.get_instance(arguments)
    program = program_stamps()
    collect_as_usual()
    stay()
    for number, line in enumerate(requests, start=1):
        request = json.loads(line)
        if request.get("forget"):
            forget()
        site.settings.update(request.get("settings", {}))
        code = answer(site, request.get("saved", ()), program)
        tell_ended(code)
        leave_build()
        if code == STALE:
            return
        look_at_site()
        ready_reserve()
        ready_sections()
        if number % TIDIED_EVERY == 0:
            gc.collect()


def answer(site: pelican.Pelican, saved: Collection[str], program: Mapping[str, Stamp]) -> int:
    """Show the texts that were saved, then build what else has changed; return the exit code, as Pelican's command does.

    `program` is what the disk said of the program when it was read; `STALE` is the code when it has changed since.
    """
    LimitFilter._raised_messages.clear()
    LimitFilter._group_count.clear()
    try:
        is_shown = touch_up_saved(site, saved)
        if program_stamps() != program:
            return STALE
        if is_shown and is_all(site.settings):
            return 0
        leave_build()  # another may have its turn
        inputs = look_at_sources(site.settings)  # before they are read: an edit meanwhile is for next time
        if not touch_up(site, inputs):
            last_build.clear()
            site.run()
            stand(inputs)
    except SystemExit as end:
        return int(end.code or 0)
    except Exception as error:  # whatever it is, it is told, and the next build is another
        logger.critical("%s: %s", error.__class__.__name__, error, exc_info=True)
        return 1
    else:
        return 0


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):  # whoever asked says good-bye
        serve(sys.argv[1:], sys.stdin)
