"""What a web server should say beside our files: the same rules for hosts that read `_headers` and for nginx."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.files import SiteFile
from generator.security import IN_HEADER

NGINX = "server/nginx-http.conf"
_FOREVER = "public, max-age=31536000, immutable"
_ASK_AGAIN = "no-cache"
_TYPES = {
    "application/geo+json": "geojson",
    "application/ld+json": "jsonld",
    "text/markdown": "md",
    "text/turtle": "ttl",
}
_HASHED = r"/assets/.+\.[0-9a-f]{8,}\.[a-z0-9]+$"
_OPEN_DATA = r"(/api/v1/.+|/daten/.+\.(csv|xlsx)|/feed\.xml)$"


_SAID = {
    "Content-Security-Policy": IN_HEADER,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def files(moved: Mapping[str, str]) -> Iterator[SiteFile]:
    """`moved` holds the addresses that lead elsewhere."""
    yield SiteFile("_headers", _for_hosts(), finished=True)
    yield SiteFile("_redirects", "".join(f"/{old} /{new} 301\n" for old, new in sorted(moved.items())), finished=True)
    yield SiteFile(".nojekyll", "", finished=True)
    yield SiteFile(NGINX, _nginx_http(moved), finished=True)
    yield SiteFile("server/nginx-location.conf", _nginx_location(), finished=True)


def _for_hosts() -> str:
    everywhere = "".join(f"  {name}: {value}\n" for name, value in _SAID.items())
    open_data = "".join(f"\n{path}\n  Access-Control-Allow-Origin: *\n" for path in ("/api/*", "/daten/*", "/feed.xml"))
    return f"/*\n{everywhere}{open_data}"


def _nginx_http(moved: Mapping[str, str]) -> str:
    """For the http level: what depends on the address, whatever folder the site lies in."""
    pairs = "".join(f'    "~^(?<ws_vor>.*/){old}?$" ${{ws_vor}}{new};\n' for old, new in sorted(moved.items()))
    types = "".join(f"    {media} {suffix};\n" for media, suffix in _TYPES.items())
    return (
        "# Wissensspeicher, für nginx: in den Block http einbinden. Bei jedem Bau neu geschrieben.\n"
        f'map $uri $ws_umgezogen {{\n    default "";\n{pairs}}}\n'
        f'map $uri $ws_cache {{\n    default "{_ASK_AGAIN}";\n    "~{_HASHED}" "{_FOREVER}";\n}}\n'
        f'map $uri $ws_offen {{\n    default "";\n    "~{_OPEN_DATA}" "*";\n}}\n'
        f"types {{\n{types}}}\n"
    )


def _nginx_location() -> str:
    rules = "".join(f'add_header {name} "{value}" always;\n' for name, value in _SAID.items())
    return (
        "# Wissensspeicher, für nginx: in den Block location einbinden. Bei jedem Bau neu geschrieben.\n"
        "index index.html;\n"
        "absolute_redirect off;\n"
        "charset utf-8;\n"
        "charset_types text/plain text/markdown text/turtle text/xml text/css text/csv text/javascript\n"
        "    application/javascript application/json application/geo+json application/ld+json application/atom+xml;\n"
        "gzip on;\ngzip_vary on;\ngzip_comp_level 6;\ngzip_min_length 512;\n"
        "gzip_types text/plain text/markdown text/turtle text/xml text/css text/csv text/javascript application/javascript\n"
        "    application/json application/geo+json application/ld+json application/atom+xml image/svg+xml;\n"
        "if ($ws_umgezogen) {\n    return 301 $ws_umgezogen$is_args$args;\n}\n"
        f"{rules}add_header Cache-Control $ws_cache always;\nadd_header Access-Control-Allow-Origin $ws_offen always;\n"
    )
