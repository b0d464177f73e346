"""Find the record of a place and the town of an address: exact, or proposed, never guessed.

103 postcodes serve the 697 towns, and two towns are called Lemps: a postcode alone often decides nothing.
"""

import difflib
import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from plugins.catalog import Catalog
from plugins.catalog.models.place import Place
from plugins.catalog.models.territory import Commune
from plugins.french import slugify
from plugins.importing.rows import Refusal

_TOWN_HINT = "écrivez le nom de la commune, ou son code INSEE (data/communes.yaml)"


@dataclass(frozen=True)
class Where:
    """Hold what a row says of its place."""

    name: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    insee: str = ""


@dataclass(frozen=True)
class Gazetteer:
    """Know the places and the towns of the catalog by every way to write them."""

    catalog: Catalog
    _near: dict[tuple[str, str], str] = field(default_factory=dict, repr=False, compare=False)

    def locate(self, where: Where, notes: list[str]) -> dict[str, object]:
        """Return `lieu` or `adresse` for an outing; raise `Refusal`."""
        town = self._town(where, notes)
        same = [place for place in self._places.get(_folded(where.name), ()) if where.name]
        here = [place for place in same if town is None or place.commune == town.insee]
        if len(here) == 1:
            return {"lieu": here[0].slug}
        if len(here) > 1:
            message = "plusieurs fiches de lieu portent ce nom."
            choices = ", ".join(f"{place.slug} ({self._town_name(place)})" for place in here)
            raise Refusal(message, written=where.name, expected=f"l’une d’elles : {choices}", hint=_TOWN_HINT)
        near = self._near_place(where.name, town)
        if town is None:
            message = "la commune manque, et aucune fiche de lieu ne porte exactement ce nom."
            hint = (
                f"peut-être « {near.name} » ({self._town_name(near)}) ? Écrivez-le ainsi"
                if near
                else _TOWN_HINT
            )
            raise Refusal(message, written=where.name or "rien", expected="une commune", hint=hint)
        if near:
            notes.append(
                f"« {where.name} » ressemble à la fiche {near.slug} : si c’est elle, remplacez adresse par lieu: {near.slug}"
            )
        return {"adresse": _address(where, town, notes)}

    def _town(self, where: Where, notes: list[str]) -> Commune | None:
        code = where.insee or (where.town if re.fullmatch(r"\d[\dAB]\d{3}", where.town) else "")
        if code in self.catalog.communes and (where.insee or code not in self._by_postcode):
            return self._agreeing(self.catalog.communes[code], where)
        name = _folded_town(where.town)
        postcode = where.postcode or (where.town if re.fullmatch(r"\d{5}", where.town) else "")
        if name and not name.isdigit():
            return self._named(name, postcode, where)
        if postcode:
            return self._posted(postcode, notes)
        return None

    def _named(self, name: str, postcode: str, where: Where) -> Commune:
        found = self._by_name.get(name, [])
        if len(found) > 1 and postcode:
            found = [town for town in found if town.department.value == postcode[:2]] or found
        if not found:
            near = difflib.get_close_matches(name, self._by_name, 3, 0.75)
            guesses = ", ".join(town.name for key in near for town in self._by_name[key])
            message = "cette commune n’est ni en Drôme ni en Ardèche."
            hint = f"peut-être : {guesses} ?" if near else "les sorties d’ailleurs ne sont pas reprises"
            raise Refusal(
                message, written=where.town, expected="une commune de la Drôme ou de l’Ardèche", hint=hint
            )
        if len(found) > 1:
            message = "plusieurs communes portent ce nom."
            raise Refusal(
                message, written=where.town, expected=f"un code INSEE : {_listed(found)}", hint=_TOWN_HINT
            )
        return self._agreeing(found[0], where)

    def _agreeing(self, town: Commune, where: Where) -> Commune:
        named = _folded_town(where.town)
        homonyms = self._by_name.get(named)
        postcode_of = self._by_postcode.get(where.postcode, [town])
        if (homonyms and town not in homonyms) or town not in postcode_of:
            message = f"le code et le nom de la commune ne vont pas ensemble : {town.name} ({town.insee})."
            written = " ".join(part for part in (where.postcode, where.town, where.insee) if part)
            codes = ", ".join(town.postcodes)
            raise Refusal(
                message, written=written, expected=f"{codes} {town.name}", hint="corrigez l’un des deux"
            )
        return town

    def _posted(self, postcode: str, notes: list[str]) -> Commune:
        found = self._by_postcode.get(postcode, [])
        if len(found) == 1:
            notes.append(f"la commune n’était pas écrite : {found[0].name}, la seule du code {postcode}")
            return found[0]
        if not found:
            message = "ce code postal n’est d’aucune commune de la Drôme ni de l’Ardèche."
            raise Refusal(message, written=postcode, expected="le nom de la commune", hint=_TOWN_HINT)
        message = f"ce code postal sert {len(found)} communes : je ne choisis pas à votre place."
        raise Refusal(
            message, written=postcode, expected=f"l’une d’elles : {_listed(found)}", hint=_TOWN_HINT
        )

    def _near_place(self, name: str, town: Commune | None) -> Place | None:
        """Return the one record whose name looks like this one, in the town when it is known."""
        if not name:
            return None
        key = (_folded(name), town.insee if town else "")
        if key not in self._near:
            known = {
                folded: place
                for folded, places in self._places.items()
                for place in places
                if town is None or place.commune == town.insee
            }
            close = difflib.get_close_matches(key[0], known, 1, 0.8)
            self._near[key] = known[close[0]].slug if close else ""
        return self.catalog.venue(self._near[key]) if self._near[key] else None

    def _town_name(self, place: Place) -> str:
        return self.catalog.communes[place.commune].name

    @cached_property
    def _places(self) -> dict[str, list[Place]]:
        places: defaultdict[str, list[Place]] = defaultdict(list)
        for place in (*self.catalog.places.values(), *self.catalog.partners.values()):
            for name in {_folded(place.name), _folded(place.slug)}:
                places[name].append(place)
        return dict(places)

    @cached_property
    def _by_name(self) -> dict[str, list[Commune]]:
        towns: defaultdict[str, list[Commune]] = defaultdict(list)
        for town in self.catalog.communes.values():
            for name in {_folded_town(town.name), *map(_folded_town, town.former_names)}:
                towns[name].append(town)
        return dict(towns)

    @cached_property
    def _by_postcode(self) -> dict[str, list[Commune]]:
        towns: defaultdict[str, list[Commune]] = defaultdict(list)
        for town in self.catalog.communes.values():
            for postcode in town.postcodes:
                towns[postcode].append(town)
        return dict(towns)


def _address(where: Where, town: Commune, notes: list[str]) -> dict[str, str]:
    name = where.name
    if not name:
        name = where.street or f"À remplir : l’endroit, à {town.name}"
        notes.append("le nom de l’endroit manque : il est à écrire")
    address = {"nom": name, "commune": town.insee}
    if where.street and where.street != name:
        address["adresse"] = where.street
    if where.postcode in town.postcodes:
        address["code_postal"] = where.postcode
    return address


def _listed(towns: list[Commune]) -> str:
    return ", ".join(f"{town.insee} ({town.name})" for town in towns)


def _folded(name: str) -> str:
    return slugify(name)


def _folded_town(name: str) -> str:
    words = [word for word in slugify(name).split("-") if word != "cedex"]
    return "-".join({"st": "saint", "ste": "sainte"}.get(word, word) for word in words)
