from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel, ValidationError

from plugins.catalog.kinds import KINDS
from plugins.catalog.messages import SENTENCES, explain, near_miss
from plugins.catalog.models.association import Association
from plugins.catalog.models.base import aliases
from plugins.catalog.models.document import Document
from plugins.catalog.models.event import Event
from plugins.catalog.models.place import Partner, Place
from plugins.catalog.origin import Origin
from plugins.catalog.problems import Problem
from plugins.catalog.yaml_source import Tree, read_yaml

WRONG: tuple[Any, ...] = (
    None,
    [],
    {},
    "",
    "x" * 5000,
    "abc",
    "-1",
    "9" * 5000,
    "nan",
    "inf",
    "1.5",
    "<b>",
    "a\nb",
    "a\0b",
    [None],
    [[]],
    [{}],
    ["abc"],
    ["x"] * 50,
    {"a": "b"},
    {"x": []},
)
ENGLISH = {
    "the",
    "is",
    "should",
    "must",
    "input",
    "valid",
    "expected",
    "string",
    "none",
    "field",
    "required",
    "than",
}


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for field in annotation.model_fields.values():
            yield from _models(field.annotation)
    for argument in get_args(annotation):
        yield from _models(argument)


ALL_MODELS = sorted(
    {model for kind in KINDS for model in _models(kind.model)}, key=lambda model: model.__name__
)


def _errors(model: type[BaseModel]) -> Iterator[ValidationError]:
    for data in ({"inconnu": "x"}, *({key: value} for key in aliases(model) for value in WRONG)):
        try:
            model.model_validate(data)
        except ValidationError as error:
            yield error


def _explained(model: type[BaseModel], text: str) -> list[Problem]:
    tree = read_yaml(text, "fiche.yaml")
    with pytest.raises(ValidationError) as caught:
        model.model_validate({"slug": "fiche", **tree.data})
    return [
        problem
        for problem in explain(caught.value, model, Origin(tree))
        if problem.code != "champ-manquant" or problem.written
    ]


@pytest.mark.parametrize("model", ALL_MODELS, ids=lambda model: model.__name__)
def test_whatever_is_written_in_a_field_is_refused_in_french(model: type[BaseModel]) -> None:
    origin = Origin(Tree("fiche.yaml", {}, {(): 1}, ("",)))
    for error in _errors(model):
        for problem in explain(error, model, origin):
            words = f"{problem.message} {problem.hint}".lower().replace("'", " ").split()
            assert not ENGLISH & set(words), problem.message
            assert "[" not in problem.message, problem.message
            assert len(problem.message) < 200, problem.message
            assert problem.hint


def test_each_sentence_is_reached_by_some_wrong_value() -> None:
    reached = {
        details["type"]
        for model in ALL_MODELS
        for error in _errors(model)
        for details in error.errors(include_url=False)
        if "message" not in details.get("ctx", {})
    }
    assert reached == {*SENTENCES, "extra_forbidden"}


