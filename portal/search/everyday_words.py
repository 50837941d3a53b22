"""Words that people use for a few things everybody has, and the plain word that each
stands for: so that what is told of a mother is found with "mum" and "mommy" too."""

from zlib import crc32

PLAIN = {
    "fi": {
        "isä": "faija iskä isi isukki fatsi",
        "äiti": "mutsi äippä äiskä äitee",
        "mummo": "mummi mummu isoäiti",
        "vaari": "ukki pappa isoisä",
        "lapsi": "skidi muksu kersa penska kakara mukula ipana napero",
        "veli": "broidi velipoika veikka",
        "sisko": "systeri",
        "mies": "äijä ukko",
        "vaimo": "muija eukko akka",
        "kaveri": "frendi kamu",
        "raha": "fyrkka fyffe hynä massi hilu pätäkkä",
        "asunto": "kämppä",
        "ruoka": "safka sapuska",
        "lääkäri": "lekuri tohtori",
    },
    "sv": {
        "mamma": "morsan morsans morsa",
        "pappa": "farsan farsans farsa farsgubben",
        "mormor": "mommo momma",
        "farmor": "fammo famo",
        "morfar": "moffa",
        "farfar": "faffa",
        "barn": "unge ungen ungens ungar ungarna ungarnas kids kidsen",
        "baby": "bebis bebisen bebisens bäbis babyn babyns",
        "syster": "syrra syrran syrrans",
        "bror": "brorsa brorsan brorsans",
        "maken": "gubben karln mannen mannens",
        "frun": "frugan frugans käringen",
        "kompis": "polare polarn polaren",
        "pengar": "stålar stålarna kosing kosingen pengana",
        "lägenhet": "lya lyan",
        "mat": "käk käket krubb",
        "tandläkare": "tandis tandisen",
    },
    "en": {
        "mother": "mum mom mam mama mummy mommy",
        "father": "dad daddy papa",
        "grandmother": "gran granny nan nana grandma",
        "grandfather": "granddad grandad grandpa gramps granda",
        "child": "kid kiddo",
        "children": "kids kiddos",
        "teenager": "teen teens adolescent adolescents",
        "brother": "bro bruv",
        "sister": "sis",
        "husband": "hubby",
        "wife": "missus wifey",
        "friend": "pal pals buddy buddies",
        "money": "dosh dough wonga quid",
        "flat": "apartment apartments gaff",
        "food": "grub nosh groceries grocery",
        "neighbour": "neighbor",
        "neighbours": "neighbors",
    },
}
STANDS_FOR = {
    code: {word: plain for plain, said in table.items() for word in said.split()}
    for code, table in PLAIN.items()
}
LOUDER = {"sv": ("jätte", "skit", "super")}
SHORTEST_LOUD = 4
OFFICE = {
    "fi": ("hakemus", "lomake", "päätös"),
    "sv": ("ansökan", "blankett", "beslut"),
}
"""What is asked of an office, at the end of the name of what is wanted."""
SHORTEST_NAME = 6


def edition() -> str:
    """Changes when a word does."""
    return f"{crc32(repr((PLAIN, LOUDER)).encode()):x}"


def plain(word: str, language: str) -> str:
    """`mum` becomes `mother`, and `mum's` too; `jättedeppig` becomes `deppig`."""
    for louder in LOUDER.get(language, ()):
        rest = word.removeprefix(louder)
        if rest != word and len(rest) >= SHORTEST_LOUD:
            return rest
    known = STANDS_FOR[language]
    if language == "en":
        word = word.removesuffix("'s").removesuffix("’s")
    return known.get(word, word)


def without_office(word: str, language: str) -> str:
    """`kuljetuspalveluhakemus` becomes `kuljetuspalvelu`; nothing of other words."""
    for end in OFFICE.get(language, ()):
        name = word.removesuffix(end)
        if name != word and len(name) >= SHORTEST_NAME:
            return name.removesuffix("s") if language == "sv" else name
    return ""
