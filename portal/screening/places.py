"""Street addresses: a street with the number of a house."""

import re
from collections.abc import Iterator

FINNISH = (
    "katu|tie|kuja|polku|kaari|väylä|raitti|tori|aukio|ranta|rinne|penger|puistikko|"
    "bulevardi|esplanadi|puistotie|kulma|mäki|laita|portti|kangas|harju|kallio"
)
INFLECTED = (
    "kadu(?:n|lla|lta|lle)|tie(?:n|llä|ltä|lle)|kuja(?:n|lla|lta|lle)|"
    "polu(?:n|lla|lta|lle)|kaare(?:n|lla|lta|lle)|rai?ti(?:n|lla|lta|lle)|"
    "tori(?:n|lla|lta|lle)|rin(?:teen|teellä|teeltä|teelle)"
)
SWEDISH = (
    "gatan|gata|vägen|väg|gränden|gränd|stigen|stig|torget|allén|allé|esplanaden|"
    "backen|kajen|stranden|strandvägen|bulevarden|svängen|bågen"
)
ENGLISH = (
    "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Close|Crescent|Court|Square|Terrace|"
    "Gardens|Grove|Mews|Way|Place|Row|Hill"
)
OLD_OR_NORTH = (
    "(?:Vanha|Uusi|Iso|Pieni|Pikku|Itäinen|Läntinen|Pohjoinen|Eteläinen|Ylä|Ala|"
    "Gamla|Nya|Stora|Lilla|Östra|Västra|Norra|Södra|Övre|Nedre)[ -]"
)
HOUSE = (
    r"(?P<house>[1-9]\d{0,2}(?:[ -]?[-/][ ]?[1-9]\d{0,2})?)"
    r"(?:[ ]?[a-zA-Z](?![\w€%]))?(?:[ ]?[1-9]\d{0,2}(?!\d|[.:,]\d|[€%]))?"
    r"(?!\d|[.:,-]\d|\.-\d|[ ]?(?:€|%|euro|kr\b|kpl|st\b|m\b|km|metri|meter|prosent|"
    r"procent|tunti|tuntia|timm|minut|vuotta|vuoden|år\b|päivä|dag|viikko|veck|henk|person|"
    r"ihmis|kertaa|gånger|asti|§))"
    r"(?:,?[ ]\d{5}[ ][A-ZÅÄÖ][\wåäö]+)?"
)
NORDIC = re.compile(
    rf"\b(?:{OLD_OR_NORTH})?(?P<street>[A-ZÅÄÖ][a-zåäöéü]+"
    rf"(?:|(?:[ -][A-ZÅÄÖ][a-zåäöéü]+)?[ -])(?:{FINNISH}|{INFLECTED}|{SWEDISH})"
    rf"|{OLD_OR_NORTH}(?i:{SWEDISH}|{FINNISH}))"
    rf"[ ]{HOUSE}"
)
SMALL = re.compile(
    rf"\b(?P<street>[a-zåäöéü]{{3,25}}(?:katu|tie|kuja|gatan|vägen|gränd))[ ]{HOUSE}"
)
BRITISH = re.compile(
    rf"(?<![\d.,:/-])(?<!\b[Tt]he )\b(?P<house>[1-9]\d{{0,2}}|1[0-8]\d\d)[a-zA-Z]?[ ]"
    rf"(?P<street>(?:[A-Z][a-z'-]+[ ]){{1,3}}(?:{ENGLISH}))\b"
)
SMALL_BRITISH = re.compile(
    r"\b(?:at|lives?|living|house|flat|visit)[ ](?:(?:in|at|on)[ ])?"
    r"(?P<street>[1-9]\d{0,2}[a-z]?[ ](?:[a-z]+[ ]){1,2}"
    r"(?:street|road|avenue|lane|drive|close|crescent|terrace))\b"
)
# Where a service is, is no secret: it stands before its address, and no home between.
SERVICE = re.compile(
    r"\b(?:(?:terveys|sosiaali|perhe|palvelu|hyvinvointi|sote-?)"
    r"(?:asema|keskus|toimisto|piste)|kirjasto|neuvola|sairaala|"
    r"hälso(?:stationen|station|centralen|central)|(?:familje|service)cent(?:ret|er)|"
    r"socialbyrån?|biblioteket|rådgivningen|sjukhuset|"
    r"(?:health|family|service|day)[ ](?:station|cent(?:re|er))|social[ ]office|"
    r"library|hospital)\b(?P<between>[^.!?;]{0,40})$",
    re.IGNORECASE,
)
HOME = re.compile(
    r"\b(?:asu|koti|kodi|meillä|talo|minun|asiak|naapur|vieres|lähel|takan|vastapää|luona|"
    r"bor\b|bodde|hem|min\b|mitt\b|klient|grann|bredvid|intill|nära|bakom|mittemot|"
    r"li[fv]|home|house|flat|my\b|our\b|client|neighbo|near|next|behind|opposite|"
    r"han\b|hon\b|hän|he\b|she\b)",
    re.IGNORECASE,
)
# What ends like a street and is none.
NO_STREET = re.compile(
    r"(?:valta|kanta|moottori|seutu|yhdys|elämän|hoito|palvelu|oppimis|asiakas|tutkimus|"
    r"koulutus|urheilu|rauta|umpi|ura|kunto|ete|tiedo|luonto|retkeily|pyörä|ruoka|toimi|"
    r"maasto)(?:tie|polku|väylä|kaari|portti)\w*$|"
    r"(?:riks|motor|europa|lands|järn|cykel|livs|studie|gång|under|till|genom|ut|av|jord)"
    r"(?:vägen|väg|stigen)$|"
    r"(?:viikko|pöytä|kokous|tänä|kulttuuri|loppu|alku)\w*$",
    re.IGNORECASE,
)
AROUND = 70  # signs before an address


def addresses(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (NORDIC, SMALL):
        for found in pattern.finditer(text):
            if not (
                NO_STREET.search(found["street"]) or of_service(text, found.start())
            ):
                yield found.span()
    for pattern in (BRITISH, SMALL_BRITISH):
        for found in pattern.finditer(text):
            start = found.start() if pattern is BRITISH else found.start("street")
            if not of_service(text, start):
                yield start, found.end()


def of_service(text: str, start: int) -> bool:
    """`the health station in Porvoo, 1 Mill Road`"""
    found = SERVICE.search(text, max(0, start - AROUND), start)
    return found is not None and not HOME.search(found["between"])