@pytest.mark.parametrize(
    ("model", "text", "line", "code", "message", "expected", "hint"),
    [
        (
            Event,
            "titre: A\nstatut: anulé\n",
            2,
            "valeur-inconnue",
            "« anulé » ne fait pas partie des choix de « statut ».",
            "l’une de ces valeurs : programme, reporte, deplace, complet, annule",
            "vouliez-vous écrire « annule » ?",
        ),
        (
            Place,
            "nom: A\ncomune: x\n",
            2,
            "champ-inconnu",
            "le champ « comune » n’existe pas ici.",
            None,
            "vouliez-vous écrire « commune » ?",
        ),
        (
            Document,
            "versions:\n  - fichier: a.pdf\n    dates: 12/11/2026\n",
            3,
            "champ-inconnu",
            "le champ « dates » n’existe pas ici.",
            None,
            "vouliez-vous écrire « date » ?",
        ),
        (
            Place,
            "nom: A\nzzz: x\n",
            2,
            "champ-inconnu",
            "le champ « zzz » n’existe pas ici.",
            (
                "l’un de ces champs : "
                "a_verifier, acces, acceslibre, adresse, annee_creation, code_postal, commune, disciplines, ferme, "
                "fiabilite, horaires, identifiants, label, lat, lon, nom, note, periode, position, precisions, site, "
                "source, source_annee, tel, type, verifie_le"
            ),
            "retirez cette ligne, ou choisissez un champ de la liste",
        ),
        (
            Place,
            "nom: A\ncommune: Valence\n",
            2,
            "forme",
            "« Valence » n’a pas la forme attendue pour « commune ».",
            'le code INSEE de la commune, entre guillemets, par exemple "26362" pour Valence',
            "cherchez le nom de la commune dans data/communes.yaml : son code est au début de la ligne",
        ),
        (
            Place,
            "nom: A\nlat: 44,93\n",
            2,
            "nombre",
            "« lat » attend un nombre.",
            "un nombre à point, par exemple 44.92",
            "écrivez 44.93",
        ),
        (
            Place,
            "nom: A\nannee_creation: 20 ans\n",
            2,
            "nombre",
            "« annee_creation » attend un nombre entier.",
            "des chiffres seulement",
            "remplacez « 20 ans » par un nombre",
        ),
        (
            Event,
            "titre: A\nage:\n  max: 200\n",
            3,
            "nombre",
            "« max » est trop grand.",
            "120 au plus",
            "vérifiez le nombre",
        ),
        (
            Event,
            "gratuite: oui\n",
            1,
            "groupe-attendu",
            "« gratuite » attend plusieurs champs, un par ligne.",
            "des lignes « champ: valeur », avec deux espaces devant",
            "laissez le nom du champ seul sur sa ligne, puis recopiez l’exemple de docs/donnees.md",
        ),
        (
            Place,
            "disciplines: théâtre\n",
            1,
            "liste-attendue",
            "« disciplines » attend une liste.",
            "un élément par ligne, après un tiret",
            "écrivez par exemple « disciplines: [un, deux] », avec les crochets",
        ),
        (
            Place,
            "nom: [La, Comédie]\n",
            1,
            "texte-attendu",
            "« nom » attend un texte seul.",
            "un texte, à la suite du nom du champ",
            "retirez les tirets, les crochets et les sous-champs",
        ),
        (
            Association,
            f"nom: {'x' * 141}\n",
            1,
            "trop-long",
            "« nom » est trop long : 141 signes.",
            "140 signes au plus",
            "raccourcissez ; le détail peut aller dans le texte",
        ),
        (
            Partner,
            "siret: '732 829 320 00075'\n",
            1,
            "siret",
            "ce numéro SIRET n’existe pas.",
            None,
            "recopiez ses 14 chiffres ; un chiffre a pu changer",
        ),
    ],
)
def test_a_fault_is_told_where_it_is_with_a_way_out(
    model: type[BaseModel],
    text: str,
    line: int,
    code: str,
    message: str,
    expected: str | None,
    hint: str,
) -> None:
    found = [(p.line, p.code, p.message, p.expected, p.hint) for p in _explained(model, text)]
    assert (line, code, message, expected, hint) in found


def test_a_required_field_that_is_written_and_empty_is_called_empty() -> None:
    tree = read_yaml("commune: '26362'\nnom:\n", "fiche.yaml")
    with pytest.raises(ValidationError) as caught:
        Place.model_validate({"slug": "x", "commune": "26362"})
    (problem,) = explain(caught.value, Place, Origin(tree))
    assert (problem.line, problem.code, problem.message) == (2, "vide", "« nom » est vide.")


def test_an_absent_field_shows_no_line_that_is_not_about_it() -> None:
    tree = read_yaml("commune: '26362'\n", "fiche.yaml")
    with pytest.raises(ValidationError) as caught:
        Place.model_validate({"slug": "x", "commune": "26362"})
    (problem,) = explain(caught.value, Place, Origin(tree))
    assert (problem.line, problem.code, problem.written) == (1, "champ-manquant", None)
    assert problem.message == "il manque le champ « nom »."


@pytest.mark.parametrize(
    ("word", "guess"),
    [
        ("comune", "commune"),
        ("COMMUNE", "commune"),
        ("resumé", "résumé"),
        ("resume", "résumé"),
        ("auteur", None),
    ],
)
def test_a_near_miss_is_a_word_that_was_probably_meant(word: str, guess: str | None) -> None:
    assert near_miss(word, ["commune", "date", "résumé"]) == guess
