"""Words that stand in nearly every text or question and tell nothing of it, as they
are written and in their base forms. Negations, wishes and musts are not among them:
"no money" and "want to die" are told by both their words."""

EMPTY_WORDS = {
    "fi": "ja tai on ovat oli olla se ne he hän minä sinä me te mä sä oo oon ole olen "
    "olet olemme että jos kun niin myös voi voin voit voida voiko voisi mitä "
    "mikä miten missä mistä mihin mistäs minne kuka kenelle kenen milloin miksi "
    "mitäs tämä tuo nyt vain vaan kuin sekä minun sinun minulla minulle minua "
    "mulla mulle mua mun sun tarvita tarvitsen tarvitsee saada saan saako saa "
    "hei moi kiitos joka jotka jonka jokin joku jotain jossa eli mutta vielä "
    "enää aina ihan joo sitten ollut olisi olisin kai ehkä onko onks oisko "
    "voinko haenko mukaan kanssa itse oma muu hänen heidän hänelle häntä haen "
    "hakea löytää löydän löytyy",
    "sv": "jag du han hon vi ni de dem den det en ett och eller att är som på i av "
    "för med till om har hade kan kunna min mitt mina ditt din dina hans hennes "
    "så var vad hur vart när man mig dig sig oss er från också behöver ska "
    "skall får få bli blir vara men då där här nu någon något några sin sitt "
    "sina efter över under vid hej tack finns söka söker ansöka hitta hittar "
    "skulle vem vilken blivit blev varit haft fått",
    "en": "i you he she we they it a an the and or to is are am of in on for with my "
    "your his her our their can can't cannot could would should do does what "
    "how where when who which why this that there be have has had i've need "
    "needs me us him them from at as by was were will i'm it's im ive cant get "
    "got getting any some if but so hi hello please thanks find apply looking "
    "about",
}
EMPTY = {code: frozenset(words.split()) for code, words in EMPTY_WORDS.items()}
# "Man" and "men" say nothing in Swedish and something in English.
TELLING_ELSEWHERE = frozenset(["men"])
EVERYWHERE = frozenset[str]().union(*EMPTY.values()) - TELLING_ELSEWHERE

# Words that ask for help and do not say with what, or tell who it is about and when.
WEAK_WORDS = {
    "fi": "apu auttaa avun tuki tukea palvelu asia ihminen henkilö tehdä mennä tulla "
    "käydä tietää pystyä joutua hoitaa kysyä jäädä lähteä aika ajanvaraus varata "
    "isä äiti mies vaimo puoliso poika tytär veli sisko viikko päivä huomenna tänään "
    "haluta tahtoa alkaa antaa ottaa pitää laittaa sanoa kertoa nähdä voida joku "
    "paljon vähän liian aina taas kaikki moni toinen uusi iso pieni koko hyvä ennen "
    "jälkeen kerta vuosi kuukausi tunti yksi kaksi kolme neljä viisi eilen paikka",
    "sv": "hjälp hjälpa stöd stöda tjänst service ärende människa människor person "
    "göra komma gå veta vet bor kommer mår fråga ta tar sitter ligger tid boka "
    "mamma mammas pappa pappas maken make frun fru son sonen dotter dottern bror "
    "brodern syster systern vecka nästa imorgon idag vill ville måste börja började "
    "ger ge gav mycket lite alltid aldrig igen alla många ny nya gammal bra stor hela "
    "varje före år månad gång gånger två tre fyra fem bara sen sedan redan igår säger "
    "tycker tror ställe plats",
    "en": "help support service services person people someone somebody something go "
    "going know come make made thing things ask coming take appointment book mother "
    "father husband wife partner son daughter brother sister week next today tomorrow "
    "want wants would like must keep keeps start give very much too always never again "
    "all many new old good big whole every before year years month day days time times "
    "two three four five one just only now already still yesterday last say said think "
    "nothing place somewhere",
}
WEAK = {code: frozenset(words.split()) for code, words in WEAK_WORDS.items()}

NEGATIONS = frozenset(
    ["ei", "en", "et", "emme", "eivät", "inte", "ej", "ingen", "no", "not", "nobody"]
)
"""Told by a question, and no answer to it."""
