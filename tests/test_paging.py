import pytest

from portal.paging import Page, page_of

pytestmark = pytest.mark.no_database


@pytest.mark.parametrize(
    ("asked", "page"),
    [
        ("", Page("abc", 1, 3)),
        ("?page=2", Page("def", 2, 3)),
        ("?page=3", Page("g", 3, 3)),
        ("?page=0", Page("abc", 1, 3)),
        ("?page=-1", Page("abc", 1, 3)),
        ("?page=²", Page("abc", 1, 3)),
        ("?page=last", Page("abc", 1, 3)),
        (f"?page={9**99}", Page("g", 3, 3)),
    ],
)
def test_page_is_the_one_asked_for_or_the_nearest(app, asked, page):
    with app.test_request_context(f"/{asked}"):
        assert page_of("abcdefg", 3) == page


def test_empty_list_has_one_empty_page(app):
    with app.test_request_context("/"):
        assert page_of([], 3) == Page([], 1, 1)
