"""Refuse to publish what would harm: one function a rule, each refusal in French with a way out."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.catalog.rules.privacy import SHOWN as SIGNS_SHOWN
from plugins.catalog.rules.privacy import compared
from plugins.commands.publishing_facts import place_of, text_of
from plugins.commands.publishing_trees import (
    Built,
    Commit,
    GitError,
    Online,
    count_pages,
    git_agrees,
    run_git,
    tracking_ref,
)
from plugins.privacy import find_private

SHOWN = 20
SHRINK_LIMIT = 0.20
HEAVY_BYTES = 25 * 1024 * 1024
SOURCE_NAMES = frozenset({"content", "plugins", "pelicanconf.py", "publishconf.py", "tasks.py"})
_STATES = {"?": "nouveau", "A": "ajouté", "D": "supprimé", "R": "renommé", "U": "en conflit"}


@dataclass(frozen=True)
class Refusal:
    """Hold one reason not to publish: what was seen, where, and a way out.

    A `waivable` one can be a wish: `./faire publier --accepter=<code>` goes on in spite of it.
    """

    code: str
    message: str
    way_out: str
    places: tuple[str, ...] = ()
    waivable: bool = False


def workshop_refusals(root: Path, remote: str) -> Iterator[Refusal]:
    """Ask for git, a repository with a first commit, and a remote to publish to."""
    try:
        run_git(root, "--version")
    except GitError:
        way_out = "Installez git (git-scm.com), puis relancez ./faire publier."
        yield Refusal("git-absent", "Le programme git n’a pas été trouvé.", way_out)
        return
    if not git_agrees(root, "rev-parse", "--verify", "--quiet", "HEAD"):
        message = f"Ce dossier n’est pas un dépôt git qui contient au moins un enregistrement : {root.name}."
        way_out = "Travaillez dans un dossier obtenu par « git clone »."
        yield Refusal("depot-absent", message, way_out)
    elif not git_agrees(root, "remote", "get-url", remote):
        message = f"Git ne connaît pas de dépôt distant nommé « {remote} »."
        way_out = f"Donnez-lui son adresse : git remote add {remote} ADRESSE-DU-DÉPÔT."
        yield Refusal("distant-absent", message, way_out)


def unreachable_refusal(remote: str, error: GitError) -> Refusal:
    """Tell that the remote did not answer, with git's own last word."""
    last_word = (str(error).splitlines() or ["rien"])[-1]
    return Refusal(
        "distant-injoignable",
        f"Le dépôt distant « {remote} » ne répond pas.",
        "Vérifiez la connexion à internet et vos droits sur le dépôt, puis relancez ./faire publier.",
        (f"git dit : {last_word}",),
    )


def dirty_tree_refusals(root: Path) -> Iterator[Refusal]:
    """Ask that every file be recorded in git: what is online can then always be built again."""
    entries = iter(run_git(root, "status", "--porcelain", "-z", "--untracked-files=all").split("\0"))
    places = []
    for entry in entries:
        if not entry:
            continue
        states, path = entry[:2], entry[3:]
        if "R" in states or "C" in states:
            next(entries, None)  # the old name of a renamed file
        places.append(f"{_state_in_french(states)} : {path}")
    if places:
        message = f"{in_number(len(places), 'fichier n’est', 'fichiers ne sont')} pas encore dans git."
        way_out = "Enregistrez ce travail (git add puis git commit), ou mettez-le de côté (git stash -u)."
        yield Refusal("travail-en-cours", message, way_out, first_places(places))


def legal_refusals(root: Path, gaps: Callable[[Path], Iterable[str]]) -> Iterator[Refusal]:
    """Ask for what the law wants on the site of an association."""
    missing = list(gaps(root))
    if missing:
        what = ("renseignement légal manque", "renseignements légaux manquent")
        message = f"{in_number(len(missing), *what)} encore."
        way_out = "Complétez ces lignes : la loi demande que toute personne puisse savoir qui publie le site."
        places = [f"{place_of(root, key)} : {key}" for key in missing]
        yield Refusal("mentions-legales", message, way_out, tuple(places))


