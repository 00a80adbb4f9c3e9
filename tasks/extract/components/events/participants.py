"""Who did it and to whom: arguments of verbs and nouns, by canonical name or an unnamed group's words."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from tasks import reference
from tasks.extract.components.events import patterns
from tasks.extract.components.events.types import Found, Roles
from tasks.extract.components.mentions.clustering import is_country
from tasks.extract.components.mentions.patterns import FORCE_NOUNS
from tasks.extract.components.mentions.resolution import canonical_name, mention_at
from tasks.facts import Mention
from tasks.vocabularies import EventType, MentionKind, NameLabel

SUBJECTS = frozenset({"nsubj", "nsubj:outer", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubj:pass"})
OBJECTS = frozenset({"obj", "iobj", "dobj"})
OBLIQUES = frozenset({"obl", "nmod", "obl:agent", "nmod:agent"})
LIST_LINKS = frozenset({",", "and", ", and", ", the", "and the", ", and the"})
CLAUSE_POS = frozenset({"VERB", "AUX", "ADJ"})
OWNING_PREPOSITIONS = frozenset({"in", "of"})
MAX_PHRASE_TOKENS = 12
MAX_CLAUSE_TOKENS = 5
GROUP_WORD_POS = frozenset({"ADJ", "NOUN", "PROPN"})
PERSON_ENDINGS = ("ers", "ists", "men", "ors", "ians", "ees")


def phrase(token: Token) -> Span:
    """The noun phrase of a head without its clauses."""
    doc = token.doc
    start, end = token.left_edge.i, token.i + 1
    for right in token.rights:
        if right.dep_ in {"acl:relcl", "acl", "punct", "parataxis", "advcl", "cop", "ccomp"}:
            break
        end = right.right_edge.i + 1
    start = max(start, token.i - MAX_PHRASE_TOKENS)
    end = min(end, token.i + MAX_PHRASE_TOKENS)
    while start < token.i and doc[start].dep_ in {"case", "mark", "cc", "punct", "advmod"}:
        start += 1
    return doc[start:end]


def name_of(doc: Doc, token: Token) -> str | None:
    """Canonical name or group words of the one that a noun or pronoun stands for; None if it is no one who can act."""
    covering = mention_at(doc, token)
    if covering is not None and covering.label not in {NameLabel.NORP, NameLabel.EVENT, NameLabel.LAW}:
        span = phrase(token)
        joined = canonical_name(doc, span.start_char, span.end_char) if covering.kind is MentionKind.NAME else None
        return joined or covering.referent
    if token.pos_ == "PRON":
        return None
    country = country_of_force(token)
    if country is not None:
        return country
    span = phrase(token)
    named = canonical_name(doc, span.start_char, span.end_char)
    if named is not None and (token.pos_ == "PROPN" or token.lower_ in patterns.PEOPLE) and token.tag_ != "NNS":
        return named
    return group_words(token) if is_human(token) or token.lower_ in patterns.FACILITIES else None


def country_of_force(token: Token) -> str | None:
    """Country whose forces or officials the noun names ("Russian forces" → "Russia"), None if it names none."""
    if token.lower_ not in FORCE_NOUNS:
        return None
    words = [word.text for word in token.doc[max(0, token.i - 4) : token.i]]
    for length in (2, 1):
        for offset in range(len(words) - length + 1):
            text = " ".join(words[offset : offset + length])
            if text in reference.country_names():
                return reference.country_names()[text]
    return None


def is_human(token: Token) -> bool:
    """Whether the noun names people or a body of people."""
    word = token.lower_
    return word in patterns.PEOPLE or (token.tag_ in {"NNS", "NNPS"} and word.endswith(PERSON_ENDINGS))


def group_words(token: Token) -> str:
    """Words of an unnamed group without determiner and number ("Iraqi militias")."""
    start = token.i
    while start > 0 and token.i - start < 4 and token.nbor(start - 1 - token.i).pos_ in GROUP_WORD_POS:  # noqa: PLR2004  # modifiers
        start -= 1
    doc = token.doc
    text = doc[start : token.i + 1].text
    clause = [child for child in token.children if child.dep_ == "acl" and child.i == token.i + 1]
    if clause and _is_reduced(clause[0]) and clause[0].right_edge.i - token.i <= MAX_CLAUSE_TOKENS:
        return doc[start : clause[0].right_edge.i + 1].text
    after = doc[token.i + 1 : token.i + 2].text
    if after == "of" and token.i + 2 < len(doc):
        tail = [child for child in token.children if child.dep_ == "nmod" and child.i > token.i]
        if tail and tail[0].right_edge.i - token.i < MAX_PHRASE_TOKENS:
            return doc[start : tail[0].right_edge.i + 1].text
    return text


def _is_reduced(verb: Token) -> bool:
    """Whether the clause is one like "housing troops" or "associated with Iran"."""
    follows = verb.nbor().pos_ if verb.i + 1 < len(verb.doc) else ""
    return verb.tag_ == "VBG" or (verb.tag_ == "VBN" and follows == "ADP")


def conjoined_names(doc: Doc, token: Token) -> str | None:
    """Names of a noun and of those coordinated with it, joined by "; "."""
    names = [name_of(doc, item) for item in (token, *token.conjuncts)]
    unique = list(
        dict.fromkeys(part for name in (*listed_names(doc, token), *names) if name for part in name.split("; "))
    )
    return "; ".join(unique) if unique else None


def listed_names(doc: Doc, token: Token) -> list[str]:
    """Names of a written list that the token's name stands in ("Australia, Bahrain and the Emirates"); parsers lose some."""
    mentions: Sequence[Mention] = [m for m in doc._.mentions if m.kind is MentionKind.NAME]
    at = next((n for n, m in enumerate(mentions) if m.span[0] <= token.idx < m.span[1]), None)
    if at is None:
        return []
    first = last = at
    while last + 1 < len(mentions) and _is_listed(doc, mentions[last], mentions[last + 1]):
        last += 1
    while first > 0 and _is_listed(doc, mentions[first - 1], mentions[first]):
        first -= 1
    members = mentions[first : last + 1]
    texts = [doc.text[left.span[1] : right.span[0]] for left, right in zip(members, members[1:], strict=False)]
    return [m.referent for m in members] if any("and" in text for text in texts) else []


