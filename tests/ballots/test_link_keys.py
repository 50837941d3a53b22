import stat
from pathlib import Path

import pytest
from flask import Flask

from portal.ballots import link_keys

pytestmark = pytest.mark.no_database


@pytest.fixture
def folder(app: Flask) -> Path:
    return Path(app.config["LINK_KEYS"])


def test_key_is_a_file_that_only_its_owner_reads(app: Flask, folder: Path) -> None:
    with app.app_context():
        name = link_keys.make()

    assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_each_key_is_another_and_is_read_back(app: Flask) -> None:
    with app.app_context():
        first, second = link_keys.make(), link_keys.make()
        keys = [link_keys.read(first), link_keys.read(second), link_keys.read(first)]

    assert keys[0] == keys[2] != keys[1]
    assert [len(key) for key in keys] == [32, 32, 32]


def test_destroyed_key_is_gone_and_may_be_destroyed_again(
    app: Flask, folder: Path
) -> None:
    with app.app_context():
        name = link_keys.make()
        link_keys.destroy(name)
        link_keys.destroy(name)

        assert link_keys.read(name) is None
    assert not (folder / name).exists()


def test_cut_key_is_as_good_as_lost(app: Flask, folder: Path) -> None:
    with app.app_context():
        name = link_keys.make()
        (folder / name).write_bytes(b"half")

        assert link_keys.read(name) is None


def test_ballot_name_follows_from_key_and_holder_alone() -> None:
    name = link_keys.ballot_name(b"k" * 32, "elector:7")

    assert name == link_keys.ballot_name(b"k" * 32, "elector:7")
    assert (
        len(
            {
                name,
                link_keys.ballot_name(b"k" * 32, "elector:8"),
                link_keys.ballot_name(b"k" * 32, "sheet:7"),
                link_keys.ballot_name(b"j" * 32, "elector:7"),
            }
        )
        == 4
    )
