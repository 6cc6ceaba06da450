"""For whom somebody speaks, by name alone."""

import pytest

from rashomon.model.principals import principal_of


@pytest.mark.parametrize(
    ("name", "principal"),
    [
        ("Denti's lawyer", "Denti"),
        ("the clerk's former defence counsel", "clerk"),
        ("a spokesman for the Varda Line", "Varda Line"),
        ("Kestria's embassy", "Kestria"),
        ("the army's chief of staff", "army"),
        ("commander of the Village Guards, known as Uncle Joss", "Village Guards"),
        ("The lawyer", ""),
        ("Denti's accountant", ""),
        ("", ""),
    ],
)
def test_principal(name, principal):
    assert principal_of(name) == principal
