from plugins.commands import documenting


def test_only_what_has_changed_is_written_and_named(tmp_path, capsys):
    assert documenting.regenerate(tmp_path) == 0
    assert "docs/donnees.md" in capsys.readouterr().out
    documenting.regenerate(tmp_path)
    assert "Tout était à jour." in capsys.readouterr().out
