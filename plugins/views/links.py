"""How a web address is written for people."""


def web_name(url: str) -> str:
    """Return an address as people say it: without https:// and without the last slash."""
    return url.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
