"""Read YAML as text with positions: every scalar is a string, and nothing is lost in silence.

`yaml.safe_load` reads 07000 as 3584, 14:30 as 870, `no` as False, and keeps the last of two equal keys.
Here the tree is composed, not constructed: the models decide what a text means.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from plugins.catalog.problems import Problem
from plugins.catalog.source import UnreadableFileError

DEEPEST = 20  # levels of nesting; the models need 4

Path = tuple[str | int, ...]

_FRENCH = {
    "mapping values are not allowed": (
        "il y a un « : » de trop sur cette ligne.",
        'mettez la valeur entre guillemets : titre: "Le théâtre : mode d\'emploi"',
    ),
    "found character '\\t'": (
        "cette ligne commence par une tabulation.",
        "remplacez la tabulation par des espaces",
    ),
    "could not find expected ':'": (
        "il manque « : » après un nom de champ.",
        "écrivez chaque ligne comme « champ: valeur »",
    ),
    "found unexpected end of stream": (
        "un guillemet ouvert n’est jamais refermé.",
        "ajoutez le guillemet qui manque à la fin de la valeur",
    ),
    "did not find expected key": (
        "cette ligne n’est pas alignée avec les autres, ou un guillemet est mal placé.",
        "alignez les champs d’un même bloc sur la même colonne",
    ),
    "did not find expected '-' indicator": (
        "cette ligne ne s’aligne pas avec la liste qui précède.",
        "commencez chaque élément de la liste par un tiret, sur la même colonne",
    ),
    "did not find expected ',' or": (
        "une liste entre crochets ou accolades n’est pas refermée.",
        "ajoutez « ] » ou « } » à la fin, ou une virgule entre les éléments",
    ),
    "found character that cannot start any token": (
        "une valeur ne peut pas commencer par ce signe.",
        "mettez la valeur entre guillemets",
    ),
    "block sequence entries are not allowed": (
        "un tiret de liste est sur la même ligne que le nom du champ.",
        "mettez la liste à la ligne, chaque élément après un tiret",
    ),
}


@dataclass(frozen=True)
class Tree:
    """Hold what a YAML text says (texts, lists, dicts) and the line of each value and key.

    `lines[("dates", 0, "debut")]` is the line (from 1) where that key or list item starts.
    """

    name: str
    data: Any
    lines: dict[Path, int] = field(repr=False)
    rows: tuple[str, ...] = field(repr=False)
    first_line: int = 1

    def line(self, path: Path) -> int:
        """Return the line of a value, or of the nearest thing around it that is written."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, self.first_line)

    def row(self, line: int) -> str:
        """Return the text of a line (counted from 1), without its indentation."""
        index = line - self.first_line
        return self.rows[index].strip() if 0 <= index < len(self.rows) else ""


def read_yaml(text: str, name: str, first_line: int = 1) -> Tree:
    """Compose a YAML text into a `Tree`; raise `UnreadableFileError` with every fault that is found.

    `first_line` is the line of the file where the text starts (a Markdown header does not start at 1).
    """
    rows = tuple(text.split("\n"))
    tree = Tree(name, None, {(): first_line}, rows, first_line)
    try:
        tokens = list(yaml.scan(text, Loader=yaml.CBaseLoader))
        problems = list(_unwanted(tokens, rows, tree))
        if problems:
            raise UnreadableFileError(*problems)
        node = yaml.compose(text, Loader=yaml.CBaseLoader)
    except yaml.MarkedYAMLError as error:
        raise UnreadableFileError(_syntax(error, tree)) from None
    except yaml.reader.ReaderError:
        raise UnreadableFileError(
            Problem(name, 0, "yaml", "ce fichier contient un signe interdit.")
        ) from None
    data = _plain(node, (), tree.lines, first_line, problems, tree) if node else None
    if problems:
        raise UnreadableFileError(*problems)
    return Tree(name, data, tree.lines, rows, first_line)


