"""Write docs/donnees.md from the models: where each file goes, a true example, what each field holds."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from plugins.catalog.headers import read_markdown
from plugins.catalog.kinds import KINDS, Kind
from plugins.catalog.yaml_source import read_yaml

GUIDE = Path(__file__).with_name("guide")
"""One true example of each kind; a test loads them all together."""

INTRODUCTIONS = {
    "association": ("L’association", "Ce que le site doit dire de son éditeur, et comment le joindre."),
    "communes": ("Les communes", "Les communes de la Drôme et de l’Ardèche, une par ligne."),
    "outlines": ("Les contours", "Le contour des deux départements, que dessinent les cartes."),
    "categories": ("Les rubriques", "Les rubriques des actualités. Chaque billet en choisit une."),
    "banners": ("Les bandeaux", "Les annonces affichées en haut de toutes les pages, entre deux jours."),
    "consents": (
        "Les autorisations",
        "Ce qui semble privé et peut pourtant être écrit, avec l’accord de la personne.",
    ),
    "criteria": (
        "L’accessibilité, critère par critère",
        "Où en est le site sur chacun des 106 critères du RGAA, et qui l’a vérifié.",
    ),
    "redirects": ("Les redirections", "Les adresses qui ont changé, pour que les anciens liens marchent."),
    "acronyms": ("Les sigles", "Les sigles du livret, rangés dans un fichier par lettre."),
    "bodies": ("Les organismes", "Comment marche un organisme social : un fichier par organisme."),
    "editions": (
        "Les éditions du livret",
        "Ce que contenait le livret des sigles à chaque édition, écrit par `./faire edition`.",
    ),
    "places": ("Les lieux", "Un lieu où l’on sort. Être dans la liste ne fait pas de lui un partenaire."),
    "partners": ("Les partenaires", "Un lieu ou une structure qui travaille avec l’association."),
    "events": ("Les sorties", "Une sortie gratuite : quand, où, pourquoi c’est gratuit."),
    "numbers": (
        "Les numéros des sorties",
        "Le numéro à dire au téléphone, donné par `./faire numeros` : personne ne l’écrit à la main.",
    ),
    "series": ("Les rendez-vous", "Un grand rendez-vous qui revient chaque année."),
    "documents": ("Les documents", "La fiche d’un fichier déposé dans content/documents."),
    "meetings": ("Les rencontres", "Une rencontre du réseau : des nombres, jamais des noms."),
    "conventions": (
        "Les conventions",
        "Un accord entre une commune et l’association ; la page de la commune le dit.",
    ),
    "trainings": ("Les formations", "Une formation et ses cycles ; les cycles passés restent, en archive."),
    "team": ("L’équipe", "Les fonctions de l’association, l’une après l’autre : jamais de nom."),
    "figures": (
        "Les chiffres des saisons",
        "Ce que disent les retours d’une saison, additionnés par `./faire retours` : jamais à la main.",
    ),
    "posts": ("Les billets", "Un article des actualités : un en-tête, puis le texte."),
    "pages": ("Les pages", "Une page du site ; la place du fichier fait son adresse."),
    "tutorials": ("Les tutoriels", "Un mode d’emploi, étape par étape ; ses images sont dans son dossier."),
}
"""Title and description of each kind, in French."""

_HEAD = """# Les fiches : où les mettre, quoi écrire

*Cette page est faite d’après les modèles du programme par `./faire regenerer` : ne la corrigez pas à la main.*

Chaque chose du site est écrite une seule fois, dans un fichier de texte. Un fichier YAML est fait de lignes `champ: valeur`.
Quatre habitudes évitent presque tous les soucis :

- mettez entre guillemets une valeur qui contient « : » ou « # », et les codes : `code_postal: "07000"` ;
- décalez les sous-champs de deux espaces, jamais d’une tabulation ;
- commencez chaque élément d’une liste par un tiret ; une liste courte tient aussi entre crochets : `[théâtre, danse]` ;
- écrivez les dates avec leur année : `12/11/2026`, `jeudi 12 novembre 2026`, `12/11/2026 20h30`.

