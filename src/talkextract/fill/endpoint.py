"""Where the requests of a client go, and the secrets that go with them and nowhere else."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from urllib.parse import SplitResult, parse_qsl, urljoin, urlsplit

from pydantic import SecretStr

from ..errors import UsageError

__all__ = ["Endpoint"]

_PATH = "/chat/completions"
_SECRET_NAMES = re.compile(r"key|token|secret|passw|auth|credential|sig(?:nature)?$", re.IGNORECASE)
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # the name of a header, RFC 9110
_VALUE = re.compile(r"[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?")
_OURS = {"host", "content-length", "content-type", "transfer-encoding", "connection", "accept-encoding", "upgrade"}
_PORTS = {"http": 80, "https": 443}


class Endpoint:
    """The address of a server and what opens it.

    `base_url` is what stands before `/chat/completions`; a query (Azure's `?api-version=…`) is kept. The key is sent in
    `key_header`, as `Bearer <key>` where that is Authorization, as it is where it is another one. All headers are
    taken for secrets.

    Raises UsageError for an address that is none, that holds credentials, or that would send secrets in the clear to
    another machine (`allow_plain_http` allows that), and for keys and headers that HTTP cannot carry.
    No message tells a secret.
    """

    def __init__(
        self, base_url: str, *, api_key: str | SecretStr | None = None, key_header: str = "Authorization",
        headers: Mapping[str, str | SecretStr] | None = None, allow_plain_http: bool = False,
    ) -> None:  # fmt: skip
        self._secrets = {name: _secret(f"header {name}", value) for name, value in (headers or {}).items()}
        for name in (key_header, *self._secrets):
            if not _TOKEN.fullmatch(name) or name.lower() in _OURS:
                raise UsageError(f"{name!r} is no name of an HTTP header that may be set")
        self._key = None if api_key is None else _secret("api_key", api_key)
        if self._key is not None and key_header.lower() in map(str.lower, self._secrets):
            raise UsageError(f"header {key_header} is given twice: in headers= and for api_key=")
        self._key_header = key_header
        parts = _split(base_url)
        self.base_url = base_url
        self.url = parts._replace(path=parts.path.rstrip("/") + _PATH).geturl()
        self.host = parts.netloc
        self._origin = _origin(parts)
        secrets = self._key is not None or bool(self._secrets)
        if parts.scheme == "http" and secrets and not allow_plain_http and not is_loopback(parts.hostname or ""):
            raise UsageError(
                f"base_url {base_url!r} would send the key in the clear to another machine: "
                "use https, or say allow_plain_http=True"
            )

    def headers(self) -> dict[str, str]:
        """The headers of a request, secrets in the clear: for the wire only."""
        found = {"Content-Type": "application/json", "Accept-Encoding": "identity"}
        found |= {name: value.get_secret_value() for name, value in self._secrets.items()}
        if self._key is not None:
            key = self._key.get_secret_value()
            found[self._key_header] = f"Bearer {key}" if self._key_header.lower() == "authorization" else key
        return found

    def moved(self, url: str, location: str) -> str | None:
        """Where a redirect from `url` leads, if that is on the same server; None if it is not, or nowhere.

        The secrets were given for one server: scheme, host and port must stay as they are.
        """
        try:
            target = urlsplit(urljoin(url, location))
            same = _origin(target) == self._origin and not target.username and not target.password
        except ValueError:
            return None
        return target._replace(fragment="").geturl() if same else None

    def clean(self, text: str, width: int = 200) -> str:
        """A server's words, fit for a message: no secret, no control characters, one line of `width` at most."""
        for secret in (self._key, *self._secrets.values()):
            # a value as "1" is no secret, and would blot out the message
            if secret is not None and len(secret.get_secret_value()) >= 4:
                text = text.replace(secret.get_secret_value(), "***")
        text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
        return text if len(text) <= width else text[: width - 1] + "…"


def is_loopback(host: str) -> bool:
    """Whether a host is this machine, by its name or address; nothing is looked up."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _split(base_url: str) -> SplitResult:
    """The parts of a base URL, checked. No message repeats an address that may hold credentials."""
    if not isinstance(base_url, str) or not base_url.isascii() or re.search(r"[\s\\\x00-\x1f\x7f]", base_url):
        raise UsageError("base_url must be an address in ASCII, as 'https://api.example.com/v1'")
    try:
        parts = urlsplit(base_url)
        port = parts.port
    except ValueError as error:
        raise UsageError("base_url is no address: its host or port cannot be read") from error
    if parts.username is not None or parts.password is not None:
        raise UsageError("base_url holds a user name or password; pass them with headers= or api_key=")
    if any(_SECRET_NAMES.search(name) for name, _ in parse_qsl(parts.query, keep_blank_values=True)):
        raise UsageError("the query of base_url holds a key; pass it with api_key= (and key_header=)")
    if parts.scheme not in _PORTS or not parts.hostname or parts.fragment or port == 0:
        raise UsageError(f"base_url {base_url!r} is no address as 'https://api.example.com/v1'")
    if parts.path.rstrip("/").endswith(_PATH):
        raise UsageError(f"base_url {base_url!r} goes too far: it is what stands before {_PATH}")
    return parts


def _origin(parts: SplitResult) -> tuple[str, str, int | None]:
    return parts.scheme, parts.hostname or "", parts.port or _PORTS.get(parts.scheme)


def _secret(name: str, value: str | SecretStr) -> SecretStr:
    """A secret that a header can carry; line ends around it, as files and pipes leave them, are cut off."""
    text = value.get_secret_value() if isinstance(value, SecretStr) else value
    if not isinstance(text, str) or not _VALUE.fullmatch(text.strip()):
        raise UsageError(f"{name} is empty or holds characters that are not printable ASCII")
    return SecretStr(text.strip())
