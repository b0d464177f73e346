"""Make .venv and install there what a lock file says, with pip; put what pip answers into French.

Standard library only, and it parses on Python 3.6: `faire` reads it before anything is installed, and only then.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from plugins.commands.tooling import (
    BUILD_LOCK,
    MARK,
    Stop,
    clean_environment,
    fingerprint,
    python_of,
    say,
    stamp,
)


def make_venv(venv: str) -> None:
    """Make .venv from nothing, marked as unfinished until the tools are in it."""
    no_venv = (
        "Il manque à Python de quoi préparer le dossier .venv.\n"
        "Sous Debian et Ubuntu : sudo apt install python3-venv\n"
        "Ailleurs, réinstallez Python depuis python.org. Puis relancez la même commande."
    )
    try:
        import ensurepip  # noqa: F401, PLC0415  # only to know whether it is there
        import venv as _  # noqa: PLC0415  # only to know whether it is there
    except ImportError:
        raise Stop(no_venv) from None
    if Path(venv).is_dir():
        say("Je refais le dossier .venv : il était incomplet, ou d’un autre Python.")
        shutil.rmtree(venv)
    Path(venv).mkdir()
    Path(venv, MARK).touch()
    code, tail, _ = run([sys.executable, "-m", "venv", str(venv)], clean_environment(venv))
    if code:
        raise Stop(f"{no_venv}\n\nCe que Python a répondu :{tail}")


def install(root: str, venv: str, lock: str) -> None:
    """Install one lock file of a project; its stamp is written last, so that an interruption shows."""
    mark, done, path = Path(venv, MARK), Path(stamp(venv, lock)), Path(root, lock)
    mark.touch()
    if done.exists():
        done.unlink()
    what = "les outils du site" if lock == BUILD_LOCK else "les outils de vérification"
    pinned = re.findall(r"^[\w.-]+==", path.read_text(encoding="utf-8"), re.MULTILINE)
    say(f"J’installe {what}, une fois pour toutes…", end="\r" if sys.stdout.isatty() else "\n")
    pip = "-m pip install --require-hashes --only-binary :all: --progress-bar off --no-input -r"
    line = [python_of(venv), *pip.split(), str(path)]
    code, tail, touched = run(line, clean_environment(venv), f"J’installe {what}", len(pinned))
    say("" if sys.stdout.isatty() else "C’est fait." if code == 0 else "Arrêté.")
    if code == 0:
        done.write_text(fingerprint(str(path)))
    if code == 0 or not touched:  # when pip has put nothing in place, what was there still works
        mark.unlink()
    if code:
        raise Stop(explain(tail))


def explain(tail: str) -> str:
    """Put the failure of pip into French, and keep its last lines."""
    known = {
        "DO NOT MATCH THE HASHES": "Un outil téléchargé n’est pas celui qui était attendu : il est refusé.",
        "NewConnection|name resolution|getaddrinfo|Max retries|timed out|ProxyError|Could not fetch": "Le réseau ne répond pas : les outils n’ont pas pu être téléchargés.",
        "No space left|Errno 28": "Il n’y a plus de place sur le disque.",
        "No matching distribution": "Un outil est introuvable : réseau coupé, ou ordinateur d’un modèle rare.",
        "": "L’installation des outils n’est pas allée au bout.",
    }  # fmt: skip
    why = next(sentence for sign, sentence in known.items() if re.search(sign, tail, re.IGNORECASE))
    return f"{why}\nRien n’est perdu : regardez la connexion, puis relancez la même commande.\n\nDernières lignes de pip :{tail}"


def run(line: list, environment: dict, title: str = "", total: int = 0) -> tuple:
    """Run a silent program; return its exit code, its last lines, and whether pip began to put in place."""
    process = subprocess.Popen(line, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)  # noqa: S603  # Python and pip, with what the lock files say
    lines, count, touched = [], 0, False
    for raw in process.stdout:
        lines = [*lines, raw.decode("utf-8", "replace").rstrip()][-12:]
        touched = touched or lines[-1].startswith("Installing collected")
        count += lines[-1].startswith(("Collecting ", "Requirement already"))
        if total and sys.stdout.isatty():
            state = "mise en place…" if touched else f"{min(count, total)} sur {total}"
            say(f"\r{title} : {state}".ljust(79), end="")
    return process.wait(), "".join(f"\n    {text}" for text in lines), touched