Si quelque chose ne va pas, `./faire construire` le dit en français, avec le fichier et la ligne ; [problemes.md](problemes.md)
explique chaque message. `<nom-court>` est à remplacer par un nom en minuscules, sans accent ni espace. Le site en ligne ne change pas tant que tout n’est pas juste.
"""


def page(schemas: Mapping[str, dict[str, Any]]) -> str:
    """Return the whole page, given the schema of each kind."""
    titles = [INTRODUCTIONS[kind.field][0] for kind in KINDS]
    contents = "\n".join(f"- [{title}](#{_anchor(title)})" for title in titles)
    sections = [_section(kind, schemas[kind.field]) for kind in KINDS]
    return "\n".join([_HEAD, contents, "", *sections])


def example_of(kind: Kind) -> str:
    """Return the example file of a kind, as a volunteer would write it."""
    ending = "md" if kind.is_markdown else "yaml"
    return (GUIDE / f"{kind.french}.{ending}").read_text(encoding="utf-8")


def _anchor(title: str) -> str:
    """Return the anchor that GitHub makes of a heading."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def _section(kind: Kind, schema: dict[str, Any]) -> str:
    title, description = INTRODUCTIONS[kind.field]
    language = "markdown" if kind.is_markdown else "yaml"
    record = schema.get("items", schema)
    return "\n".join(
        [
            f"## {title}",
            "",
            description,
            "",
            f"Où : `{kind.where.replace('nom-court', '<nom-court>')}`"
            + (" (une liste de fiches)." if kind.is_list else "."),
            "",
            f"```{language}",
            example_of(kind).rstrip(),
            "```",
            "",
            *_table(record, _example_data(kind), None),
            "",
        ]
    )


def _example_data(kind: Kind) -> Any:
    text = example_of(kind)
    if kind.is_markdown:
        return read_markdown(text, kind.where).header.data
    data = read_yaml(text, kind.where).data
    return data[0] if kind.is_list else data


def _table(record: dict[str, Any], example: Any, group: str | None) -> Iterator[str]:
    if group:
        yield from ("", f"Dans `{group}` :", "")
    yield "| champ | obligatoire | ce qu’on y met | exemple |"
    yield "|---|---|---|---|"
    shown = example if isinstance(example, dict) else {}
    for name, field in record["properties"].items():
        asked = "oui" if name in record["required"] else ""
        yield f"| `{name}` | {asked} | {_meaning(field)} | {_example(name, field, shown.get(name))} |"
    for name, field in record["properties"].items():
        inner = field.get("items", field)
        if "properties" in inner:
            value = shown.get(name)
            first = value[0] if isinstance(value, list) and value else value
            yield from _table({"required": [], **inner}, first, f"{group}.{name}" if group else name)


def _meaning(field: dict[str, Any]) -> str:
    words = [field.get("description", "").rstrip()]
    choices = field if "enum" in field else field.get("items", {})
    if "enumDescriptions" in choices:
        pairs = zip(choices["enum"], choices["enumDescriptions"], strict=False)
        words.append(
            "Au choix : " + ", ".join(f"`{value}` ({label})" for value, label in pairs if value) + "."
        )
    elif "enum" in field:
        words.append("`oui` ou `non`.")
    if field.get("maxLength", 0) > 200:
        words.append(f"{field['maxLength']} signes au plus.")
    return " ".join(filter(None, words)).replace("|", "\\|")


def _example(name: str, field: dict[str, Any], value: Any) -> str:
    inner = field.get("items", field)
    if "properties" in inner:
        return "voir plus bas"
    if isinstance(value, list):
        return f"`{name}: [{', '.join(_quoted(item, inner) for item in value)}]`"
    if isinstance(value, str):
        return f"`{name}: {_quoted(value, inner)}`"
    proposed = inner.get("examples") or [item for item in inner.get("enum", ()) if isinstance(item, str)]
    written = _quoted(proposed[0], inner) if proposed else "…"
    return f"`{name}: [{written}]`" if "items" in field else f"`{name}: {written}`"


def _quoted(text: str, field: dict[str, Any]) -> str:
    """Quote what YAML would cut, and the digits that are a code, not a number."""
    is_code = text.isdecimal() and not {"integer", "number"} & set(field.get("type", ()))
    return f'"{text}"' if is_code or ": " in text else text
