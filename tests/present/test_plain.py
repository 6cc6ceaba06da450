import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.present.plain import UNSAFE, safe_link, show_controls, show_inline


@given(st.text(alphabet=st.characters()))
def test_nothing_unsafe_remains(text: str) -> None:
    assert not UNSAFE.search(show_controls(text))
    assert "\n" not in show_inline(text)


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S"])))
def test_ordinary_text_is_left_as_it_is(text: str) -> None:
    assert show_controls(text) == text


@pytest.mark.parametrize("url", ["https://a.example/x?y=1#z", "HTTP://a.example"])
def test_web_addresses_may_be_clicked(url: str) -> None:
    assert safe_link(url) == url


@pytest.mark.parametrize(
    "url",
    ["", "javascript:alert(1)", " https://a.example", "data:text/html,x", "https://a.example/\u202e", "file:///etc"],
)
def test_anything_else_may_not(url: str) -> None:
    assert safe_link(url) == ""