def address_refusals(host: str | None, online_cname: str | None) -> Iterator[Refusal]:
    """Ask for a public address, the one under which the site is already known."""
    if host is None:
        message = "publishconf.py ne donne pas d’adresse publique au site (SITEURL)."
        way_out = 'Écrivez-y par exemple : SITEURL = "https://www.culturesducoeur26-07.org".'
        yield Refusal("adresse-absente", message, way_out)
    elif online_cname and online_cname != host:
        message = f"Le site en ligne répond à {online_cname}, publishconf.py dit {host}."
        way_out = "Corrigez SITEURL dans publishconf.py ; les liens déjà connus cesseraient de marcher."
        yield Refusal("adresse-changee", message, way_out, waivable=True)


def cname_refusals(host: str | None, online: Online) -> Iterator[Refusal]:
    """Ask that a site that was published still say its own address: without it, the host answers elsewhere."""
    if host and online.files and "CNAME" not in online.files:
        message = "Le site en ligne n’a plus de fichier CNAME : il ne répond plus à son adresse."
        way_out = "Regardez dans GitHub, Settings › Pages, si l’adresse a été retirée exprès. Publier la remettrait."
        yield Refusal("cname-absent", message, way_out, waivable=True)


def withdrawn_refusals(root: Path, online: Online) -> Iterator[Refusal]:
    """Keep from coming back by itself a version that `./faire revenir` took off."""
    for source in online.commit.withdrawn if online.commit else ():
        if git_agrees(root, "diff", "--quiet", source, "HEAD", "--", ".", ":(exclude)data/adresses.txt"):
            yield Refusal(
                "version-retiree",
                f"Cette version a été retirée par ./faire revenir le {online.commit.date}, et rien n’a changé depuis.",
                "Corrigez ce qui n’allait pas, enregistrez-le (git commit, git push), puis relancez ./faire publier.",
                (f"sources de la version retirée : {source[:10]}",),
                waivable=True,
            )
            return


def private_refusals(pages: Iterable[tuple[str, str]], agreed: Collection[str]) -> Iterator[Refusal]:
    """Refuse pages (name and HTML) whose text says too much of a person, without repeating it."""
    places = [
        f"{name} : {leak.kind.words} (« {leak.written[:SIGNS_SHOWN].strip()}… »)"
        for name, page in pages
        for leak in find_private(text_of(page))
        if compared(leak.written) not in agreed
    ]
    if places:
        message = (
            f"{in_number(len(places), 'passage semble dire', 'passages semblent dire')} trop d’une personne."
        )
        way_out = "Retirez-le des fiches ou des textes (./faire garde). Si la personne a dit oui : data/autorisations.yaml."
        yield Refusal("donnee-personnelle", message, way_out, first_places(places))


def branch_refusals(branch: str, current: str | None, online: Online) -> Iterator[Refusal]:
    """Keep the sources from being replaced by the site."""
    way_out = "Choisissez une branche réservée au site, par exemple gh-pages."
    if branch in {current, online.default_branch}:
        message = f"La branche « {branch} » porte les sources : publier les remplacerait par le site."
        yield Refusal("branche-des-sources", message, way_out)
        return
    names = {path.split("/", 1)[0] for path in (*online.files, *online.local_files)}
    found = sorted(names & SOURCE_NAMES)
    if found:
        message = f"La branche « {branch} » contient des sources : publier les effacerait."
        yield Refusal("branche-des-sources", message, way_out, tuple(found))


def foreign_commit_refusals(branch: str, online: Online) -> Iterator[Refusal]:
    """Keep what somebody put by hand on the published branch from being lost unseen."""
    places = [
        f"{tip.id[:10]} du {tip.date}, par {tip.author} : {_subject(tip)}"
        for tip in online.tips
        if not tip.is_ours
    ]
    if places:
        yield Refusal(
            "publication-etrangere",
            f"La branche « {branch} » a reçu un enregistrement qui ne vient pas de ./faire publier.",
            "Regardez ce qu’il apporte (git show suivi de son numéro) et reprenez-le dans les sources.",
            tuple(places),
            waivable=True,
        )


def sharing_refusals(root: Path, remote: str, online: Online) -> Iterator[Refusal]:
    """Ask that sources be shared, and not older than what is online: nobody's work leaves the site."""
    source = online.commit.source if online.commit else None
    if source and not git_agrees(root, "merge-base", "--is-ancestor", source, "HEAD"):
        yield Refusal(
            "en-retard",
            "Le site en ligne vient d’un travail que ce dossier n’a pas : publier effacerait ce travail du site.",
            "Récupérez-le (git pull), puis relancez ./faire publier.",
            (f"construit depuis {source[:10]}, publié le {online.commit.date}",),
            waivable=True,
        )
    main = online.default_branch
    if not (main and git_agrees(root, "merge-base", "--is-ancestor", "HEAD", tracking_ref(remote, main))):
        yield Refusal(
            "travail-non-partage",
            "Ce qui serait publié n’est pas encore dans le dépôt commun : la prochaine publication l’effacerait.",
            f"Envoyez-le d’abord (git push {remote} {main or 'main'}), puis relancez ./faire publier.",
            waivable=True,
        )


