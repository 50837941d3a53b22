"""The rules of discussion: all their versions, and writing a new one."""

from http import HTTPStatus

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.differences import pieces
from portal.i18n import language
from portal.moderation.actions.rules import set_rules
from portal.moderation.forms.rules import RulesForm
from portal.moderation.queries.rules import Version, site_rules, versions
from portal.moderation.views.rights import bp
from portal.permissions import PUBLIC, Permission, access, demand
from portal.web import render, request, see_other


@bp.get("/about/rules/versions")
@access(PUBLIC)
def rules_versions() -> ResponseReturnValue:
    found = versions()
    newer, older = chosen(found, "to"), chosen(found, "from")
    changes = None
    if newer and older:
        texts = (older.text(language())[0], newer.text(language())[0])
        changes = [] if texts[0] == texts[1] else pieces(*texts)
    return render(
        "moderation/rules_versions.html",
        versions=found,
        newer=newer,
        older=older,
        changes=changes,
    )


@bp.get("/administration/rules")
@access(Permission.RULES_EDIT)
def rules_editor() -> ResponseReturnValue:
    demand(Permission.RULES_EDIT)
    return show(RulesForm.of(site_rules()))


@bp.post("/administration/rules")
@access(Permission.RULES_EDIT)
def save_rules() -> ResponseReturnValue:
    """A new version, or what two have written beside each other."""
    demand(Permission.RULES_EDIT)
    form = RulesForm.read()
    if not form.validate():
        return show(form), 422
    if set_rules(form.texts, current_user, form.number):
        return see_other(url_for("pages.about", name="rules", saved=1))
    theirs = site_rules()
    form.seen.data = str(theirs.number)
    return show(form, theirs), HTTPStatus.CONFLICT


def show(form: RulesForm, theirs: Version | None = None) -> str:
    """`theirs` is what somebody saved meanwhile."""
    return render("moderation/edit_rules.html", form=form, theirs=theirs)


def chosen(found: list[Version], name: str) -> Version | None:
    """The version that the address names."""
    asked = request.args.get(name, "")
    return next((one for one in found if str(one.number) == asked), None)
