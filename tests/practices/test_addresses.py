import re

import pytest

from portal.practices.actions.beginning import RESERVED

pytestmark = pytest.mark.no_database

OWN_PAGE = re.compile(r"/<language>/practices/([a-z-]+)(?:/.*)?")


def test_no_practice_gets_the_address_of_another_page(app):
    found = [OWN_PAGE.fullmatch(rule.rule) for rule in app.url_map.iter_rules()]
    words = {match[1] for match in found if match}

    assert "library" in words
    assert words - RESERVED == set()
