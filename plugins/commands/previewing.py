"""Show the site on this computer, up to date at each saved change."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from plugins.commands.building import BuildResult, shown_by_a_bar
from plugins.commands.console import say, warn
from plugins.commands.rebuilding import Rebuilder
from plugins.commands.reporting import duration, failure, success
from plugins.commands.serving import HOST, LAST_PORT, Preview, PreviewServer, open_server
from plugins.commands.watching import Batch, keep_building, source_changes
from plugins.french import plural
from plugins.ledger.turn import put_back

EXAMPLE = "./faire voir --port 8123"
SHOWN_CHANGES = 3


def preview(root: Path, port: str, examples: bool = False) -> int:
    """Build, serve, and rebuild at each change, until Ctrl-C."""
    put_back(root / "output")
    shown = Preview(root / "output")
    if not (shown.folder / "index.html").is_file():
        shown.show(
            "Cette page se remplace toute seule dès qu’il est prêt.", "Le site se construit : un instant…"
        )
    asked = int(port) if port.isdecimal() else LAST_PORT + 1
    try:
        server = open_server(shown, asked)
    except OSError:
        warn(f"Je n’ai pas pu ouvrir le port {port}. Essayez un nombre entre 1024 et 65535 : {EXAMPLE}")
        return 1
    try:
        with source_changes(root) as changes, _running(server), Rebuilder(root, examples) as rebuilder:
            say(welcome(server, asked))
            keep_building(partial(_rebuilt, rebuilder), changes, partial(_show, shown))
    except KeyboardInterrupt:
        say("\nÀ bientôt.")
    return 0


def welcome(server: PreviewServer, asked: int) -> str:
    """Give the address, and say so when the port is not the one that was asked for."""
    taken = f"Le port {asked} est déjà pris : j’utilise le {server.port}.\n" if server.port != asked else ""
    return f"{taken}Le site est ici : http://{HOST}:{server.port}/ (Ctrl-C pour arrêter)"


def rebuilt(result: BuildResult, changed: Batch) -> str:
    """Say in one line what changed and what was built, or what has to be mended."""
    names = sorted(changed)
    shown = ", ".join(names[:SHOWN_CHANGES]) + (", …" if len(names) > SHOWN_CHANGES else "")
    what = f"{shown} {'a changé' if len(names) == 1 else 'ont changé'}"
    if result.is_good and result.built is not None:
        made = f"{plural(result.built.pages, 'page')} en {duration(result.seconds)}"
        return f"{what} : {made}." if changed else success(result.built, result.seconds)
    report = failure(result)
    waiting = "J’attends la correction : le navigateur montre la même liste."
    return "\n".join([*([f"{what} :"] if changed else []), "", report, "", waiting])


@contextmanager
def _running(server: PreviewServer) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


def _rebuilt(rebuilder: Rebuilder, changed: Batch) -> BuildResult:
    return shown_by_a_bar(partial(rebuilder.build, saved=changed))


def _show(shown: Preview, result: BuildResult, changed: Batch) -> None:
    shown.show(None if result.is_good else failure(result))
    (say if result.is_good else warn)(rebuilt(result, changed))
