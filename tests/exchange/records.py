"""Made-up records in the shape of PTV's general descriptions."""

LISTS = (
    "ShortDescription",
    "Description",
    "BackgroundDescription",
    "Laws",
    "ServiceRestrictions",
    "UserInstructions",
    "ChargeTypeAdditionalInfo",
    "DeadLineAdditionalInfo",
    "ProcessingTimeAdditionalInfo",
    "ValidityTimeAdditionalInfo",
    "ServiceClass",
    "OntologyTerm",
    "TargetGroup",
    "LifeEvent",
    "IndustrialClass",
)


def said(**labels):
    return [{"Lang": code, "Label": label} for code, label in labels.items()]


def record(source_id="one", name="Velkaneuvonta", **fields):
    empty = {key: [] for key in LISTS}
    own = {"Id": source_id, "Name": said(fi=name), "ChargeType": None}
    return empty | own | fields
