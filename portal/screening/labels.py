"""What the findings are called, how the writer is told, and what to write instead."""

from flask_babel import lazy_gettext as _l

from portal.screening.findings import Sort

LABELS = {
    Sort.IDENTITY_CODE: _l("A personal identity code"),
    Sort.PHONE: _l("A phone number"),
    Sort.EMAIL: _l("An e-mail address"),
    Sort.ADDRESS: _l("A street address"),
    Sort.PLATE: _l("The plate of a car"),
    Sort.NAMED_PERSON: _l("Somebody's name"),
    Sort.HEALTH: _l("Somebody's health"),
    Sort.INSULT: _l("A word that hurts"),
    Sort.DANGER: _l("Somebody may be in danger"),
}
SEEN = {
    Sort.IDENTITY_CODE: _l("This looks like a personal identity code: %(words)s."),
    Sort.PHONE: _l("This looks like a phone number: %(words)s."),
    Sort.EMAIL: _l("This looks like an e-mail address: %(words)s."),
    Sort.ADDRESS: _l("This looks like a street address: %(words)s."),
    Sort.PLATE: _l("This looks like the plate of a car: %(words)s."),
    Sort.NAMED_PERSON: _l("This looks like somebody's name: %(words)s."),
    Sort.HEALTH: _l("This seems to tell of somebody's health: %(words)s."),
    Sort.INSULT: _l("This may hurt somebody: %(words)s."),
}
ADVICE = {
    Sort.IDENTITY_CODE: _l("Leave the code out. Nobody here needs it."),
    Sort.PHONE: _l("Leave the number out. Name the service instead."),
    Sort.EMAIL: _l("Leave the address out. Name the service instead."),
    Sort.ADDRESS: _l("Write the part of town, not the house."),
    Sort.PLATE: _l("Leave the plate out. Say what happened, and where."),
    Sort.NAMED_PERSON: _l(
        "Leave the name out. Say what the person does: a worker, a neighbour."
    ),
    Sort.HEALTH: _l(
        "Write of many, not of one: what do people need who live with the same?"
    ),
    Sort.INSULT: _l("Say what is wrong without hurting anybody."),
    Sort.DANGER: _l(
        "If you or somebody else is in danger, call 112 now. "
        "We read what you wrote as soon as we can."
    ),
}