def _is_listed(doc: Doc, left: Mention, right: Mention) -> bool:
    between = doc.text[left.span[1] : right.span[0]].strip()
    if left.label is not right.label:
        return False
    if right.label is NameLabel.PERSON and between.startswith("and "):
        titles = between.removeprefix("and ").split()
        return all(word.lower() in reference.titles() or word in reference.country_names() for word in titles)
    return between in LIST_LINKS


def children(token: Token, relations: frozenset[str]) -> list[Token]:
    """Dependents in one of the relations, in text order."""
    return [child for child in token.children if child.dep_ in relations]


def preposition(token: Token) -> str:
    """Case marker of a noun, "" if it has none."""
    return next((child.lower_ for child in token.children if child.dep_ == "case"), "")


def obliques(token: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    """Dependents introduced by one of the prepositions."""
    for child in token.children:
        if child.dep_ in OBLIQUES and preposition(child) in prepositions:
            yield child


def verb_subject(token: Token) -> Token | None:
    """Subject of a verb: its own, that of the verb it is coordinated with or a complement of, or what it modifies."""
    for _ in range(4):
        own = [child for child in children(token, SUBJECTS) if not preposition(child)]
        if own:
            return _antecedent(own[-1], token)
        if children(token, PASSIVE_SUBJECTS):
            return None
        if (
            token.dep_ in {"xcomp", "advcl"}
            and token.head.lower_ in patterns.OBJECT_CONTROL
            and children(token.head, OBJECTS)
        ):
            return children(token.head, OBJECTS)[-1]
        if token.dep_ in {"conj", "xcomp", "advcl"} and token.head.pos_ in CLAUSE_POS and token.head != token:
            token = token.head
            continue
        break
    is_active_clause = token.tag_ == "VBG" or (token.head.i < token.i and bool(children(token, OBJECTS)))
    if token.dep_ in {"acl", "acl:relcl"} and is_active_clause:
        return token.head
    return left_neighbour(token)


def left_neighbour(token: Token) -> Token | None:
    """Noun right before a finite verb, auxiliaries and adverbs between: the subject where the parse has none."""
    index = token.i - 1
    while index >= token.sent.start and token.doc[index].pos_ in {"AUX", "ADV"}:
        index -= 1
    if index < token.sent.start or token.tag_ not in {"VBD", "VBZ", "VBP"}:
        return None
    before = token.doc[index]
    return before if before.pos_ in {"NOUN", "PROPN", "PRON"} and before.dep_ not in {"obj"} else None


def _antecedent(subject: Token, verb: Token) -> Token:
    """A relative pronoun stands for the noun that the clause modifies."""
    if subject.lower_ in {"who", "which", "that"} and verb.dep_ in {"acl:relcl", "acl"}:
        return verb.head
    return subject


def is_passive(token: Token) -> bool:
    """Whether a verb is passive, as a clause or as a participle behind a noun."""
    if any(child.dep_ in {"aux:pass", "nsubj:pass", "obl:agent"} for child in token.children):
        return True
    if (
        token.dep_ == "acl"
        and children(token, OBJECTS)
        and token.i + 1 < len(token.doc)
        and token.nbor().lower_ != "by"
    ):
        return False
    return token.tag_ == "VBN" and token.dep_ in {"acl", "amod"}


def verb_roles(doc: Doc, token: Token, pattern: str) -> tuple[str | None, str | None]:
    """Actor and recipient of a verb, whatever the pattern keeps of them."""
    if is_passive(token):
        agents = [child for child in token.children if child.dep_ in OBLIQUES and preposition(child) == "by"]
        actor = next((name for agent in agents for name in [conjoined_names(doc, agent)] if name), None)
        passive = children(token, PASSIVE_SUBJECTS) or children(token, SUBJECTS)
        target = _antecedent(passive[-1], token) if passive else None
        if target is None and token.dep_ in {"acl", "amod", "acl:relcl"}:
            target = token.head
        return actor, conjoined_names(doc, target) if target is not None else None
    subject = verb_subject(token)
    actor = conjoined_names(doc, subject) if subject is not None else None
    targets = children(token, OBJECTS) or list(
        obliques(token, patterns.RECIPIENT_PREPOSITIONS.get(pattern, frozenset()))
    )
    recipient = next((name for target in targets for name in [conjoined_names(doc, target)] if name), None)
    return actor, recipient


def noun_roles(doc: Doc, token: Token, pattern: str) -> tuple[str | None, str | None]:
    """Actor and recipient of a noun: possessor, nationality, what prepositions add, and subject of its light verb."""
    owners = children(token, frozenset({"nmod:poss"}))
    actor = next((name for owner in owners for name in [conjoined_names(doc, owner)] if name), None)
    actor = actor or nationality_before(token)
    for agent in obliques(token, patterns.ACTOR_PREPOSITIONS):
        actor = actor or conjoined_names(doc, agent)
    targets = obliques(token, patterns.RECIPIENT_PREPOSITIONS.get(pattern, frozenset()))
    recipient = next((name for target in targets for name in [conjoined_names(doc, target)] if name), None)
    verb = token.head
    is_light = verb.lower_ in patterns.LIGHT_VERBS or (
        pattern == "joint" and verb.pos_ == "VERB" and token.dep_ in OBJECTS
    )
    if is_light and token.dep_ in OBJECTS | PASSIVE_SUBJECTS | SUBJECTS | {"obl"}:
        doer, other = verb_roles(doc, verb, pattern)
        if verb.lower_ in patterns.SUFFERING_LIGHT_VERBS:
            recipient = recipient or doer
        elif not is_passive(verb):
            actor = actor or doer
        else:
            actor = actor or (other if token.dep_ not in PASSIVE_SUBJECTS else doer)
        extra = obliques(verb, patterns.RECIPIENT_PREPOSITIONS.get(pattern, frozenset()))
        recipient = recipient or next((n for t in extra for n in [conjoined_names(doc, t)] if n), None)
    elif actor is None:
        issuer = issuer_before(token)
        actor = conjoined_names(doc, issuer) if issuer is not None else None
    return actor, recipient


def issuer_before(token: Token) -> Token | None:
    """Noun before a light verb right before the phrase, where the parse took the verb for a modifier."""
    for index in range(token.i - 1, max(token.sent.start, token.i - 6), -1):
        if token.doc[index].lower_ in patterns.LIGHT_VERBS:
            before = token.doc[index - 1]
            return before if before.pos_ in {"NOUN", "PROPN", "PRON"} and index > token.sent.start else None
        if token.doc[index].pos_ not in {"DET", "ADJ", "NOUN", "NUM", "PROPN"}:
            return None
    return None


def nationality_before(token: Token) -> str | None:
    """Country of the adjective right before the noun or its modifiers ("Turkish airstrikes")."""
    doc = token.doc
    for start in range(token.i - 1, max(-1, token.i - 5), -1):
        if doc[start].pos_ not in GROUP_WORD_POS and doc[start].text != "-":
            return None
        for length in (2, 1):
            text = doc[start : start + length].text
            if start + length <= token.i and text in reference.country_names():
                return reference.country_names()[text]
    return None


def roles(doc: Doc, found: Found) -> Roles:
    """Actor and recipient, as the entry's pattern distributes them."""
    token, pattern = doc[found.head], found.trigger.pattern
    if pattern == "disaster" or found.trigger.pos == "adj":
        return Roles(None, None)
    if found.served is not None:
        return Roles(verb_roles(doc, token, "act")[0], verb_roles(doc, doc[found.served], "aid")[1])
    pick = verb_roles if found.trigger.pos == "verb" else noun_roles
    actor, recipient = pick(doc, token, pattern)
    if pattern == "suffer":
        return Roles(None, actor if found.trigger.pos == "verb" else recipient)
    if pattern in {"move", "protest"}:
        # Sending someone is done by the subject; those sent are no recipients.
        return Roles(actor or (recipient if is_passive(token) else None), None)
    if pattern == "joint":
        return _joint(doc, token, actor, recipient)
    if found.type is EventType.ASSAULT:
        recipient = recipient or place_attacked(doc, token)
    elif recipient is not None and recipient.split()[-1].lower() in patterns.FACILITIES:
        recipient = None
    return Roles(actor, recipient if recipient != actor else None)


def place_attacked(doc: Doc, token: Token) -> str | None:
    """Country whose property is attacked ("attack on oil infrastructure in Saudi Arabia")."""
    for target in (*obliques(token, patterns.RECIPIENT_PREPOSITIONS["act"]), *children(token, OBJECTS)):
        for place in obliques(target, OWNING_PREPOSITIONS):
            name = name_of(doc, place)
            if name is not None and is_country(name):
                return name
    return None


def _joint(doc: Doc, token: Token, actor: str | None, recipient: str | None) -> Roles:
    """Several actors of a mutual act are its two sides."""
    others = [*obliques(token, patterns.RECIPIENT_PREPOSITIONS["joint"])]
    others += obliques(token.head, frozenset({"with"})) if token.pos_ == "NOUN" else []
    others += obliques(token, frozenset({"of"})) if token.pos_ == "NOUN" and actor is None else []
    named = [name for other in others for name in [conjoined_names(doc, other)] if name]
    sides = [side for part in (actor, *named, recipient) if part for side in part.split("; ")]
    sides = list(dict.fromkeys(sides))
    if not sides:
        return Roles(None, None)
    return Roles(sides[0], sides[1] if len(sides) > 1 else None)
