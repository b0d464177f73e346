from pathlib import Path

from plugins.finishing.patterns import Component, read_component


def test_a_component_is_what_its_file_says_now(tmp_path: Path):
    file = tmp_path / "card.yaml"
    file.write_text("description: Une carte.\nparameters: {title: Son titre.}\n", encoding="utf-8")
    assert read_component(file) == Component("card", "Une carte.", {"title": "Son titre."}, ())
    file.write_text("description: Une fiche.\nexamples: [{name: Courte}]\n", encoding="utf-8")
    assert read_component(file) == Component("card", "Une fiche.", {}, ({"name": "Courte"},))
