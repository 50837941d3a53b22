"""Who gets what from every route, as one literal table."""

import pytest

from portal.ballots.models import PollOption, PollState
from portal.inventories.actions.snapshots import take
from portal.moderation.models import Case
from portal.notices import stopping
from portal.permissions import Role
from portal.practices import review_links as application_links
from portal.practices.models import Application
from portal.proposals.actions import make_cluster
from portal.proposals.models import State
from portal.upkeep import review_links
from portal.upkeep.models import ServiceFeedback
from portal.workshops.tickets import ticket
from tests.agreement.things import make_card
from tests.costs.things import make_study, publish
from tests.factories import (
    make_attachment,
    make_concept,
    make_place,
    make_poll,
    make_practice,
    make_proposal,
    make_service,
    make_user,
    make_workshop,
    sign_in,
    take_seat,
)
from tests.groups.things import (
    make_claim,
    make_decision,
    make_group,
    make_meeting,
)
from tests.groups.things import (
    make_question as make_open_question,
)
from tests.inventories.things import (
    address,
    answer,
    answering,
    found,
    make_inventory,
    nth,
)
from tests.materials.things import make_material
from tests.moderation.things import make_block, make_flag
from tests.pilots.selecting import make_candidate, scored
from tests.pilots.things import add_site, entry_token
from tests.practices.files import make_file
from tests.practices.talk import make_answer, make_question, make_suggestion
from tests.proposals.groups import make_comment, make_merger
from tests.reports.gathered import make_digest, make_phenomenon
from tests.reports.things import make_report
from tests.routes import Route, routes
from tests.threads.things import make_thread
from tests.upkeep.feedback import make_feedback
from tests.workshops.sessions import come, make_session

pytestmark = pytest.mark.one_engine

