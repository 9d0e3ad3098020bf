"""One request over the wire and what comes of it: the model's words, or a fault that says whether to try again."""

from __future__ import annotations

import logging
import time
from datetime import UTC, datetime
from threading import Lock
from typing import NamedTuple

import httpx

from .answer import Answer, Fault, error_words, read_answer, seconds_to_wait
from .dialect import Dialect, adapted, roomier
from .endpoint import Endpoint
from .wire import Wire, deadline

__all__ = ["Exchange", "Timeouts"]

log = logging.getLogger(__name__)

_LONGEST_ERROR = 65_536  # bytes that are read of a refusal
_AGAIN = {408, 409, 425, 429}
# Some servers fail on a parameter that they do not know.
_REFUSED = {400, 404, 422, 500, 501}
# What every other request will meet as well: they speak of the key, the address or the account, not of the request.
_DEAD = {401, 402, 403, 404}
_HINTS = {
    400: "see whether the server knows the model and takes requests of this length", 401: "check the key",
    402: "check the account", 403: "check the key and what it may do",
    404: "check base_url (what stands before /chat/completions) and model", 413: "lower context",
    429: "lower rate, or check the account", 422: "see whether the server knows the model and the parameters of extra",
}  # fmt: skip


class Timeouts(NamedTuple):
    """Seconds: until a connection stands, between two bytes of the answer, and for one request with its answer."""

    connect: float = 5.0
    read: float = 60.0
    total: float = 120.0


class Exchange:
    """Requests to one server over one pool of connections; learns what the server takes. Safe between threads.

    `timeouts` and `limit` (bytes of an answer that are read) hold for each request. `dialect` is what the next request
    should be written in.
    """

    def __init__(
        self, endpoint: Endpoint, dialect: Dialect, timeouts: Timeouts, limit: int,
        transport: httpx.BaseTransport | None = None,
    ) -> None:  # fmt: skip
        self.dialect = dialect
        self._endpoint, self._timeouts, self._limit = endpoint, timeouts, limit
        self._lock = Lock()
        connect, read, total = timeouts
        self._client = httpx.Client(
            transport=transport or Wire(endpoint.url), follow_redirects=False, trust_env=False,
            timeout=httpx.Timeout(min(read, total), connect=min(connect, total), pool=None),
        )  # fmt: skip

    @property
    def closed(self) -> bool:
        """Whether the connections were closed."""
        return self._client.is_closed

    def close(self) -> None:
        """Close the connections; later requests are faults."""
        self._client.close()

    def ask(self, url: str, body: bytes, dialect: Dialect) -> Answer:
        """Send a body, written in `dialect`, and read the answer. Raises Fault, whatever goes wrong on the way."""
        connect, read, total = self._timeouts
        start = time.monotonic()
        try:
            # the headers are bound to no name: some show the names of a frame beside its error
            with (
                deadline(total),
                self._client.stream("POST", url, content=body, headers=self._endpoint.headers()) as response,
            ):
                content = self._read(response)
        except (httpx.ConnectTimeout, httpx.PoolTimeout):
            raise Fault(f"no connection within {min(connect, total):g} s", again=True) from None
        except httpx.TimeoutException:
            over = time.monotonic() - start >= total
            what = f"the answer took longer than {total:g} s" if over else f"nothing came for {read:g} s"
            raise Fault(what, again=True, lost=True, hint="give a longer timeout, or ask a faster server") from None
        except (httpx.ConnectError, httpx.ProxyError, httpx.UnsupportedProtocol) as error:
            raise Fault("no connection", said=str(error), again=True) from None
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            raise Fault("the connection broke off", said=str(error), again=True, lost=True) from None
        except RuntimeError:  # closed by another thread in the meantime
            if not self.closed:
                raise
            raise Fault("this client is closed", works=None, hint="make a new one") from None
        if response.is_success:
            return self._answer(dialect, content)
        raise self._refusal(url, dialect, response, content)

    def learn(self, old: Dialect, new: Dialect) -> None:
        """Write later requests in a dialect that goes better than `old`."""
        with self._lock:
            if self.dialect == old:  # else another thread has learnt it already
                self.dialect = new
                log.warning(
                    "%s does better with other requests: it is asked in another way, %s", self._endpoint.host, new
                )

    def _answer(self, dialect: Dialect, content: bytes) -> Answer:
        """The words of an answer. Raises Fault; where reasoning took all tokens, the next try has more of them."""
        try:
            return read_answer(content)
        except Fault as fault:
            if fault.thought and (other := roomier(dialect)) is not None:
                self.learn(dialect, other)
                fault.again, fault.pause = True, 0.0
            raise

    def _read(self, response: httpx.Response) -> bytes:
        """The body, up to the limit. Raises Fault for an answer that is longer; of a refusal the beginning will do."""
        limit = self._limit if response.is_success else _LONGEST_ERROR
        content = bytearray()
        for chunk in response.iter_bytes():
            content += chunk
            if len(content) > limit:
                if response.is_success:
                    raise Fault(f"the answer is longer than {limit} bytes", lost=True, hint="ask another server")
                break
        return bytes(content[:limit])

    def _refusal(self, url: str, dialect: Dialect, response: httpx.Response, content: bytes) -> Fault:
        """What a status other than 2xx means, and what to do about it."""
        status = response.status_code
        if 300 <= status < 400:
            return self._redirect(url, response)
        said = error_words(content)
        what = f"HTTP {status}"
        if status in _REFUSED and (other := adapted(dialect, said)) is not None:
            self.learn(dialect, other)
            hint = "try again: the next request asks in another way"
            return Fault(what, said=said, again=True, pause=0.0, works=True, hint=hint)
        if status in _AGAIN or status >= 500:
            pause = seconds_to_wait(response.headers.get("Retry-After"), datetime.now(UTC))
            hint = _HINTS.get(status, "try later")
            return Fault(what, said=said, again=True, pause=pause, mute=status in (500, 501), hint=hint)
        hint = _HINTS.get(status, "see what the server says")
        return Fault(what, said=said, works=status not in _DEAD, hint=hint)

    def _redirect(self, url: str, response: httpx.Response) -> Fault:
        """Where to go on, if a redirect stays on the server: with the next try, so that no loop is for ever."""
        location = response.headers.get("Location", "")
        target = self._endpoint.moved(url, location)
        # 303 asks for a GET, which is no way to ask a model
        if not location or target is None or response.status_code not in {301, 302, 307, 308}:
            what = f"HTTP {response.status_code}: a redirect to another server, or to nowhere, which is not followed"
            return Fault(what, said=location, hint="give the base_url of that server if you trust it with the key")
        what = f"HTTP {response.status_code}: a redirect"
        return Fault(what, again=True, pause=0.0, moved=target, hint="check base_url")
