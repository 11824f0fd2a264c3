"""Ask servers politely: a few at a time, one request after another for each, with pauses, and no page is loaded in full."""

from __future__ import annotations

import asyncio
import ipaddress
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from urllib.parse import urlsplit

import httpx

from generator.links.memory import Result

AT_ONCE = 6
TIMEOUT = 20.0
_TOO_OFTEN = 429
_TRY_GET = {400, 401, 403, 404, 405, 406, 410, 500, 501, 503}
"""Some servers refuse HEAD or answer it wrongly."""


class _Internal(httpx.RequestError):
    """An address inside the own network, which a record must not make us ask."""


async def ask_all(
    urls: Iterable[str],
    known: dict[str, Result],
    today: date,
    agent: str,
    pause: float,
    told: Callable[[str, Result], None],
    internal: bool = False,
) -> None:
    """Ask every address and tell each result as it comes."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        by_host[urlsplit(url).netloc.lower()].append(url)
    gate = asyncio.Semaphore(AT_ONCE)

    async def forbid_internal(request: httpx.Request) -> None:
        if not internal and await _is_internal(request.url.host):
            raise _Internal("interne Adresse", request=request)

    hooks = {"request": [forbid_internal]}
    async with httpx.AsyncClient(
        headers={"User-Agent": agent}, timeout=TIMEOUT, follow_redirects=True, event_hooks=hooks, trust_env=not internal
    ) as client:

        async def one_host(its_urls: list[str]) -> None:
            async with gate:
                for number, url in enumerate(its_urls):
                    if number:
                        await asyncio.sleep(pause)
                    result = await _ask(client, url, known.get(url), today)
                    told(url, result)
                    if result.status == _TOO_OFTEN:
                        return  # the rest of this host is asked in the next run

        await asyncio.gather(*map(one_host, by_host.values()))


async def _is_internal(host: str) -> bool:
    """By its address, also where a name hides it."""
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        if host.lower() == "localhost" or "." not in host:
            return True
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None)
    except OSError:  # nobody knows it here; to ask will show what that means
        return False
    return any(not ipaddress.ip_address(address[0]).is_global for *_, address in found)


async def _ask(client: httpx.AsyncClient, url: str, before: Result | None, today: date) -> Result:
    status, problem = None, ""
    try:
        status = (await client.head(url)).status_code
        if status in _TRY_GET:
            async with client.stream("GET", url) as answer:
                status = answer.status_code
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        problem = _said(error)
    now = today.isoformat()
    if status is not None and status < 400:
        return Result(status, "", now)
    same_day = before is not None and before.geprueft == now
    tries = (before.versuche if before else 0) + (0 if same_day and before and before.versuche else 1)
    return Result(status, problem, now, before.seit if before and before.seit else now, tries)


def _said(error: Exception) -> str:
    text = str(error).lower()
    if isinstance(error, _Internal):
        return "führt ins eigene Netz"
    if isinstance(error, httpx.TimeoutException):
        return "antwortet nicht rechtzeitig"
    if isinstance(error, httpx.TooManyRedirects):
        return "leitet im Kreis weiter"
    if "certificate" in text or "ssl" in text:
        return "hat kein gültiges Zertifikat"
    if any(word in text for word in ("name or service", "nodename", "getaddrinfo", "name resolution")):
        return "den Server gibt es nicht"
    return "ist nicht erreichbar" if isinstance(error, httpx.TransportError) else "ist keine gültige Adresse"
