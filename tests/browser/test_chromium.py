import pytest

from tests.browser import chromium


@pytest.fixture
def no_browser(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.usefixtures("no_browser")
def test_without_a_browser_one_s_own_computer_skips_and_says_why(monkeypatch):
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="Pas de Chromium sur cet ordinateur"):
        chromium.found()


@pytest.mark.usefixtures("no_browser")
def test_without_a_browser_ci_fails(monkeypatch):
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="Pas de Chromium sur cet ordinateur"):
        chromium.found()
