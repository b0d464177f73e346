"""What one build keeps of the build before, page by page: nothing whose digest or whose file has changed."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template
from pelican.contents import Content

from plugins.bridge.basis import basis_of
from plugins.bridge.other_files import files_of_project, files_of_themes
from plugins.bridge.standing_in import TEXTS, digesters, lists_contents, shows_texts
from plugins.bridge.worksite import Worksite
from plugins.ledger.digests import Digester, UnknownValueError
from plugins.ledger.fingerprints import Fingerprints
from plugins.ledger.generations import beside
from plugins.ledger.hashing import digest_of
from plugins.ledger.memory import DamagedMemoryError, Memory, RenderedPage, Written, read_memory, write_memory
from plugins.ledger.sights import SiteSight
from plugins.ledger.stamps import Stamp, Stamps, disk_time, stamp_of
from plugins.ledger.templates import Templates
from plugins.ledger.traces import NEVER, Sources
from plugins.processes.collector import no_collection
from plugins.resources import Listing

TEMPLATE = "template:"
"""What the name begins with under which a page notes its template."""

LOOKED_AT = ("catalog.root", "theme")
"""What the digest of is worked out by looking at the disk."""

Values = Mapping[str, Any]
"""Settings, or what a template is given."""
Among = tuple[str, tuple[str, ...]]
"""Pages that are looked at alike: their template, the names of what each of them adds."""
Shared = tuple[str, Values, tuple[str, ...], Digester]
"""The digest of what they share, what all pages share, the names that count of what each adds, who digests it."""

FOREIGN = "la mémoire est celle d’une autre version du programme : elle est laissée de côté, tout est refait."
DAMAGED = "la mémoire de la construction d’avant était abîmée : elle est laissée de côté, tout est refait."


class Keeper:
    """Hold what the build before left, and note what this one keeps and writes."""

    def __init__(
        self, root: Path, site: Worksite, settings: Values, program: str, trusted: "Keeper | None" = None
    ) -> None:
        """Look at the disk, or trust that the site, the theme and the program are as another build left them.

        Who trusts has to look afterwards. `program` is the digest of the program (`basis.program_of_builds`).
        """
        self._worksite, self._destination = site, site.site
        self._trusts = trusted is not None
        self.folder = beside(self._destination, "memoire")
        self.notes: list[str] = []
        self.kept: dict[str, Stamp] = {}
        warm = _warm.get(self._destination)
        self._is_warm = warm is not None
        found = warm.memory if warm else self._remembered()
        self.fingerprints = Fingerprints(found.fingerprints if found else {}, disk_time(self.folder))
        basis = trusted.memory.base if trusted else basis_of(program, settings, self.fingerprints)
        self.before = found if found and found.base == basis != NEVER else Memory(basis)
        self.memory = Memory(basis)
        self._trusted_stamps = trusted.stamps() if trusted else None
        self._whole, self._cards = (warm._whole, warm._cards) if warm else digesters()
        self._whole.turn()
        self._cards.turn()
        self.sources = Sources(
            self._whole,
            {
                "catalog.root": lambda: files_of_project(root, self.fingerprints),
                "template": lambda name: self._templates.needs(name).digest if self._templates else NEVER,
                "theme": lambda: files_of_themes(Path(settings["THEME"]), self.fingerprints),
            },
        )
        if warm:
            self.sources.recall(warm.sources)
        if trusted:
            self.sources.trust(trusted.sources, LOOKED_AT)
        self._common: Values = {}
        self._templates: Templates | None = trusted._templates if trusted else None
        self._shared: dict[Among, Shared] = {}
        self._encodings: dict[tuple[int, str], tuple[Any, bytes]] = {}
        self.lists_show_texts = False

    def key_of(self, template: Template, path: str, context: Values, own: Values) -> str:
        """Return the digest of all that a page is made from, `NEVER` when it cannot be told.

        `context` is shared by all pages and does not change any more; `own` is what this page adds.
        """
        among = (template.name or "", tuple(own))
        try:
            if among not in self._shared:
                self._shared[among] = self._looked_at(template, among, context)
            digest, _, names, digester = self._shared[among]
            values = [own[name] for name in names]
            if digester is self._whole and any(map(lists_contents, values)):
                self.lists_show_texts = True
            return digest_of(path, digest, digester.together(values))
        except UnknownValueError:
            return NEVER

    def _looked_at(self, template: Template, among: Among, context: Values) -> Shared:
        needs = self.templates_of(template.environment).needs(template.name or "")
        names = tuple(name for name in needs.variables if name in among[1])
        digester = self._whole if shows_texts(needs) else self._cards
        return self._digest_of_shared(among, context), context, names, digester

    def read_values(self, template: Template, values: Values) -> Values:
        """Return the values that a page's templates read: Jinja copies all that it is given, at each inclusion."""
        needs = self.templates_of(template.environment).needs(template.name or "")
        if needs.is_open:
            return values
        return {name: values[name] for name in needs.variables if name in values}

    def shares_as(self, before: "Keeper") -> bool:
        """Tell whether what pages share is what it was for the build before; it is known from now on."""
        try:
            for among, (digest, context, *plan) in before._shared.items():
                self._shared[among] = self._digest_of_shared(among, context), context, *plan
                if self._shared[among][0] != digest:
                    return False
        except UnknownValueError:
            return False
        return True

    def _digest_of_shared(self, among: Among, context: Values) -> str:
        template, own = among
        needs = self._templates.needs(template)
        digester = self._whole if shows_texts(needs) else self._cards
        names = [name for name in needs.variables if name in context and name not in own]
        values = [self._encoded(digester, name, context[name]) for name in names]
        return digest_of(needs.digest, *names, *values, "", *own)

    def _encoded(self, digester: Digester, name: str, value: Any) -> bytes:
        """Return how a digester writes what pages share: the lists of all posts, once for all the templates."""
        known = self._encodings.get((id(digester), name))
        if known is None or known[0] is not value:
            known = self._encodings[id(digester), name] = value, digester.encode(value)
        return known[1]

    def card_of(self, value: Any) -> str:
        """Return the digest of a value without its texts; raise `UnknownValueError`."""
        return self._cards.of(value)

    def digests_of(self, content: Content) -> tuple[str, ...] | None:
        """Return the digests of a content and of its record, when all of them have been found; `know` takes them."""
        cards, whole = self._cards.known_digest(content), self._whole.known_digest(content)
        record = self._whole.known_digest(content.record)
        return None if cards is None or whole is None or record is None else (cards, whole, record)

    def know(self, content: Content, cards: str, whole: str, record: str) -> None:
        """Take the digests that `digests_of` has given of an equal content."""
        self._cards.know(content, cards)
        self._whole.know(content, whole)
        self._whole.know(content.record, record)

    def templates_of(self, environment: Environment) -> Templates:
        """Return what the templates of the build read."""
        if self._templates is None:
            self._templates = Templates(environment, self.before.templates, environment.loader.keep_code)
        return self._templates

    def read_by(self, template: str) -> set[str]:
        """Name what a template makes a page read beside what its section gives: itself, and the shared values."""
        needs = self._templates.needs(template) if self._templates else None
        if needs is None:
            return {NEVER}
        return {
            f"{TEMPLATE}{template}",
            *(f"shared.{name}" for name in needs.variables if name in self._common),
        }

    def showing_all_texts(self) -> set[str]:
        """Name the templates that may show the texts of the lists that all pages share."""
        reads = {name for unit in self.memory.units.values() for name in unit.reads}
        names = {template for template, _ in self._shared}
        names |= {name.removeprefix(TEMPLATE) for name in reads if name.startswith(TEMPLATE)}
        return {name for name in names if self._may_show_all_texts(name)}

    def _may_show_all_texts(self, template: str) -> bool:
        needs = self._templates.needs(template) if self._templates else None
        if needs is None:
            return True
        does_more = needs.is_open or bool(needs.handled & TEXTS)
        return does_more and any(lists_contents(self._common.get(name)) for name in needs.variables)

    def share(self, environment: Environment, context: Values) -> None:
        """Take what all pages may read; it does not change any more."""
        self.templates_of(environment)
        self._common = context
        self.sources.give("shared", context)

    @cached_property
    def _present(self) -> Stamps | dict[str, Stamp]:
        """Return what gives the stamp of a file of the site in place."""
        if self._trusted_stamps is not None:
            return self._trusted_stamps
        if self._worksite.is_as_noted(self.before.note):
            return self.before.stamps()
        return Stamps(self._destination)

    def ready_reserve(self) -> SiteSight | None:
        """Return what the reserve is known to hold, once it is ready: the files of the site in place."""
        return self._worksite.ready_reserve(self.before.note, self.before.stamps())

    def is_intact(self, path: str) -> bool:
        """Tell whether a file is known, and as the build before left it."""
        before = self.before.files.get(path)
        return before is not None and before.key != NEVER and self._present.get(path) == before.stamp

    def keep_as_before(self, path: str) -> None:
        """Keep a file that is intact, for the reason that it was made."""
        before = self.before.files[path]
        self.memory.files[path], self.kept[path] = before, before.stamp

    def note(self, path: str, key: str) -> None:
        """Note what a file that is written is made from."""
        self.memory.files[path] = Written(key)
        self.kept.pop(path, None)

    def keeps(self, path: str, key: str) -> bool:
        """Keep a file when it was made from the same things and nobody has touched it since."""
        before = self.before.files.get(path)
        is_same = before is not None and before.key == key and key != NEVER != self.memory.base
        if not is_same or self._present.get(path) != before.stamp:
            self.note(path, key)
            return False
        self.keep_as_before(path)
        return True

    def keeps_page(self, path: str, key: str) -> RenderedPage | None:
        """Keep a page as `keeps` does, and return what is known of its links."""
        kept = self.keeps(path, key)
        page = self.before.pages.get(path)
        if kept and page is None:
            del self.kept[path]
        return page if kept else None

    def same_listing(self, path: str, listing: Listing) -> Listing:
        """Return the listing of the build before when it is equal: its digest is known."""
        before = self.before.listings.get(path) if self._is_warm else None
        return before if before == listing else listing

    def digest_of(self, value: Any) -> str:
        """Return the digest of a value with all its texts, `NEVER` when it cannot be told."""
        try:
            return self._whole.of(value)
        except UnknownValueError:
            return NEVER

    def stamps(self) -> dict[str, Stamp]:
        """Return the stamp of each file of the site, once it is in place."""
        return self.memory.stamps()

    def remember(self, site: Path) -> None:
        """Note what the site in place was made from."""
        memory = self.memory
        for path, written in memory.files.items():
            stamp = self.kept.get(path) or stamp_of(f"{site}/{path}")
            if written.stamp != stamp:
                memory.files[path] = Written(written.key, stamp)
        memory.templates = self._templates.known if self._templates else {}
        memory.fingerprints = self.fingerprints.known if not self._trusts else dict(self.before.fingerprints)
        _warm.clear()
        _warm[self._destination] = self

    def write_down(self) -> None:
        """Leave it for the next process; without room on the disk, nothing is left."""
        try:
            write_memory(self.memory, self._file)
        except OSError:
            self._file.unlink(missing_ok=True)

    @property
    def _file(self) -> Path:
        return self.folder / "construction.json"

    def _remembered(self) -> Memory | None:
        try:
            with no_collection():
                return read_memory(self._file)
        except DamagedMemoryError as error:
            self.notes.append(FOREIGN if error.is_foreign else DAMAGED)
            return None


_warm: dict[Path, Keeper] = {}
"""The build before in this very process, when it stays for more than one."""


def forget() -> None:
    """Make the next build of this process begin as if it were its first."""
    _warm.clear()
