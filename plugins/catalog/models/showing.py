"""When a record is shown: the days between its publication and its withdrawal."""

from datetime import date


def hidden_by_dates(publish_on: date | None, withdraw_on: date | None, today: date) -> str | None:
    """Tell in French why a record is not shown that day, or None when its dates allow it."""
    if publish_on is not None and today < publish_on:
        return f"à paraître le {publish_on:%d/%m/%Y}"
    if withdraw_on is not None and withdraw_on <= today:
        return f"retiré le {withdraw_on:%d/%m/%Y}"
    return None
