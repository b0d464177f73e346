from datetime import date

import pytest

from plugins.catalog.freshness import EXPIRIES, expires_on, is_expired
from plugins.catalog.kinds import KINDS


@pytest.mark.parametrize(
    ("verified", "kind", "expires"),
    [
        ("2026-11-22", "places", "2027-11-22"),
        ("2024-02-29", "partners", "2025-02-28"),
        ("2026-08-31", "events", "2027-02-28"),
        ("2026-12-31", "meetings", "2028-12-31"),
    ],
)
def test_a_verification_holds_as_many_months_as_its_kind_says(verified, kind, expires):
    assert expires_on(date.fromisoformat(verified), kind) == date.fromisoformat(expires)


def test_it_no_longer_holds_on_the_day_itself():
    assert not is_expired(date(2025, 11, 23), "places", date(2026, 11, 22))
    assert is_expired(date(2025, 11, 22), "places", date(2026, 11, 22))


def test_each_kind_is_a_kind_of_the_catalog_with_its_reason():
    assert {expiry.kind for expiry in EXPIRIES} <= {kind.field for kind in KINDS}
    assert len({expiry.kind for expiry in EXPIRIES}) == len(EXPIRIES)
    assert all(len(expiry.reason) > 20 for expiry in EXPIRIES)
