"""Sign-in, sign-out and one's own account."""

from flask import Blueprint, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_user, logout_user

from portal import limits
from portal.accounts import actions, queries
from portal.accounts.forms import SignInForm
from portal.accounts.passwords import matches
from portal.permissions import PUBLIC, Permission, access, demand
from portal.web import local_path, render, see_other

bp = Blueprint("accounts", __name__, url_prefix="/<language>")


@bp.get("/sign-in")
@access(PUBLIC)
def sign_in() -> ResponseReturnValue:
    if current_user.is_authenticated:
        return redirect(after_sign_in())
    return show_sign_in(SignInForm())


@bp.post("/sign-in")
@access(PUBLIC)
def begin_session() -> ResponseReturnValue:
    form = SignInForm.read()
    if not form.validate():
        return show_sign_in(form), 422
    limits.allow(limits.SIGN_IN)
    user = queries.by_email(form.email.data)
    right = matches(user.password_hash if user else None, form.password.data or "")
    if user is None or not right or not user.active:
        limits.count_failure(limits.SIGN_IN)
        form.refuse()
        return show_sign_in(form), 422
    user.session_key = actions.begin_session(user)
    login_user(user)
    session.permanent = True
    return see_other(after_sign_in())


@bp.post("/sign-out")
@access(PUBLIC)
def end_session() -> ResponseReturnValue:
    if current_user.is_authenticated:
        actions.end_this_session(current_user.session_key)
    logout_user()
    return see_other(url_for("pages.home"))


@bp.get("/account")
@access(Permission.ACCOUNT_SEE)
def account() -> ResponseReturnValue:
    demand(Permission.ACCOUNT_SEE)
    this = actions.digest(current_user.session_key)
    devices = queries.devices(current_user, this)
    return render("accounts/account.html", devices=devices)


@bp.post("/account/sessions/<id:session_id>")
@access(Permission.ACCOUNT_SEE)
def end_other_session(session_id: int) -> ResponseReturnValue:
    demand(Permission.ACCOUNT_SEE)
    actions.end_session(current_user, session_id)
    return see_other(url_for("accounts.account"))


def asked_for() -> str:
    """The page on this site that the visitor was on the way to, if any."""
    wanted = request.form.get("next") or request.args.get("next") or ""
    return local_path(wanted)


def after_sign_in() -> str:
    return asked_for() or url_for("pages.home")


def show_sign_in(form: SignInForm) -> str:
    return render("accounts/sign_in.html", form=form, next=asked_for())
