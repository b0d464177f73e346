"""Write numbers, prices, sizes and counted things in French.

Spaces: U+202F between groups of three digits (as CLDR does for French), U+00A0 before a unit or a counted noun.
Written here rather than with babel: the same page whatever the release of CLDR.
"""

from decimal import ROUND_HALF_UP, Decimal

from .vocabulary import NARROW_SPACE
from .vocabulary import NO_BREAK_SPACE as NBSP

Number = int | float | Decimal


def format_number(number: Number) -> str:
    """Return « 1 234 » or « 12,5 »; at most three decimals, rounded half up, no final zeros.

    Raises ValueError when the number is not finite.
    """
    return _grouped(_rounded(number, "0.001")).rstrip("0").rstrip(",")


def format_price(euros: Number) -> str:
    """Return « 5 € » or « 5,50 € »: no decimals, or both.

    Raises ValueError when the price is not finite.
    """
    amount = _grouped(_rounded(euros, "0.01"))
    return f"{amount.removesuffix(',00')}{NBSP}€"


def format_size(size: int) -> str:
    """Return the size of a file, given in bytes: « 245 ko », « 1,2 Mo ».

    Multiples of 1,000 (SI, IEC 80000-13); whole kilo-octets, one decimal from the mega-octet up.
    Raises ValueError when the size is negative.
    """
    if size < 0:
        message = f"a size is not negative: {size}"
        raise ValueError(message)
    if size < 1_000:
        return plural(size, "octet")
    if size < 999_500:
        return f"{_rounded(Decimal(size) / 1_000, '1')}{NBSP}ko"
    divisor, unit = (10**6, "Mo") if size < 999_950_000 else (10**9, "Go")
    return f"{format_number(_rounded(Decimal(size) / divisor, '0.1'))}{NBSP}{unit}"


def plural(number: Number, singular: str, plural_form: str | None = None) -> str:
    """Return « 1 sortie », « 2 sorties »: a French plural begins at two.

    Without a plural form, an s is added unless the word ends in s, x or z; give one for several words
    (« place libre », « places libres ») and for irregular plurals (« lieu », « lieux »).
    """
    if abs(number) < 2:
        noun = singular
    elif plural_form is not None:
        noun = plural_form
    else:
        noun = singular if singular.endswith(("s", "x", "z")) else f"{singular}s"
    return f"{format_number(number)}{NBSP}{noun}"


def _rounded(number: Number, step: str) -> Decimal:
    exact = Decimal(str(number))
    if not exact.is_finite():
        message = f"not a finite number: {number!r}"
        raise ValueError(message)
    rounded = exact.quantize(Decimal(step), ROUND_HALF_UP)
    return rounded or abs(rounded)


def _grouped(number: Decimal) -> str:
    return f"{number:,}".replace(",", NARROW_SPACE).replace(".", ",").replace("-", "−")
