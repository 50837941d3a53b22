"""What a browser sends of a form."""

import html
import re

INPUT = re.compile(r'<input[^>]*?name="([^"]+)"[^>]*?value="([^"]*)"')
TEXTAREA = re.compile(r'<textarea[^>]*?name="([^"]+)"[^>]*>([^<]*)</textarea>')
SELECT = re.compile(r'<select[^>]*?name="([^"]+)"[^>]*>(.*?)</select>', re.DOTALL)
RADIO = re.compile(r'<input type="radio" name="([^"]+)" value="([^"]*)"[^>]* checked')
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


def sent(page):
    """What a browser would send of the form on a page, as it is filled in."""
    form: dict[str, str] = {}
    for name, value in INPUT.findall(page):
        form.setdefault(name, html.unescape(value))
    form |= {name: html.unescape(words) for name, words in TEXTAREA.findall(page)}
    form |= {
        name: "".join(re.findall(r'value="([^"]*)" selected', options))
        for name, options in SELECT.findall(page)
    }
    form |= dict(RADIO.findall(page))
    return {name: value for name, value in form.items() if name != "q"}


def hidden(page):
    """What goes along unseen."""
    return {name: html.unescape(value) for name, value in HIDDEN.findall(page)}