def size_refusals(built: Built, online: Online) -> Iterator[Refusal]:
    """Refuse an empty site, and one that lost more than a fifth of its pages."""
    if "index.html" not in built.files:
        pages = in_number(built.pages, "page", "pages")
        message = f"Le site construit n’a pas de page d’accueil ({pages} en tout)."
        yield Refusal("site-vide", message, "Lancez ./faire construire et lisez ce qu’il en dit.")
    before = count_pages(online.files)
    if built.pages < before * (1 - SHRINK_LIMIT):
        lost = round(100 * (1 - built.pages / before))
        counts = f"{in_number(built.pages, 'page', 'pages')} au lieu de {before}"
        message = f"Le site construit a beaucoup rétréci : {counts} en ligne ({lost} % de moins)."
        way_out = "Vérifiez que rien ne manque dans content/ et data/ (./faire etat)."
        yield Refusal("site-retreci", message, way_out, waivable=True)


def name_refusals(output: Path) -> Iterator[Refusal]:
    """Refuse what no build of ours writes: links, which would publish what they lead to, and unreadable names."""
    found = sorted(output.rglob("*"))
    links = [path.relative_to(output).as_posix() for path in found if path.is_symlink()]
    if links:
        message = (
            f"Le site construit contient {in_number(len(links), 'lien', 'liens')} vers un autre fichier."
        )
        way_out = "Supprimez output/ et relancez : le site se refait sans eux."
        yield Refusal("lien-dans-le-site", message, way_out, first_places(links))
    names = [path.name for path in found if not path.name.isprintable()]
    if names:
        what = ("fichier a un nom illisible", "fichiers ont un nom illisible")
        message = f"{in_number(len(names), *what)} (saut de ligne ou signe invisible)."
        way_out = "Renommez-le, là d’où il vient (content/), avec des lettres, des chiffres et des tirets."
        yield Refusal("nom-illisible", message, way_out, first_places(map(repr, names)))


def content_refusals(built: Built, cname: str | None, host: str | None) -> Iterator[Refusal]:
    """Refuse examples, drafts, files too heavy for the host, and a CNAME that names another site."""
    if built.unfinished:
        what = ("fichier contient", "fichiers contiennent")
        message = f"{in_number(len(built.unfinished), *what)} un exemple ou un brouillon."
        way_out = "Reconstruisez sans --exemples ; un brouillon se publie en retirant « brouillon: oui »."
        yield Refusal("exemples", message, way_out, first_places(built.unfinished))
    heavy = [f"{name} : {size / 1024**2:.0f} Mo" for name, size in built.sizes.items() if size > HEAVY_BYTES]
    if heavy:
        message = f"{in_number(len(heavy), 'fichier pèse', 'fichiers pèsent')} plus de 25 Mo."
        way_out = "Allégez-les (un PDF se réduit, une vidéo se dépose ailleurs) : un vieux téléphone ne les lirait pas."
        yield Refusal("fichiers-lourds", message, way_out, first_places(heavy))
    if cname and host and cname != host:
        message = f"Le fichier CNAME construit dit « {cname} », publishconf.py dit « {host} »."
        way_out = "Gardez une seule adresse : celle de SITEURL, dans publishconf.py."
        yield Refusal("cname-different", message, way_out)


def _state_in_french(states: str) -> str:
    return next((word for letter, word in _STATES.items() if letter in states), "modifié")


def _subject(commit: Commit) -> str:
    return (commit.message.splitlines() or [""])[0]


def first_places(places: Iterable[str]) -> tuple[str, ...]:
    """Keep the first twenty places, and say how many there are besides."""
    listed = list(places)
    rest = len(listed) - SHOWN
    return (*listed[:SHOWN], *([f"… et {rest} de plus"] if rest > 0 else []))


def in_number(number: int, one: str, many: str) -> str:
    """Write a number and its noun, and what agrees with it."""
    return f"{number} {many if number > 1 else one}"