PEOPLE = ["visitor", "elsewhere", "joined", "author", "resident", *Role]
SLUG = "the-same-for-all"
# What an empty request gets: 200 or 422 is "yes, you may", 303 "done" or "sign in
# first", 401 "who are you?", 403 "not you".
TABLE = """
GET /                                          302 302 302 302 302 302 302 302 302 302
GET /<language>/                               200 200 200 200 200 200 200 200 200 200
GET /<language>/about/<name>                   200 200 200 200 200 200 200 200 200 200
GET /<language>/about/moderation               200 200 200 200 200 200 200 200 200 200
GET /<language>/about/moderation.csv           200 200 200 200 200 200 200 200 200 200
GET /<language>/about/rules/versions           200 200 200 200 200 200 200 200 200 200
GET /<language>/account                        303 303 303 303 200 200 200 200 200 200
POST /<language>/account/sessions/<session_id> 401 401 401 401 303 303 303 303 303 303
GET /<language>/administration                 303 303 303 303 403 403 403 403 200 200
GET /<language>/administration/rules           303 303 303 303 403 403 403 403 200 200
POST /<language>/administration/rules          401 401 401 401 403 403 403 403 422 422
GET /<language>/administration/synonyms        303 303 303 303 403 403 403 403 200 200
POST /<language>/administration/synonyms       401 401 401 401 403 403 403 403 422 422
GET /<language>/administration/synonyms/<code> 303 303 303 303 403 403 403 403 200 200
POST /<language>/administration/synonyms/<code> 401 401 401 401 403 403 403 403 422 422
GET /<language>/administration/synonyms/new    303 303 303 303 403 403 403 403 200 200
GET /<language>/application-reviews/<review_token> 200 200 200 200 200 200 200 200 200 200
POST /<language>/application-reviews/<review_token> 422 422 422 422 422 422 422 422 422 422
GET /<language>/balance                        200 200 200 200 200 200 200 200 200 200
GET /<language>/balance.csv                    200 200 200 200 200 200 200 200 200 200
GET /<language>/indicators                     200 200 200 200 200 200 200 200 200 200
GET /<language>/indicators.csv                 200 200 200 200 200 200 200 200 200 200
GET /<language>/indicators.json                200 200 200 200 200 200 200 200 200 200
GET /<language>/indicators/<indicator_code>    200 200 200 200 200 200 200 200 200 200
GET /<language>/cost-studies                   200 200 200 200 200 200 200 200 200 200
GET /<language>/cost-studies.csv               200 200 200 200 200 200 200 200 200 200
GET /<language>/cost-studies/<slug>            200 200 200 200 200 200 200 200 200 200
GET /<language>/cost-studies/<slug>.csv        200 200 200 200 200 200 200 200 200 200
GET /<language>/cost-studies/<slug>/calculation 200 200 200 200 200 200 200 200 200 200
GET /<language>/cost-studies/<slug>/edition    303 303 303 303 403 200 403 403 200 403
GET /<language>/cost-studies/<slug>/edition/<study_part> 303 303 303 303 403 200 403 403 200 403
GET /<language>/cost-studies/<slug>/edition/lines/<line_key> 303 303 303 303 403 200 403 403 200 403
GET /<language>/cost-studies/<slug>/edition/text/<text_language> 303 303 303 303 403 200 403 403 200 403
GET /<language>/cost-studies/<slug>/links      303 303 303 303 403 200 403 403 200 403
GET /<language>/cost-studies/<slug>/versions   200 200 200 200 200 200 200 200 200 200
GET /<language>/cost-studies/new               303 303 303 303 403 200 403 403 200 403
POST /<language>/cost-studies                  401 401 401 401 403 422 403 403 422 403
POST /<language>/cost-studies/<slug>/edition/<study_part> 401 401 401 401 403 422 403 403 422 403
POST /<language>/cost-studies/<slug>/edition/lines 401 401 401 401 403 422 403 403 422 403
POST /<language>/cost-studies/<slug>/edition/lines/<line_key> 401 401 401 401 403 422 403 403 422 403
POST /<language>/cost-studies/<slug>/edition/text/<text_language> 401 401 401 401 403 422 403 403 422 403
POST /<language>/cost-studies/<slug>/links     401 401 401 401 403 422 403 403 422 403
POST /<language>/cost-studies/<slug>/state     401 401 401 401 403 422 403 403 422 403
POST /<language>/cost-studies/<slug>/versions  401 401 401 401 403 422 403 403 422 403
GET /<language>/changes                        200 200 200 200 200 200 200 200 200 200
GET /<language>/changes.atom                   200 200 200 200 200 200 200 200 200 200
GET /<language>/coverage                       200 200 200 200 200 200 200 200 200 200
GET /<language>/coverage.csv                   200 200 200 200 200 200 200 200 200 200
GET /<language>/definition-cards               200 200 200 200 200 200 200 200 200 200
POST /<language>/definition-cards              401 401 401 401 403 403 403 403 422 403
GET /<language>/definition-cards.csv           200 200 200 200 200 200 200 200 200 200
GET /<language>/definition-cards/<slug>        200 200 200 200 200 200 200 200 200 200
GET /<language>/definition-cards/<slug>.csv    200 200 200 200 200 200 200 200 200 200
GET /<language>/definition-cards/<slug>/deviations 303 303 303 303 403 403 403 403 404 403
POST /<language>/definition-cards/<slug>/deviations 401 401 401 401 403 403 403 403 404 403
GET /<language>/definition-cards/<slug>/facts  303 303 303 303 403 403 403 403 200 403
POST /<language>/definition-cards/<slug>/facts 401 401 401 401 403 403 403 403 422 403
GET /<language>/definition-cards/<slug>/services 303 303 303 303 403 403 403 403 200 403
POST /<language>/definition-cards/<slug>/services 401 401 401 401 403 403 403 403 422 403
GET /<language>/definition-cards/<slug>/text/<text_language> 303 303 303 303 403 403 403 403 200 403
POST /<language>/definition-cards/<slug>/text/<text_language> 401 401 401 401 403 403 403 403 422 403
GET /<language>/definition-cards/new           303 303 303 303 403 403 403 403 200 403
GET /<language>/deviations                     200 200 200 200 200 200 200 200 200 200
GET /<language>/deviations.csv                 200 200 200 200 200 200 200 200 200 200
GET /<language>/emergency                      200 200 200 200 200 200 200 200 200 200
GET /<language>/feedback                       200 200 200 200 200 200 200 200 200 200
POST /<language>/feedback                      422 422 422 422 422 422 422 422 422 422
GET /<language>/feedback/<code>                200 200 200 200 200 200 200 200 200 200
GET /<language>/flags                          404 404 404 404 404 404 404 404 404 404
POST /<language>/flags                         404 404 404 404 404 404 404 404 404 404
GET /<language>/flags/<code>                   200 200 200 200 200 200 200 200 200 200
GET /<language>/follows                        303 200 200 200 200 200 200 200 200 200
POST /<language>/follows                       401 422 422 422 422 422 422 422 422 422
GET /<language>/groups 200 200 200 200 200 200 200 200 200 200
GET /<language>/groups/<slug> 200 200 200 200 200 200 200 200 200 200
GET /<language>/groups/<slug>/decisions 303 303 303 303 303 303 303 303 303 303
GET /<language>/groups/<slug>/decisions/<decision_id> 200 200 200 200 200 200 200 200 200 200
GET /<language>/groups/<slug>/decisions/<decision_id>/edition 303 303 303 303 403 200 403 403 200 403
GET /<language>/groups/<slug>/decisions/new 303 303 303 303 403 200 403 403 200 403
GET /<language>/groups/<slug>/edition 303 303 303 303 403 200 403 403 200 403
GET /<language>/groups/<slug>/links 303 303 303 303 403 200 403 403 200 403
GET /<language>/groups/<slug>/meetings 200 200 200 200 200 200 200 200 200 200
GET /<language>/groups/<slug>/meetings.ics 200 200 200 200 200 200 200 200 200 200
GET /<language>/groups/<slug>/meetings/<meeting_id> 200 200 200 200 200 200 200 200 200 200
GET /<language>/groups/<slug>/meetings/<meeting_id>.ics 200 200 200 200 200 200 200 200 200 200
GET /<language>/groups/<slug>/meetings/<meeting_id>/edition 303 303 303 303 403 200 403 403 200 403
GET /<language>/groups/<slug>/meetings/new 303 303 303 303 403 200 403 403 200 403
GET /<language>/groups/<slug>/members 303 303 303 303 403 200 403 403 200 403
GET /<language>/groups/decisions 200 200 200 200 200 200 200 200 200 200
GET /<language>/groups/decisions.csv 200 200 200 200 200 200 200 200 200 200
GET /<language>/groups/new 303 303 303 303 403 200 403 403 200 403
GET /<language>/open-questions 200 200 200 200 200 200 200 200 200 200
GET /<language>/open-questions.csv 200 200 200 200 200 200 200 200 200 200
GET /<language>/open-questions/<slug> 200 200 200 200 200 200 200 200 200 200
GET /<language>/open-questions/<slug>/claims 303 303 303 303 200 200 200 200 200 200
GET /<language>/open-questions/<slug>/edition 303 303 303 303 403 403 403 403 200 403
GET /<language>/open-questions/<slug>/links 303 303 303 303 403 403 403 403 200 403
GET /<language>/open-questions/<slug>/state 303 303 303 303 403 403 403 403 200 403
GET /<language>/open-questions/new 303 303 303 303 200 200 200 200 200 200
POST /<language>/groups 401 401 401 401 403 422 403 403 422 403
POST /<language>/groups/<slug>/decisions 401 401 401 401 403 422 403 403 422 403
POST /<language>/groups/<slug>/decisions/<decision_id>/edition 401 401 401 401 403 422 403 403 422 403
POST /<language>/groups/<slug>/edition 401 401 401 401 403 422 403 403 422 403
POST /<language>/groups/<slug>/links 401 401 401 401 403 422 403 403 422 403
POST /<language>/groups/<slug>/meetings 401 401 401 401 403 422 403 403 422 403
POST /<language>/groups/<slug>/meetings/<meeting_id>/cancellation 401 401 401 401 403 422 403 403 422 403
POST /<language>/groups/<slug>/meetings/<meeting_id>/edition 401 401 401 401 403 422 403 403 422 403
POST /<language>/groups/<slug>/members 401 401 401 401 403 422 403 403 422 403
POST /<language>/groups/<slug>/members/<member_id> 401 401 401 401 403 422 403 403 422 403
POST /<language>/open-questions 401 401 401 401 422 422 422 422 422 422
POST /<language>/open-questions/<slug>/claims 401 401 401 401 422 422 422 422 422 422
POST /<language>/open-questions/<slug>/claims/<claim_id> 401 401 401 401 403 403 403 403 422 403
POST /<language>/open-questions/<slug>/edition 401 401 401 401 403 403 403 403 422 403
POST /<language>/open-questions/<slug>/links 401 401 401 401 403 403 403 403 422 403
POST /<language>/open-questions/<slug>/state 401 401 401 401 403 403 403 403 422 403
GET /<language>/inventories 200 200 200 200 200 200 200 200 200 200
GET /<language>/inventories/<slug> 200 200 200 200 200 200 200 200 200 200
GET /<language>/inventories/<slug>.csv 200 200 200 200 200 200 200 200 200 200
GET /<language>/inventories/<slug>.xlsx 200 200 200 200 200 200 200 200 200 200
GET /<language>/inventories/<slug>/answers/<answer_token> 200 200 200 200 200 200 200 200 200 200
GET /<language>/inventories/<slug>/cells/<cell_id> 200 200 200 200 200 200 200 200 200 200
GET /<language>/inventories/<slug>/changes 200 200 200 200 200 200 200 200 200 200
GET /<language>/inventories/<slug>/municipalities/<area> 200 200 200 200 200 200 200 200 200 200
GET /<language>/inventories/<slug>/paper 200 200 200 200 200 200 200 200 200 200
GET /<language>/inventories/<slug>/questions/<asked_id> 200 200 200 200 200 200 200 200 200 200
GET /<language>/inventories/<slug>/snapshots 200 200 200 200 200 200 200 200 200 200
GET /<language>/inventories/<slug>/snapshots/<snapshot_id> 200 200 200 200 200 200 200 200 200 200
GET /<language>/inventories/<slug>/invitations 303 303 303 303 403 403 403 403 200 403
GET /<language>/inventories/<slug>/questions 303 303 303 303 403 403 403 403 200 403
GET /<language>/inventories/<slug>/questions/<asked_id>/wording 303 303 303 303 403 403 403 403 200 403
GET /<language>/inventories/<slug>/respondents 303 303 303 303 403 403 403 403 200 403
GET /<language>/inventories/<slug>/respondents/<respondent_id> 303 303 303 303 403 403 403 403 200 403
GET /<language>/inventories/<slug>/settings 303 303 303 303 403 403 403 403 200 403
GET /<language>/inventories/new 303 303 303 303 403 403 403 403 200 403
POST /<language>/inventories/<slug>/answers/<answer_token> 303 303 303 303 303 303 303 303 303 303
POST /<language>/inventories 401 401 401 401 403 403 403 403 422 403
POST /<language>/inventories/<slug>/cells/<cell_id> 401 401 401 401 403 403 403 403 303 403
POST /<language>/inventories/<slug>/cells/<cell_id>/words 401 401 401 401 403 403 403 403 422 403
POST /<language>/inventories/<slug>/copies 401 401 401 401 403 403 403 403 422 403
POST /<language>/inventories/<slug>/invitations 401 401 401 401 403 403 403 403 303 403
POST /<language>/inventories/<slug>/order 401 401 401 401 403 403 403 403 303 403
POST /<language>/inventories/<slug>/questions 401 401 401 401 403 403 403 403 422 403
POST /<language>/inventories/<slug>/questions/<asked_id>/practice 401 401 401 401 403 403 403 403 422 403
POST /<language>/inventories/<slug>/questions/<asked_id>/removal 401 401 401 401 403 403 403 403 422 403
POST /<language>/inventories/<slug>/questions/<asked_id>/wording 401 401 401 401 403 403 403 403 422 403
POST /<language>/inventories/<slug>/respondents 401 401 401 401 403 403 403 403 422 403
POST /<language>/inventories/<slug>/respondents/<respondent_id> 401 401 401 401 403 403 403 403 422 403
POST /<language>/inventories/<slug>/respondents/<respondent_id>/link 401 401 401 401 403 403 403 403 422 403
POST /<language>/inventories/<slug>/respondents/<respondent_id>/removal 401 401 401 401 403 403 403 403 422 403
POST /<language>/inventories/<slug>/settings 401 401 401 401 403 403 403 403 422 403
POST /<language>/inventories/<slug>/snapshots 401 401 401 401 403 403 403 403 303 403
POST /<language>/inventories/<slug>/state 401 401 401 401 403 403 403 403 422 403
GET /<language>/join                           200 200 200 200 200 200 200 200 200 200
GET /<language>/join/<code>                    200 200 303 303 200 200 200 200 200 200
POST /<language>/join/<code>                   422 422 303 303 422 422 422 422 422 422
GET /<language>/materials                      200 200 200 200 200 200 200 200 200 200
POST /<language>/materials                     401 401 401 401 403 422 403 403 422 403
GET /<language>/materials.csv                  200 200 200 200 200 200 200 200 200 200
GET /<language>/materials/<slug>               200 200 200 200 200 200 200 200 200 200
GET /<language>/materials/<slug>/edition       303 303 303 303 403 200 403 403 200 403
POST /<language>/materials/<slug>/edition      401 401 401 401 403 422 403 403 422 403
GET /<language>/materials/<slug>/practices     303 303 303 303 403 200 403 403 200 403
POST /<language>/materials/<slug>/practices    401 401 401 401 403 422 403 403 422 403
GET /<language>/materials/new                  303 303 303 303 403 200 403 403 200 403
GET /<language>/moderation                     303 303 303 303 403 403 403 200 200 403
GET /<language>/moderation/<case_id>           303 303 303 303 403 403 403 200 200 403
POST /<language>/moderation/<case_id>          401 401 401 401 403 403 403 422 422 403
POST /<language>/moderation/<case_id>/block    401 401 401 401 403 403 403 422 422 403
POST /<language>/moderation/<case_id>/claim    401 401 401 401 403 403 403 422 422 403
POST /<language>/moderation/<case_id>/decision 401 401 401 401 403 403 403 422 422 403
POST /<language>/moderation/<case_id>/second-opinion 401 401 401 401 403 403 403 422 422 403
POST /<language>/moderation/<case_id>/urgency  401 401 401 401 403 403 403 422 422 403
GET /<language>/moderation/care                303 303 303 303 403 403 403 200 200 403
GET /<language>/moderation/care.csv            303 303 303 303 403 403 403 200 200 403
POST /<language>/moderation/care/heavy-cases   401 401 401 401 403 403 403 422 422 403
POST /<language>/moderation/care/notes         401 401 401 401 403 403 403 422 422 403
POST /<language>/moderation/care/notes/<note_id> 401 401 401 401 403 403 403 422 422 403
POST /<language>/moderation/care/pauses        401 401 401 401 403 403 403 303 303 403
POST /<language>/moderation/decisions          401 401 401 401 403 403 403 422 422 403
GET /<language>/moderation/log                 303 303 303 303 403 403 403 200 200 200
GET /<language>/moderation/log.csv             303 303 303 303 403 403 403 200 200 200
GET /<language>/moderation/log.json            303 303 303 303 403 403 403 200 200 200
GET /<language>/municipalities/<code>/practices 404 404 404 404 404 404 404 404 404 404
GET /<language>/notices                        303 200 200 200 200 200 200 200 200 200
POST /<language>/notices                       401 422 422 422 422 422 422 422 422 422
GET /<language>/notices/stop/<stop_token>       200 200 200 200 200 200 200 200 200 200
POST /<language>/notices/stop/<stop_token>      422 422 422 422 422 422 422 422 422 422
GET /<language>/notices/wishes                 303 303 303 303 200 200 200 200 200 200
POST /<language>/notices/wishes                401 401 401 401 422 422 422 422 422 422
GET /<language>/outreach                       200 200 200 200 200 200 200 200 200 200
GET /<language>/outreach.ics                   200 200 200 200 200 200 200 200 200 200
GET /<language>/overview                       200 200 200 200 200 200 200 200 200 200
GET /<language>/overview.csv                   200 200 200 200 200 200 200 200 200 200
GET /<language>/phenomena                      303 303 303 303 303 303 303 303 303 303
GET /<language>/phenomena/<slug>               200 200 200 200 200 200 200 200 200 200
GET /<language>/phenomena/<slug>.csv           200 200 200 200 200 200 200 200 200 200
GET /<language>/phenomena/<slug>/answer        303 303 303 303 403 200 403 403 200 403
POST /<language>/phenomena/<slug>/answer       401 401 401 401 403 303 403 403 303 403
GET /<language>/phenomena/<slug>/edition       303 303 303 303 403 403 403 403 200 403
POST /<language>/phenomena/<slug>/edition      401 401 401 401 403 403 403 403 422 403
GET /<language>/phenomena/<slug>/progress      303 303 303 303 403 200 403 403 200 403
POST /<language>/phenomena/<slug>/progress     401 401 401 401 403 422 403 403 422 403
POST /<language>/phenomena/<slug>/publicity    401 401 401 401 403 403 403 403 422 403
GET /<language>/phenomena/<slug>/reports       303 303 303 303 403 403 403 403 200 403
POST /<language>/phenomena/<slug>/reports      401 401 401 401 403 403 403 403 422 403
GET /<language>/phenomena/<slug>/versions      303 303 303 303 403 200 403 403 200 403
POST /<language>/phenomena/<slug>/versions     401 401 401 401 403 403 403 403 422 403
POST /<language>/phenomena/<slug>/whole        401 401 401 401 403 403 403 403 422 403
GET /<language>/pictures/<picture_id>          200 200 200 200 200 200 200 200 200 200
GET /<language>/places                         200 200 200 200 200 200 200 200 200 200
GET /<language>/places/<slug>/facts            303 303 303 303 403 200 403 403 200 200
POST /<language>/places/<slug>/facts           401 401 401 401 403 422 403 403 422 422
GET /<language>/polls/<number>                 200 200 200 200 200 200 200 200 200 200
POST /<language>/polls/<number>/ballot         401 401 409 409 401 401 401 401 401 401
GET /<language>/polls/<number>/desk            303 303 303 303 403 403 403 403 200 403
POST /<language>/polls/<number>/electors       401 401 401 401 403 403 403 403 303 403
POST /<language>/polls/<number>/options/<option> 401 401 401 401 403 403 403 403 422 403
GET /<language>/polls/<number>/ballots         404 404 404 404 404 404 404 404 404 404
GET /<language>/polls/<number>/ballots.json    404 404 404 404 404 404 404 404 404 404
GET /<language>/polls/<number>/entries         303 303 303 303 403 403 403 403 200 403
POST /<language>/polls/<number>/entries        401 401 401 401 403 403 403 403 422 403
GET /<language>/polls/<number>/paper           303 303 303 303 403 403 403 403 200 403
POST /<language>/polls/<number>/paper-voters   401 401 401 401 403 403 403 403 422 403
GET /<language>/polls/<number>/recount.py      404 404 404 404 404 404 404 404 404 404
GET /<language>/polls/<number>/result.csv      404 404 404 404 404 404 404 404 404 404
GET /<language>/polls/<number>/result.json     404 404 404 404 404 404 404 404 404 404
POST /<language>/polls/<number>/settlements    401 401 401 401 403 403 403 403 422 403
POST /<language>/polls/<number>/sheets         401 401 401 401 403 403 403 403 422 403
GET /<language>/polls/<number>/secrecy         200 200 200 200 200 200 200 200 200 200
GET /<language>/polls/<number>/settings        303 303 303 303 403 403 403 403 409 403
POST /<language>/polls/<number>/settings       401 401 401 401 403 403 403 403 422 403
POST /<language>/polls/<number>/state          401 401 401 401 403 403 403 403 422 403
GET /<language>/pilots                         200 200 200 200 200 200 200 200 200 200
POST /<language>/pilots                        401 401 401 401 403 422 403 403 422 403
GET /<language>/pilots/<slug>                  200 200 200 200 200 200 200 200 200 200
GET /<language>/pilots/<slug>/edition          303 303 303 303 403 200 403 403 200 403
GET /<language>/pilots/<slug>/edition/<pilot_part> 303 303 303 303 403 200 403 403 200 403
POST /<language>/pilots/<slug>/edition/<pilot_part> 401 401 401 401 403 422 403 403 422 403
GET /<language>/pilots/<slug>/edition/text/<text_language> 303 303 303 303 403 200 403 403 200 403
POST /<language>/pilots/<slug>/edition/text/<text_language> 401 401 401 401 403 422 403 403 422 403
POST /<language>/pilots/<slug>/publicity       401 401 401 401 403 422 403 403 422 403
GET /<language>/pilots/<slug>/results.csv      200 200 200 200 200 200 200 200 200 200
GET /<language>/pilots/<slug>/sites            303 303 303 303 403 200 403 403 200 403
POST /<language>/pilots/<slug>/sites/<site_id> 401 401 401 401 403 303 403 403 303 403
POST /<language>/pilots/<slug>/sites/<site_id>/invitation 401 401 401 401 403 409 403 403 409 403
POST /<language>/pilots/<slug>/sites/<site_id>/link 401 401 401 401 403 303 403 403 303 403
GET /<language>/pilots/<slug>/state            303 303 303 303 403 200 403 403 200 403
POST /<language>/pilots/<slug>/state           401 401 401 401 403 422 403 403 422 403
GET /<language>/pilots/<slug>/versions         200 200 200 200 200 200 200 200 200 200
POST /<language>/pilots/<slug>/versions        401 401 401 401 403 422 403 403 422 403
GET /<language>/pilots/entries/<entry_token>   200 200 200 200 200 200 200 200 200 200
POST /<language>/pilots/entries/<entry_token>  404 404 404 404 404 404 404 404 404 404
GET /<language>/pilots/entries/<entry_token>/sheet 200 200 200 200 200 200 200 200 200 200
GET /<language>/pilots/new                     303 303 303 303 403 200 403 403 200 403
GET /<language>/pilots/<slug>/comparison 200 200 200 200 200 200 200 200 200 200
GET /<language>/pilots/<slug>/comparison.csv 200 200 200 200 200 200 200 200 200 200
GET /<language>/pilots/<slug>/roll-out 200 200 200 200 200 200 200 200 200 200
GET /<language>/pilots/<slug>/roll-out.csv 200 200 200 200 200 200 200 200 200 200
POST /<language>/pilots/<slug>/roll-out/<area> 401 401 401 401 403 409 403 403 409 403
GET /<language>/reports                        200 200 200 200 200 200 200 200 200 200
GET /<language>/reports/asked                  303 303 303 303 403 200 403 403 200 200
GET /<language>/reports/digests                200 200 200 200 200 200 200 200 200 200
GET /<language>/reports/digests/<half>         200 200 200 200 200 200 200 200 200 200
GET /<language>/reports/digests/<half>.csv     200 200 200 200 200 200 200 200 200 200
GET /<language>/reports/gathering              303 303 303 303 403 403 403 403 200 403
POST /<language>/reports/gathering             401 401 401 401 403 403 403 403 422 403
POST /<language>/reports/gathering/<batch>     401 401 401 401 403 403 403 403 422 403
GET /<language>/selections 200 200 200 200 200 200 200 200 200 200
GET /<language>/selections/<slug> 200 200 200 200 200 200 200 200 200 200
GET /<language>/selections/<slug>/criteria 303 303 303 303 403 403 403 403 303 403
GET /<language>/selections/<slug>/criteria.txt 200 200 200 200 200 200 200 200 200 200
GET /<language>/selections/<slug>/decision 303 303 303 303 403 403 403 403 200 403
GET /<language>/selections/<slug>/scores 303 303 303 303 403 403 403 403 200 403
GET /<language>/selections/new 303 303 303 303 403 403 403 403 200 403
POST /<language>/selections 401 401 401 401 403 403 403 403 422 403
POST /<language>/selections/<slug>/criteria 401 401 401 401 403 403 403 403 422 403
POST /<language>/selections/<slug>/decision 401 401 401 401 403 403 403 403 422 403
POST /<language>/selections/<slug>/lock 401 401 401 401 403 403 403 403 422 403
POST /<language>/selections/<slug>/opening 401 401 401 401 403 403 403 403 422 403
POST /<language>/selections/<slug>/scores 401 401 401 401 403 403 403 403 303 403
GET /<language>/practices                      200 200 200 200 200 200 200 200 200 200
GET /<language>/practices.atom                 200 200 200 200 200 200 200 200 200 200
GET /<language>/practices/<slug>/experiences   200 200 200 200 200 200 200 200 200 200
POST /<language>/practices/<slug>/experiences  401 401 401 401 403 403 403 403 422 403
GET /<language>/practices/<slug>/experiences/<experience_id> 303 303 303 303 303 303 303 303 303 303
POST /<language>/practices/<slug>/experiences/<experience_id> 401 401 401 401 404 404 404 404 404 404
POST /<language>/practices/<slug>/experiences/<experience_id>/withdrawal 401 401 401 401 404 404 404 404 404 404
GET /<language>/practices/<slug>/marks         200 200 200 200 200 200 200 200 200 200
GET /<language>/practices/<slug>/marks/<sort>  303 303 303 303 403 403 403 403 200 403
POST /<language>/practices/<slug>/marks/<sort> 401 401 401 401 403 403 403 403 422 403
GET /<language>/practices/marks                303 303 303 303 403 403 403 403 200 403
GET /<language>/practices/comparison           200 200 200 200 200 200 200 200 200 200
GET /<language>/practices/<slug>.csv           200 200 200 200 200 200 200 200 200 200
GET /<language>/practices/<slug>.docx          200 200 200 200 200 200 200 200 200 200
GET /<language>/practices/<slug>.json          200 200 200 200 200 200 200 200 200 200
GET /<language>/practices/<slug>/files         303 303 303 303 403 200 403 403 200 403
POST /<language>/practices/<slug>/files        401 401 401 401 403 422 403 403 422 403
GET /<language>/practices/<slug>/files/<file_id> 200 200 200 200 200 200 200 200 200 200
POST /<language>/practices/<slug>/files/<file_id> 401 401 401 401 403 422 403 403 422 403
GET /<language>/practices/library              303 303 303 303 403 403 403 403 200 200
POST /<language>/practices/library             401 401 401 401 403 403 403 403 200 200
GET /<language>/practices/<slug>               200 200 200 200 200 200 200 200 200 200
GET /<language>/practices/<slug>/edition       303 303 303 303 403 200 403 403 200 403
GET /<language>/practices/<slug>/edition/<practice_part> 303 303 303 303 403 200 403 403 200 403
POST /<language>/practices/<slug>/edition/<practice_part> 401 401 401 401 403 303 403 403 303 403
GET /<language>/practices/<slug>/edition/text/<text_language> 303 303 303 303 403 200 403 403 200 403
POST /<language>/practices/<slug>/edition/text/<text_language> 401 401 401 401 403 422 403 403 422 403
GET /<language>/practices/<slug>/links         303 303 303 303 403 200 403 403 200 403
POST /<language>/practices/<slug>/links        401 401 401 401 403 422 403 403 422 403
GET /<language>/practices/<slug>/preview       303 303 303 303 403 200 403 403 200 403
POST /<language>/practices/<slug>/checks       401 401 401 401 403 303 403 403 303 403
GET /<language>/practices/<slug>/questions     200 200 200 200 200 200 200 200 200 200
POST /<language>/practices/<slug>/questions    401 401 401 401 422 422 422 422 422 422
GET /<language>/practices/<slug>/questions/<question_id> 200 200 200 200 200 200 200 200 200 200
POST /<language>/practices/<slug>/questions/<question_id> 401 401 401 401 403 403 403 403 403 403
POST /<language>/practices/<slug>/questions/<question_id>/accepted 401 401 401 401 403 404 403 403 404 403
POST /<language>/practices/<slug>/questions/<question_id>/answers 401 401 401 401 422 422 422 422 422 422
GET /<language>/practices/<slug>/questions/<question_id>/answers/<answer_id> 200 200 200 200 200 200 200 200 200 200
POST /<language>/practices/<slug>/questions/<question_id>/answers/<answer_id> 401 401 401 401 403 403 403 403 403 403
POST /<language>/practices/<slug>/questions/<question_id>/answers/<answer_id>/withdrawal 401 401 401 401 403 403 403 403 403 403
POST /<language>/practices/<slug>/questions/<question_id>/withdrawal 401 401 401 401 403 403 403 403 403 403
GET /<language>/practices/<slug>/suggestions   303 303 303 303 200 200 200 200 200 200
POST /<language>/practices/<slug>/suggestions  401 401 401 401 422 422 422 422 422 422
GET /<language>/practices/<slug>/suggestions/<suggestion_id> 303 303 303 303 404 200 404 200 200 404
POST /<language>/practices/<slug>/suggestions/<suggestion_id> 401 401 401 401 404 422 404 403 422 404
POST /<language>/practices/<slug>/suggestions/<suggestion_id>/withdrawal 401 401 401 401 404 403 404 403 403 404
GET /<language>/practices/<slug>/suggestions/<suggestion_id>/wording 303 303 303 303 404 403 404 403 403 404
POST /<language>/practices/<slug>/suggestions/<suggestion_id>/wording 401 401 401 401 404 403 404 403 403 404
GET /<language>/practices/<slug>/suggestions/new 303 303 303 303 200 200 200 200 200 200
GET /<language>/practices/<slug>/stage         303 303 303 303 403 200 403 403 200 403
POST /<language>/practices/<slug>/stage        401 401 401 401 403 422 403 403 422 403
POST /<language>/practices/<slug>/states       401 401 401 401 403 422 403 403 422 403
POST /<language>/practices/<slug>/versions     401 401 401 401 403 422 403 403 422 403
GET /<language>/practices/<slug>/versions      200 200 200 200 200 200 200 200 200 200
GET /<language>/practices/kept                 303 303 303 303 200 200 200 200 200 200
GET /<language>/practices/new                  303 303 303 303 403 200 403 403 200 403
POST /<language>/practices                     401 401 401 401 403 422 403 403 422 403
GET /<language>/practices/<slug>/applications  200 200 200 200 200 200 200 200 200 200
POST /<language>/practices/<slug>/applications 401 401 401 401 422 422 422 422 422 422
GET /<language>/practices/<slug>/applications.csv 200 200 200 200 200 200 200 200 200 200
GET /<language>/practices/<slug>/applications/<application_id> 303 303 303 303 403 200 403 403 200 403
POST /<language>/practices/<slug>/applications/<application_id> 401 401 401 401 403 422 403 403 422 403
GET /<language>/practices/<slug>/applications/new 303 303 303 303 200 200 200 200 200 200
GET /<language>/proposals                      200 200 200 200 200 200 200 200 200 200
GET /<language>/proposals/<number>             200 200 200 200 200 200 200 200 200 200
GET /<language>/proposals/<number>/answer      303 303 303 303 403 403 403 403 200 403
POST /<language>/proposals/<number>/answer     401 401 401 401 403 403 403 403 422 403
GET /<language>/proposals/<number>/picture     303 303 303 200 403 403 403 403 403 403
POST /<language>/proposals/<number>/picture    401 401 401 409 403 403 403 403 403 403
POST /<language>/proposals/<number>/pin        401 401 401 401 403 403 403 403 422 403
POST /<language>/proposals/<number>/support    401 401 422 422 401 401 401 401 401 401
GET /<language>/proposals/<number>/withdrawal  303 303 303 200 403 403 403 403 403 403
POST /<language>/proposals/<number>/withdrawal 401 401 401 422 403 403 403 403 403 403
GET /<language>/proposals/<number>/wording     303 303 303 200 403 403 403 403 403 403
POST /<language>/proposals/<number>/wording    401 401 401 422 403 403 403 403 403 403
POST /<language>/proposals/<number>/comments   401 401 422 422 401 401 401 401 401 401
GET /<language>/proposals/<number>/comments/<comment_id> 200 200 200 200 200 200 200 200 200 200
POST /<language>/proposals/<number>/comments/<comment_id> 401 401 401 422 403 403 403 403 403 403
POST /<language>/proposals/<number>/comments/<comment_id>/withdrawal 401 401 401 422 403 403 403 403 403 403
GET /<language>/workshops/<slug>/answers       200 200 200 200 200 200 200 200 200 200
GET /<language>/workshops/<slug>/answers.csv   200 200 200 200 200 200 200 200 200 200
GET /<language>/workshops/<slug>/clusters      303 303 303 303 403 403 403 403 200 403
POST /<language>/workshops/<slug>/clusters     401 401 401 401 403 403 403 403 422 403
POST /<language>/workshops/<slug>/clusters/<cluster_id> 401 401 401 401 403 403 403 403 422 403
POST /<language>/workshops/<slug>/clusters/proposals 401 401 401 401 403 403 403 403 422 403
GET /<language>/workshops/<slug>/desk          303 303 303 303 403 403 403 403 200 403
GET /<language>/workshops/<slug>/entry         303 303 303 303 403 403 403 403 200 403
POST /<language>/workshops/<slug>/entry        401 401 401 401 403 403 403 403 422 403
GET /<language>/workshops/<slug>/entry/lines   303 303 303 303 403 403 403 403 200 403
POST /<language>/workshops/<slug>/entry/lines  401 401 401 401 403 403 403 403 422 403
GET /<language>/workshops/<slug>/export.zip    303 303 303 303 403 403 403 403 200 403
GET /<language>/workshops/<slug>/mergers       303 303 303 303 403 403 403 403 200 403
POST /<language>/workshops/<slug>/mergers      401 401 401 401 403 403 403 403 422 403
GET /<language>/workshops/<slug>/mergers/<merger_id> 303 303 303 200 403 403 403 403 200 403
POST /<language>/workshops/<slug>/mergers/<merger_id> 401 401 401 401 403 403 403 403 422 403
POST /<language>/workshops/<slug>/mergers/<merger_id>/consent 401 401 401 422 403 403 403 403 403 403
POST /<language>/workshops/<slug>/mergers/<merger_id>/parts/<number> 401 401 401 401 403 403 403 403 422 403
GET /<language>/workshops/<slug>/mergers/new   303 303 303 303 403 403 403 403 200 403
POST /<language>/reports                       401 401 401 401 422 422 422 422 422 422
GET /<language>/reports/<report_number>        303 303 303 303 404 404 404 200 200 404
POST /<language>/reports/<report_number>       401 401 401 401 404 404 404 403 403 404
POST /<language>/reports/<report_number>/withdrawal 401 401 401 401 404 404 404 403 403 404
POST /<language>/reports/draft                 401 401 401 401 303 303 303 303 303 303
GET /<language>/reports/new                    303 303 303 303 200 200 200 200 200 200
GET /<language>/reports/own                    303 303 303 303 200 200 200 200 200 200
GET /<language>/return                         200 200 200 200 200 200 200 200 200 200
POST /<language>/return                        422 422 422 422 422 422 422 422 422 422
GET /<language>/reviews/<token>                200 200 200 200 200 200 200 200 200 200
POST /<language>/reviews/<token>               422 422 422 422 422 303 422 422 303 303
GET /<language>/rollouts                       200 200 200 200 200 200 200 200 200 200
POST /<language>/rollouts                      401 401 401 401 403 403 403 403 422 403
GET /<language>/rollouts.csv                   200 200 200 200 200 200 200 200 200 200
GET /<language>/services                       200 200 200 200 200 200 200 200 200 200
POST /<language>/services                      401 401 401 401 403 422 403 403 422 422
GET /<language>/services/<slug>                200 200 200 200 200 200 200 200 200 200
GET /<language>/services/<slug>/<part>          303 303 303 303 403 200 403 403 200 200
POST /<language>/services/<slug>/<part>         401 401 401 401 403 422 403 403 422 422
POST /<language>/services/<slug>/checks        401 401 401 401 403 303 403 403 303 303
GET /<language>/services/<slug>/easy           200 200 200 200 200 200 200 200 200 200
GET /<language>/services/<slug>/feedback       200 200 200 200 200 200 200 200 200 200
POST /<language>/services/<slug>/feedback      422 422 422 422 422 422 422 422 422 422
POST /<language>/services/<slug>/states        401 401 401 401 403 422 403 403 422 422
GET /<language>/services/<slug>/text/<text_language> 303 303 303 303 403 200 403 403 200 200
POST /<language>/services/<slug>/text/<text_language> 401 401 401 401 403 422 403 403 422 422
GET /<language>/services/<slug>/text/<text_language>/easy 303 303 303 303 403 200 403 403 200 200
POST /<language>/services/<slug>/text/<text_language>/easy 401 401 401 401 403 422 403 403 422 422
GET /<language>/services/<slug>/upkeep         303 303 303 303 403 200 403 403 200 200
GET /<language>/services/<slug>/versions       200 200 200 200 200 200 200 200 200 200
POST /<language>/services/<slug>/versions      401 401 401 401 403 422 403 403 422 422
GET /<language>/services/new                   303 303 303 303 403 200 403 403 200 200
GET /<language>/services/suggestions           200 200 200 200 200 200 200 200 200 200
GET /<language>/sign-in                        200 200 200 200 302 302 302 302 302 302
POST /<language>/sign-in                       422 422 422 422 422 422 422 422 422 422
POST /<language>/sign-out                      303 303 303 303 303 303 303 303 303 303
GET /<language>/slip                           200 200 200 200 200 200 200 200 200 200
GET /<language>/texts                          303 200 200 200 200 200 200 200 200 200
GET /<language>/texts/<case_id>/appeal         303 404 404 404 404 404 404 404 404 404
POST /<language>/texts/<case_id>/appeal        401 404 404 404 404 404 404 404 404 404
GET /<language>/texts/blocks/<block_id>/appeal 303 404 404 200 404 404 404 404 404 404
POST /<language>/texts/blocks/<block_id>/appeal 401 404 404 303 404 404 404 404 404 404
GET /<language>/themes/<slug>                  404 404 404 404 404 404 404 404 404 404
GET /<language>/tiers                          200 200 200 200 200 200 200 200 200 200
GET /<language>/tiers.csv                      200 200 200 200 200 200 200 200 200 200
GET /<language>/unmet-needs                    200 200 200 200 200 200 200 200 200 200
POST /<language>/unmet-needs                   303 303 303 303 303 303 303 303 303 303
GET /<language>/unmet-needs.csv                200 200 200 200 200 200 200 200 200 200
GET /<language>/upkeep                         303 303 303 303 403 200 403 403 200 200
GET /<language>/upkeep/feedback                303 303 303 303 403 200 403 403 200 200
GET /<language>/upkeep/feedback/<feedback_id>  303 303 303 303 403 200 403 403 200 200
POST /<language>/upkeep/feedback/<feedback_id> 401 401 401 401 403 303 403 403 303 303
GET /<language>/upkeep/services                303 303 303 303 403 200 403 403 200 200
POST /<language>/upkeep/services               401 401 401 401 403 422 403 403 422 422
GET /<language>/workshops                      200 200 200 200 200 200 200 200 200 200
POST /<language>/workshops                     401 401 401 401 403 403 403 403 422 403
GET /<language>/workshops/<slug>               200 200 200 200 200 200 200 200 200 200
GET /<language>/workshops/<slug>/board         200 200 200 200 200 200 200 200 200 200
GET /<language>/workshops/<slug>/draft         303 303 303 303 303 303 303 303 303 303
POST /<language>/workshops/<slug>/draft        401 401 303 303 401 401 401 401 401 401
POST /<language>/workshops/<slug>/draft/links  401 401 303 303 401 401 401 401 401 401
POST /<language>/workshops/<slug>/draft/picture 401 401 303 303 401 401 401 401 401 401
GET /<language>/workshops/<slug>/invitations   303 303 303 303 403 403 403 403 200 403
POST /<language>/workshops/<slug>/invitations  401 401 401 401 403 403 403 403 422 403
POST /<language>/workshops/<slug>/invitations/<invitation_id> 401 401 401 401 403 403 403 403 303 403
GET /<language>/workshops/<slug>/kiosk         404 404 404 404 404 404 404 404 200 404
POST /<language>/workshops/<slug>/kiosk        401 401 401 401 403 403 403 403 422 403
GET /<language>/workshops/<slug>/kiosk/presence 404 404 404 404 404 404 404 404 404 404
POST /<language>/workshops/<slug>/kiosk/seat   404 404 404 404 404 404 404 404 404 404
POST /<language>/workshops/<slug>/kiosk/seats  404 404 404 404 404 404 404 404 404 404
GET /<language>/workshops/<slug>/kiosk/slip    404 404 404 404 404 404 404 404 404 404
GET /<language>/workshops/<slug>/news          200 200 200 200 200 200 200 200 200 200
GET /<language>/workshops/<slug>/paper-cards   303 303 303 303 403 403 403 403 200 403
POST /<language>/workshops/<slug>/paper-cards  401 401 401 401 403 403 403 403 422 403
GET /<language>/workshops/<slug>/paper-cards/sheets 303 303 303 303 403 403 403 403 404 403
POST /<language>/workshops/<slug>/phase        401 401 401 401 403 403 403 403 422 403
POST /<language>/workshops/<slug>/pins         401 401 401 401 403 403 403 403 422 403
GET /<language>/workshops/<slug>/polls         200 200 200 200 200 200 200 200 200 200
POST /<language>/workshops/<slug>/polls        401 401 401 401 403 403 403 403 422 403
GET /<language>/workshops/<slug>/polls/new     303 303 303 303 403 403 403 403 200 403
GET /<language>/workshops/<slug>/poster        303 303 303 303 403 403 403 403 200 403
POST /<language>/workshops/<slug>/proposals    401 401 422 422 401 401 401 401 422 401
GET /<language>/workshops/<slug>/results       200 200 200 200 200 200 200 200 200 200
GET /<language>/workshops/<slug>/screen        200 200 200 200 200 200 200 200 200 200
GET /<language>/workshops/<slug>/seat          303 303 200 200 303 303 303 303 303 303
GET /<language>/workshops/<slug>/seat/departure 303 303 200 200 303 303 303 303 303 303
POST /<language>/workshops/<slug>/seat/departure 401 401 303 303 401 401 401 401 401 401
POST /<language>/workshops/<slug>/seat/recovery 401 401 200 200 401 401 401 401 401 401
GET /<language>/workshops/<slug>/settings      303 303 303 303 403 403 403 403 200 403
POST /<language>/workshops/<slug>/settings     401 401 401 401 403 403 403 403 422 403
POST /<language>/workshops/<slug>/timer        401 401 401 401 403 403 403 403 422 403
GET /<language>/workshops/new                  303 303 303 303 403 403 403 403 200 403
GET /<language>/registrations/<ticket>         200 200 200 200 200 200 200 200 200 200
GET /<language>/registrations/<ticket>/cancellation 200 200 200 200 200 200 200 200 200 200
GET /<language>/registrations/<ticket>/session.ics 200 200 200 200 200 200 200 200 200 200
POST /<language>/registrations/<ticket>/cancellation 303 303 303 303 303 303 303 303 303 303
GET /<language>/workshops/<slug>/sessions      200 200 200 200 200 200 200 200 200 200
GET /<language>/workshops/<slug>/sessions.ics  200 200 200 200 200 200 200 200 200 200
GET /<language>/workshops/<slug>/sessions/<session_id> 200 200 200 200 200 200 200 200 200 200
GET /<language>/workshops/<slug>/sessions/<session_id>.ics 200 200 200 200 200 200 200 200 200 200
GET /<language>/workshops/<slug>/sessions/<session_id>/cancellation 303 303 303 303 403 403 403 403 200 403
GET /<language>/workshops/<slug>/sessions/<session_id>/fees 303 303 303 303 403 403 403 403 200 403
GET /<language>/workshops/<slug>/sessions/<session_id>/fees.csv 303 303 303 303 403 403 403 403 200 403
GET /<language>/workshops/<slug>/sessions/<session_id>/minutes 303 303 303 303 403 403 403 403 200 403
GET /<language>/workshops/<slug>/sessions/<session_id>/people 303 303 303 303 403 403 403 403 200 403
GET /<language>/workshops/<slug>/sessions/<session_id>/settings 303 303 303 303 403 403 403 403 200 403
GET /<language>/workshops/<slug>/sessions/new  303 303 303 303 403 403 403 403 200 403
POST /<language>/workshops/<slug>/sessions     401 401 401 401 403 403 403 403 422 403
POST /<language>/workshops/<slug>/sessions/<session_id>/cancellation 401 401 401 401 403 403 403 403 422 403
POST /<language>/workshops/<slug>/sessions/<session_id>/fees 401 401 401 401 403 403 403 403 422 403
POST /<language>/workshops/<slug>/sessions/<session_id>/minutes 401 401 401 401 403 403 403 403 422 403
POST /<language>/workshops/<slug>/sessions/<session_id>/people 401 401 401 401 403 403 403 403 422 403
POST /<language>/workshops/<slug>/sessions/<session_id>/people/<registration_id> 401 401 401 401 403 403 403 403 422 403
POST /<language>/workshops/<slug>/sessions/<session_id>/registrations 422 422 422 422 422 422 422 422 422 422
POST /<language>/workshops/<slug>/sessions/<session_id>/settings 401 401 401 401 403 403 403 403 422 403
GET /<language>/outcomes/<kind>/<item_id>      303 303 303 303 403 200 403 403 200 403
GET /<language>/threads                        200 200 200 200 200 200 200 200 200 200
GET /<language>/threads/<slug>                 200 200 200 200 200 200 200 200 200 200
GET /<language>/threads/<slug>/edition         303 303 303 303 403 200 403 403 200 403
POST /<language>/outcomes/<kind>/<item_id>     401 401 401 401 403 422 403 403 422 403
GET /<language>/threads/<slug>/effects         200 200 200 200 200 200 200 200 200 200
GET /<language>/threads/<slug>/effects/<code>  404 404 404 404 404 404 404 404 404 404
POST /<language>/threads                       401 401 401 401 403 422 403 403 422 403
POST /<language>/threads/<slug>/edition        401 401 401 401 403 422 403 403 422 403
POST /<language>/threads/<slug>/effects        422 422 422 422 422 422 422 422 422 422
POST /<language>/threads/<slug>/effects/<code> 404 404 404 404 404 404 404 404 404 404
POST /<language>/threads/<slug>/effects/<code>/withdrawal 404 404 404 404 404 404 404 404 404 404
POST /<language>/threads/<slug>/publicity      401 401 401 401 403 422 403 403 422 403
GET /healthz                                   200 200 200 200 200 200 200 200 200 200
GET /readyz                                    200 200 200 200 200 200 200 200 200 200
"""


