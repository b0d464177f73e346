"""What a file to publish is made of, told from its bytes alone: sound, safe, and silent about persons.

Everything here is a pure function of a name and of bytes. The catalog refuses what is told here as a
fault, and only mentions the rest; the sections publish the cleaned bytes.

- `documents`: the files of `content/documents`; `pictures`: those of `content/images`
- `signatures`: what a file really is, whatever its name says
- `pdf`, `office`, `drawings`: what is looked for in each family of files
- `archives`: opening a zip that may lie; `persons`: lists of people in a text
- `findings`: what is told
"""
