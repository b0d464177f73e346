import pytest

from tests.browser.colours import contrast


def test_contrast_is_what_the_recommendation_says():
    assert contrast((255, 255, 255), (0, 0, 0)) == pytest.approx(21)
    assert contrast((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)
