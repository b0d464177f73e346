"""The work behind each task of tasks.py: French outside, plain functions inside.

A module is imported when a task first names it (PEP 562): none has to wait for all the others.

- `menu`, `entry`, `console`, `ending`: the menu, what a task is, what is printed, how a command that is stopped ends
- `command_line`, `tooling`, `installing`: what is typed, whether .venv is as it should be, how it is made; for `faire`
- `clock`: the day, for a command; `media_types`: what a file is, by its ending

To write:

- `creating`, `finding`: new files, and what they refer to
- `importing`, `importing_minutes`: outings and minutes from elsewhere
- `numbering`, `closing`, `counting`, `mailing`: numbers of outings, editions of the booklet, return sheets, letters
- `status`, `mending`, `unknown_acronyms`: where the content stands, and what to mend first

To see:

- `building`, `constructing`: build once; `starting`, `handing`: the process that does, begun before all else
- `settings`, `protocol`, `reporting`: what the settings say, what a build says, how it is said in French
- `previewing`, `serving`, `watching`, `rebuilding`: the site on this computer, up to date at each saved change
- `posting`: the posters of a town

To check:

- `checking`, `guarding`, `scrubbing`, `cleaning`: every check, private things, hidden notes, what can be made again
- `documenting`, `capturing`, `locking`, `inventory`: what is generated: documents, pictures, hashed lists, the SBOM

To publish:

- `publishing`: the command; `publishing_checks`: what it refuses; `publishing_facts`: what it knows of the project
- `publishing_preview`, `publishing_trees`: what will appear, change and vanish
- `publishing_addresses`, `publishing_manifest`: every address ever published, the digest of each file
- `publishing_commits`: the commit; `reverting`: the version before; `reproducing`: the same bytes, from the sources
"""


def __getattr__(name: str):
    """Import one of these modules; raise `AttributeError` for any other name."""
    from importlib import import_module  # noqa: PLC0415  # `faire` reads the menu without it

    try:
        return import_module(__name__ + "." + name)
    except ModuleNotFoundError as error:
        if error.name != __name__ + "." + name:
            raise
        raise AttributeError(name) from None
