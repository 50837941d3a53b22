import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from portal.exchange.actions import Report
from portal.exchange.cli import tell
from tests.exchange.records import record

ROOT = Path(__file__).parent.parent.parent
COMMAND = ["import", "ptv-general-descriptions"]


@pytest.fixture
def run(app):
    return lambda *arguments: app.test_cli_runner().invoke(args=[*COMMAND, *arguments])


@pytest.mark.no_database
def test_import_by_command_twice_into_a_database_of_its_own(tmp_path):
    """In processes of their own, as somebody would run them."""
    path = tmp_path / "records.json"
    records = [record("a"), record("b", Name=[])]
    path.write_text(json.dumps(records), encoding="utf-8-sig")
    settings = {
        "DATABASE_URL": f"sqlite:///{tmp_path / 'own.db'}",
        "SECRET_KEY": "a key for tests only",
        "DEMO": "0",
    }

    def flask(*arguments):
        return subprocess.run(
            [sys.executable, "-m", "flask", *arguments],
            cwd=ROOT,
            env={**os.environ, **settings},
            capture_output=True,
            check=True,
            text=True,
        ).stdout

    flask("setup")
    first, second = (flask(*COMMAND, str(path)) for _ in range(2))

    told = [
        "  not read: b: it has no name in any of our languages",
        "The others are in; nothing of them is lost.",
    ]
    assert first.splitlines()[-3:] == [
        "1 new, 0 changed, 0 unchanged, 1 not read.",
        *told,
    ]
    assert second.splitlines()[-3:] == [
        "0 new, 0 changed, 1 unchanged, 1 not read.",
        *told,
    ]


@pytest.mark.no_database
def test_tell_says_what_was_done_and_what_to_look_at(capsys):
    tell(Report(1, 2, 3, [("a", "long")], [("b", "broken"), ("c", "no name")]))

    assert capsys.readouterr().out.splitlines() == [
        "1 new, 2 changed, 3 unchanged, 2 not read.",
        "  for editors: a: long",
        "  not read: b: broken",
        "  not read: c: no name",
        "The others are in; nothing of them is lost.",
    ]


@pytest.mark.no_database
def test_tell_of_a_whole_import_is_one_line(capsys):
    tell(Report(unchanged=2))

    assert capsys.readouterr().out == ("0 new, 0 changed, 2 unchanged, 0 not read.\n")


def test_file_that_is_not_there_is_named(run, tmp_path):
    result = run(str(tmp_path / "none.json"))

    assert result.exit_code == 2
    assert "none.json' does not exist" in result.output


def test_folder_is_no_file(run, tmp_path):
    assert run(str(tmp_path)).exit_code == 2


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is not JSON in UTF-8"),
        (b"[{]", "is not JSON in UTF-8"),
        ('["ä"]'.encode("latin-1"), "is not JSON in UTF-8"),
        (b"{}", "holds no list of records"),
        (b"7", "holds no list of records"),
    ],
)
def test_file_that_holds_no_records_is_refused(run, tmp_path, content, reason):
    path = tmp_path / "records.json"
    path.write_bytes(content)

    result = run(str(path))

    assert result.exit_code == 1
    assert result.output.startswith(f"Error: {path} {reason}")
