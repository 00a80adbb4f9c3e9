"""The head of an SQL file: `-- key: value` lines before the first statement, which say what the file is for.

A line that begins with `--` and at least two blanks continues the value before it. A key may come more than once.
"""

import re
from dataclasses import dataclass

from tasks.errors import ArticleFactsError

_FIELD = re.compile(r"--\s?(?P<key>[a-z]+):\s*(?P<value>.*)")
_CONTINUATION = re.compile(r"--\s{2,}(?P<value>.*)")


@dataclass(frozen=True, slots=True)
class SqlHeader:
    """What the head of an SQL file says.

    Attributes:
        name: Name of the file, for messages.
        fields: Keys with their values, in the file's order.
    """

    name: str
    fields: tuple[tuple[str, str], ...]

    def values(self, key: str) -> tuple[str, ...]:
        """All values of a key, in order; none if the key does not occur."""
        return tuple(value for found, value in self.fields if found == key)

    def value(self, key: str) -> str:
        """The one value of a key.

        Raises:
            ArticleFactsError: The key is missing, empty or repeated.
        """
        values = self.values(key)
        if len(values) != 1 or not values[0]:
            raise ArticleFactsError(f"{self.name}: its head must have exactly one `-- {key}: ...` line")
        return values[0]


def parse_header(name: str, text: str) -> SqlHeader:
    """Read the comment lines at the top of an SQL file.

    Raises:
        ArticleFactsError: A comment line is neither a field nor the continuation of one.
    """
    fields: list[tuple[str, str]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("--"):
            break
        if field := _FIELD.fullmatch(line):
            fields.append((field["key"], field["value"].strip()))
        elif fields and (more := _CONTINUATION.fullmatch(line)):
            key, value = fields[-1]
            fields[-1] = (key, f"{value} {more['value'].strip()}".strip())
        else:
            raise ArticleFactsError(f"{name}:{number}: expected `-- key: value` or its continuation, found {line!r}")
    return SqlHeader(name, tuple(fields))
