"""Set type for another process: `python -m plugins.formats.typesetter` reads orders, and answers with documents.

Typst keeps what it has laid out for the document to come, and has no word for giving it back. Here, what it holds
ends with the process, and is not added to what a build holds. `plugins.formats.press` gives the orders.

An order is a line of JSON on the standard input. The answer is a line of JSON on the standard output:
`{"length": …}` and that many bytes, `{"told": …}`, or `{"error": …}`.
"""

import json
import signal
import sys
from contextlib import suppress
from functools import cache
from typing import Any

import typst

PLACES = "<places>"


def serve() -> None:
    """Answer each order until there are no more; whoever gives them decides when to stop, Ctrl-C included."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for line in sys.stdin.buffer:
        try:
            said, made = answer(json.loads(line))
        except RuntimeError as error:  # `typst.TypstError` is one, and a file that is not found is only that
            said, made = {"error": getattr(error, "diagnostic", None) or str(error)}, b""
        sys.stdout.buffer.write(json.dumps(said).encode() + b"\n" + made)
        sys.stdout.buffer.flush()


def answer(order: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """Return the line that answers an order, and the bytes of the document when there is one.

    With `places`, the document is made only when these are what it tells at `<places>`; else this is the answer.
    """
    source = order["source"]
    compiler = typst.Compiler(
        source["text"].encode() if "text" in source else source["file"],
        root=order["root"],
        font_paths=_fonts(order["fonts"]),
        sys_inputs=order["inputs"],
    )
    if order["places"] is not None:
        told = json.loads(compiler.query(PLACES, field="value", one=True))
        if told != order["places"]:
            return {"told": told}, b""
    made = compiler.compile(**order["options"])
    if not isinstance(made, bytes):
        raise TypeError(source)
    return {"length": len(made)}, made


@cache
def _fonts(folder: str | None) -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=folder is None, font_paths=[folder] * bool(folder)
    )


if __name__ == "__main__":
    with suppress(BrokenPipeError, KeyboardInterrupt):
        serve()