def leaves_last(route: Route) -> bool:
    """Who has left a workshop has no seat for the other addresses."""
    return route.name.endswith("/seat/departure")


def expected() -> dict[str, list[int]]:
    lines = [line.rsplit(maxsplit=len(PEOPLE)) for line in TABLE.split("\n") if line]
    return {route: [int(status) for status in row] for route, *row in lines}


def test_every_route_has_its_row(app):
    found = sorted(route.name for route in routes(app))

    assert found == sorted(expected())


@pytest.mark.parametrize("who", PEOPLE)
def test_every_route_answers_each_kind_of_person_as_told(app, who):
    workshop = make_workshop(slug=SLUG, code="ABC234")
    service = make_service(slug=SLUG)
    make_concept("penniless", code=workshop.code)
    practice = make_practice(slug=SLUG, in_use="harju")
    application = Application.get(Application.practice == practice.id)
    make_material(slug=SLUG)
    make_phenomenon(slug=SLUG, reports=1)
    make_digest()
    tried = make_candidate(slug=SLUG)
    site = add_site(tried)
    with app.test_request_context("/en/"):
        scored(tried, slug=SLUG)
    publish(make_study(slug=SLUG))
    make_card(slug=SLUG)
    make_place(slug=SLUG)
    writer, author = take_seat(app, workshop)
    proposal = make_proposal(workshop, author=author)
    make_poll(workshop, id=proposal.id, state=PollState.OPEN)
    make_thread(proposal, slug=SLUG)
    make_proposal(workshop, state=State.WAITING)
    case = Case.get(Case.decided_at.is_null())
    block = make_block(author, make_workshop())
    make_flag(proposal, code=workshop.code)
    feedback = make_feedback(service)
    ServiceFeedback.update(code=workshop.code).execute()
    with app.app_context():
        token = review_links.signed(service.id, service.checked_on)
        review_token = application_links.signed(application.id, application.edition)
        reader = make_user()
        stop_token = stopping.signed(reader.id, reader.created_at)
    session = make_session(workshop)
    held = come(session)
    with app.app_context():
        place = ticket(held)
    grouped = make_cluster(workshop, "Doors", language="en")
    question = make_question(practice)
    inventory = make_inventory(slug=SLUG, areas="harju", public=True)
    with app.test_request_context("/en/"):
        answered = answer(inventory, "yes")
    group = make_group(slug=SLUG)
    asked = make_open_question(slug=SLUG)
    values = {
        "meeting_id": make_meeting(group).id,
        "decision_id": make_decision(group).id,
        "member_id": 1,
        "claim_id": make_claim(asked).id,
        "site_id": site.id,
        "entry_token": entry_token(app, site),
        "answer_token": address(app, inventory).rpartition("/")[2],
        "asked_id": nth(inventory).id,
        "respondent_id": answering(inventory).id,
        "cell_id": answered.id,
        "snapshot_id": take(found(inventory), by=None).id,
        "area": "harju",
        "cluster_id": grouped.id,
        "merger_id": make_merger(proposal, make_proposal(workshop)).id,
        "comment_id": make_comment(proposal, author=author).id,
        "session_id": session.id,
        "registration_id": held.id,
        "ticket": place,
        "feedback_id": feedback.id,
        "token": token,
        "application_id": application.id,
        "question_id": question.id,
        "answer_id": make_answer(question).id,
        "suggestion_id": make_suggestion(practice, how="On foot.").id,
        "review_token": review_token,
        "stop_token": stop_token,
        "slug": SLUG,
        "code": workshop.code,
        "indicator_code": "balance",
        "number": proposal.id,
        "item_id": proposal.id,
        "option": PollOption.select().first().id,
        "block_id": block.id,
        "case_id": case.id,
        "picture_id": make_attachment(proposal).id,
        "file_id": make_file(practice).id,
        "report_number": make_report(read=False).number,
    }
    seats = {
        "visitor": app.test_client,
        "elsewhere": lambda: take_seat(app, make_workshop())[0],
        "joined": lambda: take_seat(app, workshop)[0],
        "author": lambda: writer,
        "resident": lambda: sign_in(app, make_user()),
    }
    come_in = seats.get(who, lambda: sign_in(app, make_user(Role(who))))

    answers = {
        route.name: (
            come_in()
            .open(route.address, method=route.method, buffered=True)
            .status_code
        )
        for route in sorted(routes(app, **values), key=leaves_last)
    }

    column = PEOPLE.index(who)
    assert answers == {route: row[column] for route, row in expected().items()}
