"""Passwords and keys that somebody wrote down."""

import re
from collections.abc import Iterator

from plugins.privacy.leak import Kind, Leak
from plugins.privacy.signs import Signs
from plugins.regexes import Late

_SAID = Late(
    r"\b(?:mots? de passe|mdp|passwords?|passwd|pwd|code (?:d[’']acc[èe]s|secret|wi-?fi|pin|de la porte|du portail|d[’']entr[ée]e)"
    r"|digicode|cl[ée] (?:d[’']api|wi-?fi|secr[èe]te)|api[_-]?key|secret|token|jeton)\b[^\n:=]{0,40}?"
    r"(?:[:=]|\best\b)\s*[«\"'“(`]?\s*(?P<value>[^\s«»\"'”)`,;]{4,})",
    re.IGNORECASE,
)
_AFTER_A_NAME = Late(
    r"\b(?:identifiant|login|utilisat(?:eur|rice)|compte)\b[^\n]{1,40}?\b(?:code|mdp|passe?)[ \u00a0]*:?[ \u00a0]*(?P<value>[^\s«»\"'”)`,;]{6,})"
    r"|\bmdp[ \u00a0]+(?P<bare>[^\s«»\"'”)`,;:]{6,})",
    re.IGNORECASE,
)
_KEY_OF_A_NETWORK = Late(
    r"\b(?:wi-?fi|box)\b[^\n:=]{0,30}?\b(?:cl[ée]|code)[ \u00a0]*[:=][ \u00a0]*[«\"'“(`]?[ \u00a0]*(?P<value>[^\s«»\"'”)`,;]{4,})",
    re.IGNORECASE,
)
_KEYS = Late(
    r"\bgh[pousr]_[A-Za-z0-9]{20,}|\bgithub_pat_\w{20,}|\bsk-[A-Za-z0-9-]{20,}|\bAKIA[0-9A-Z]{16}\b"
    r"|\bAIza[\w-]{30,}|\bxox[abp]-[\w-]{10,}|-----BEGIN [A-Z ]*PRIVATE KEY-----|\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{5,}"
)
_SIGNS = Signs(
    "mot de passe",
    "mots de passe",
    "mdp",
    "passw",
    "pwd",
    "code ",
    "digicode",
    "clé ",
    "cle ",
    "key",
    "secret",
    "token",
    "jeton",
)
_NAME_SIGNS = Signs("identifiant", "login", "utilisat", "compte", "mdp")
_NETWORK_SIGNS = Signs("wifi", "wi-fi", "box")
_PREFIXES = Signs(
    "ghp_",
    "gho_",
    "ghu_",
    "ghs_",
    "ghr_",
    "github_pat_",
    "sk-",
    "AKIA",
    "AIza",
    "xox",
    "PRIVATE KEY",
    "eyJ",
    as_written=True,
)
_TELLING = Late(r"\d|[!@#$%^&*_+=?<>~|\\]|[a-z][A-Z]")


def private_secrets(text: str) -> Iterator[Leak]:
    """Yield passwords that are written out, and keys of well-known services."""
    said = _SAID.finditer(text) if _SIGNS.are_in(text) else ()
    keys = _KEY_OF_A_NETWORK.finditer(text) if _NETWORK_SIGNS.are_in(text) else ()
    for found in (*said, *keys):
        value = found["value"].rstrip(".!?…")
        if _TELLING.search(value) and not value.startswith(("http", "/", "<", "{", "[")):
            yield Leak(Kind.PASSWORD, found.start("value"), found.start("value") + len(value), value)
    for found in _AFTER_A_NAME.finditer(text) if _NAME_SIGNS.are_in(text) else ():
        group = "value" if found["value"] else "bare"
        if re.search(r"\d", found[group]):
            yield Leak(Kind.PASSWORD, found.start(group), found.end(group), found[group])
    for found in _KEYS.finditer(text) if _PREFIXES.are_in(text) else ():
        yield Leak(Kind.PASSWORD, found.start(), found.end(), found[0])
