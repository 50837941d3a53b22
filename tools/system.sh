#!/bin/sh
# What the portal needs from the machine: found, or installed from Debian.
set -eu

debian() { # install Debian packages, if we may
    if [ "$(id -u)" = 0 ]; then sudo=""; elif command -v sudo >/dev/null; then sudo="sudo -n"; else return 1; fi
    command -v apt-get >/dev/null || return 1
    echo "Installing from Debian: $*"
    $sudo apt-get -qq update >/dev/null 2>&1 || true
    DEBIAN_FRONTEND=noninteractive $sudo apt-get -qq install --no-install-recommends -y "$@" >/dev/null 2>&1
}

missing() {
    echo "$1" >&2
    exit 1
}

case "$1" in
venv)
    [ -x .venv/bin/pip ] && exit 0
    rm -rf .venv
    "$2" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || missing "Python 3.11 or newer is needed."
    "$2" -m venv .venv >/dev/null 2>&1 || { debian python3-venv && "$2" -m venv .venv; } ||
        missing "Python's venv is missing: install the package python3-venv."
    ;;
npm)
    command -v npm >/dev/null && exit 0
    debian npm && command -v npm >/dev/null && exit 0
    echo "npm was not found and could not be installed: the portal runs without JavaScript, with plain CSS and system fonts." >&2
    exit 1
    ;;
voikko)
    for library in /usr/lib/*/libvoikko.so.1 /usr/lib/libvoikko.so.1; do [ -e "$library" ] && [ -d /usr/lib/voikko ] && exit 0; done
    debian libvoikko1 voikko-fi ||
        echo "Voikko was not found and could not be installed: Finnish words are analysed with a smaller word list." >&2
    ;;
chromium)
    command -v chromium-headless-shell >/dev/null && exit 0
    command -v chromium >/dev/null && exit 0
    debian chromium-headless-shell fonts-dejavu-core || debian chromium fonts-dejavu-core ||
        missing "Chromium is missing: install the package chromium-headless-shell, or chromium."
    ;;
postgres)
    ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && exit 0
    command -v initdb >/dev/null && exit 0
    debian postgresql || missing "PostgreSQL is missing: install the package postgresql."
    ;;
esac
