from datetime import datetime
from xml.etree import ElementTree as ET

import pytest

from portal.atom import Entry, Feed, written

pytestmark = pytest.mark.no_database
HOUR = datetime(2026, 1, 2, 3, 4, 5, 678)  # noqa: DTZ001  as it is stored


def test_text_of_people_is_inert_and_readable(app):
    hostile = "</title><script>\x00\x0b\ud800 ]]>&amp;"
    entry = Entry("a", hostile, hostile, "fi", "http://a?b=1&c=2", None, HOUR)

    with app.test_request_context(base_url="http://portal.example:8000"):
        document = written(Feed("f", "T", "fi", "/p", "/f", "Us", [entry]))

    root = ET.fromstring(document)  # noqa: S314  our own
    told = [element.text for element in root.iter() if element.text]
    assert told.count("</title><script> ]]>&amp;") == 2
    assert b"<script" not in document
    assert "2026-01-02T03:04:05+00:00" in told
    assert "tag:portal.example,2026:a" in told
