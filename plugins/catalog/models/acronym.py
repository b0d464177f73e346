"""Acronyms of the social sector, and how its bodies work."""

from pydantic import Field

from plugins.catalog.models.base import Choice, Sourced
from plugins.catalog.models.types import Line, Prose, Slug, Url, Year


class Domain(Choice):
    """Sort acronyms and bodies by field of social work."""

    SOCIAL_PROTECTION = "protection-sociale", "Protection sociale"
    POVERTY = "lutte-contre-la-pauvrete", "Lutte contre la pauvreté"
    EMPLOYMENT = "insertion-et-emploi", "Insertion et emploi"
    HOUSING = "hebergement-et-logement", "Hébergement et logement"
    HEALTH = "sante-et-addictions", "Santé et addictions"
    DISABILITY = "handicap", "Handicap"
    CHILDHOOD = "enfance-et-famille", "Enfance et famille"
    OLD_AGE = "personnes-agees", "Personnes âgées"
    ASYLUM = "etrangers-et-asile", "Étrangers et asile"
    JUSTICE = "justice", "Justice"
    SCHOOL = "ecole", "École"
    COMMUNITY = "education-populaire-et-vie-associative", "Éducation populaire et vie associative"
    CULTURE = "culture", "Culture"
    TRADES = "metiers-et-formation", "Métiers et formation"
    GOVERNMENT = "collectivites-et-etat", "Collectivités et État"


class Acronym(Sourced):
    """Hold one meaning of an acronym (schema.org DefinedTerm). The acronym itself is never a key."""

    id: Slug = Field(
        alias="id", description="Son nom unique, en minuscules ; il fait l’adresse et ne change jamais."
    )
    acronym: Line = Field(alias="sigle", description="Le sigle tel qu’on l’écrit.", max_length=30)
    expansion: Line = Field(alias="developpe", description="Ce que veulent dire les lettres.", max_length=200)
    domains: tuple[Domain, ...] = Field(
        alias="domaines", description="Un ou plusieurs domaines.", min_length=1
    )
    definition: Prose = Field(
        alias="definition", description="En mots simples, 300 signes au plus.", max_length=300
    )
    since: Year | None = Field(default=None, alias="depuis", description="L’année où il apparaît.")
    until: Year | None = Field(default=None, alias="jusqu_a", description="L’année où il est remplacé.")
    replaced_by: tuple[Slug, ...] = Field(
        default=(), alias="remplace_par", description="Les id des sigles qui le remplacent."
    )
    replaced_by_text: Line | None = Field(
        default=None,
        alias="remplace_par_texte",
        description="Ce qui le remplace, quand ce n’est pas un sigle du livret.",
    )
    homonyms: tuple[Slug, ...] = Field(
        default=(), alias="homonymes", description="Les id des mêmes lettres, autre sens."
    )
    see_also: tuple[Slug, ...] = Field(
        default=(), alias="voir_aussi", description="Les id des sigles proches."
    )
    local_example: Slug | None = Field(
        default=None, alias="exemple_local", description="La fiche d’un partenaire."
    )
    website: Url | None = Field(default=None, alias="site", description="Le site de référence.")
    cross_checked: tuple[Line, ...] = Field(
        default=(), alias="recoupe_dans", description="Les sources où la forme développée a été retrouvée."
    )

    @property
    def address(self) -> str:
        """Return the address of the acronym's page."""
        return f"/sigles/{self.slug}/"

    @property
    def is_current(self) -> bool:
        """Tell whether the acronym is still in use."""
        return not (self.until or self.replaced_by or self.replaced_by_text)


class Body(Sourced):
    """Hold how a social body works: its role, its public, its money, who decides, how to reach it."""

    name: Line = Field(alias="nom", description="Son nom entier.", max_length=140)
    acronyms: tuple[Slug, ...] = Field(default=(), alias="sigles", description="Les id de ses sigles.")
    domains: tuple[Domain, ...] = Field(
        alias="domaines", description="Un ou plusieurs domaines.", min_length=1
    )
    meanings: tuple[Slug, ...] = Field(
        default=(), alias="sens", description="Pour un sigle à plusieurs sens : l’id de celui de ces textes."
    )
    role: Prose = Field(alias="role", description="À quoi il sert.", max_length=800)
    public: Prose = Field(alias="public", description="Pour qui.", max_length=600)
    funding: Prose = Field(alias="financement", description="D’où vient l’argent.", max_length=600)
    decides: Prose = Field(alias="qui_decide", description="Qui décide.", max_length=600)
    contact: Prose = Field(alias="comment_contacter", description="Comment le joindre.", max_length=600)

    @property
    def address(self) -> str:
        """Return the address of the body's page."""
        return f"/organismes/{self.slug}/"