def _unwanted(tokens: list[yaml.Token], rows: tuple[str, ...], tree: Tree) -> Iterator[Problem]:
    depth = 0
    for token in tokens:
        line = token.start_mark.line
        if isinstance(token, yaml.AnchorToken | yaml.AliasToken | yaml.TagToken | yaml.DirectiveToken):
            yield _forbidden_sign(tree, line)
        elif isinstance(token, yaml.ScalarToken) and token.plain:
            yield from _lost_after_hash(token, rows, tree)
        elif isinstance(
            token, yaml.BlockMappingStartToken | yaml.BlockSequenceStartToken | yaml.FlowSequenceStartToken
        ):
            depth += 1
        elif isinstance(token, yaml.BlockEndToken | yaml.FlowSequenceEndToken):
            depth -= 1
        if depth > DEEPEST:
            yield Problem(
                tree.name, line + tree.first_line, "yaml", "les listes sont emboîtées trop profondément."
            )
            return
    if sum(isinstance(token, yaml.DocumentStartToken) for token in tokens) > 1:
        yield Problem(
            tree.name,
            tree.first_line,
            "yaml",
            "le fichier contient plusieurs fiches séparées par « --- ».",
            hint="faites un fichier par fiche",
        )


def _forbidden_sign(tree: Tree, line: int) -> Problem:
    return Problem(
        tree.name,
        line + tree.first_line,
        "signe-yaml",
        "une valeur commence par &, *, ! ou %, qui ont un sens spécial ici.",
        written=tree.rows[line].strip(),
        hint="mettez la valeur entre guillemets",
    )


def _lost_after_hash(token: yaml.ScalarToken, rows: tuple[str, ...], tree: Tree) -> Iterator[Problem]:
    end = token.end_mark
    rest = rows[end.line][end.column :] if end.line < len(rows) else ""
    if rest.lstrip().startswith("#") and token.value:
        yield Problem(
            tree.name,
            end.line + tree.first_line,
            "diese",
            "ce qui suit « # » sur cette ligne serait perdu.",
            written=rows[end.line].strip(),
            hint="mettez la valeur entre guillemets, ou le commentaire sur sa propre ligne",
        )


def _syntax(error: yaml.MarkedYAMLError, tree: Tree) -> Problem:
    mark = error.problem_mark or error.context_mark
    index = min(mark.line, len(tree.rows) - 1) if mark else 0
    said = f"{error.problem or ''} {error.context or ''}"
    message, hint = next(
        (french for english, french in _FRENCH.items() if english in said),
        (
            "cette ligne n’est pas écrite comme attendu.",
            "comparez-la aux lignes voisines : « champ: valeur », listes avec des tirets",
        ),
    )
    if error.context and "quoted scalar" in error.context and error.context_mark:
        index = error.context_mark.line
    return Problem(
        tree.name,
        index + tree.first_line,
        "yaml",
        message,
        written=tree.rows[index].strip() or None,
        hint=hint,
    )


def _plain(
    node: yaml.Node, path: Path, lines: dict[Path, int], first: int, problems: list[Problem], tree: Tree
) -> Any:
    lines.setdefault(path, node.start_mark.line + first)
    if isinstance(node, yaml.ScalarNode):
        empty = not node.style and node.value in {"", "~", "null", "Null", "NULL"}
        return None if empty else node.value
    if isinstance(node, yaml.SequenceNode):
        return [
            _plain(item, (*path, index), lines, first, problems, tree)
            for index, item in enumerate(node.value)
        ]
    return _mapping(node, path, lines, first, problems, tree)


def _mapping(
    node: yaml.MappingNode,
    path: Path,
    lines: dict[Path, int],
    first: int,
    problems: list[Problem],
    tree: Tree,
) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        line = key_node.start_mark.line + first
        if key in result:
            problems.append(
                Problem(
                    tree.name,
                    line,
                    "cle-repetee",
                    f"le champ « {key} » est écrit deux fois.",
                    written=tree.row(line),
                    expected=f"un seul « {key} » (le premier est à la ligne {lines[(*path, key)]})",
                    hint="gardez une seule des deux lignes",
                )
            )
            continue
        lines[(*path, key)] = line
        result[key] = _plain(value_node, (*path, key), lines, first, problems, tree)
    return result
