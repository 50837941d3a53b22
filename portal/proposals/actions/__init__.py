"""What participants, moderators and coordinators do with proposals."""

from portal.proposals.actions.answers import AnswerDraft, answer, store_answer
from portal.proposals.actions.clusters import (
    ClusterGone,
    delete_cluster,
    make_cluster,
    place_cluster,
    put_in_cluster,
    rename_cluster,
    restore_cluster,
)
from portal.proposals.actions.comment_decisions import (
    erase_comment,
    hide_comment,
    publish_comment,
    reopen_comment,
    send_comment_back,
)
from portal.proposals.actions.comments import (
    comment,
    reword_comment,
    set_comment_withdrawn,
)
from portal.proposals.actions.drafts import (
    AnotherDraft,
    DraftWords,
    delete_draft,
    save_draft,
    set_link,
)
from portal.proposals.actions.mergers import (
    ask_authors,
    set_consent,
    set_dropped,
    set_undone,
    set_unreachable,
)
from portal.proposals.actions.pictures import add_to_draft, add_to_proposal, take_off
from portal.proposals.actions.publishing import (
    erase,
    hide,
    publish,
    send_back,
    show_title,
    take_off_board,
)
from portal.proposals.actions.reopening import reopen
from portal.proposals.actions.rewording import OtherWords, reword
from portal.proposals.actions.supports import set_support
from portal.proposals.actions.withdrawing import set_withdrawn
from portal.proposals.actions.writing import Origin, propose
from portal.proposals.wording import Wording

__all__ = [
    "AnotherDraft",
    "AnswerDraft",
    "ClusterGone",
    "DraftWords",
    "Origin",
    "OtherWords",
    "Wording",
    "add_to_draft",
    "add_to_proposal",
    "answer",
    "ask_authors",
    "comment",
    "delete_cluster",
    "delete_draft",
    "erase",
    "erase_comment",
    "hide",
    "hide_comment",
    "make_cluster",
    "place_cluster",
    "propose",
    "publish",
    "publish_comment",
    "put_in_cluster",
    "rename_cluster",
    "reopen",
    "reopen_comment",
    "restore_cluster",
    "reword",
    "reword_comment",
    "save_draft",
    "send_back",
    "send_comment_back",
    "set_comment_withdrawn",
    "set_consent",
    "set_dropped",
    "set_link",
    "set_support",
    "set_undone",
    "set_unreachable",
    "set_withdrawn",
    "show_title",
    "store_answer",
    "take_off",
    "take_off_board",
]
