"""The site where it is published: behind a real nginx, under a sub-path, under its own security policy."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import socket
import subprocess
import time
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Browser

from generator.building import build
from tests.addresses import ADDRESSES, addresses_of
from tests.conftest import ROOT
from tests.projects import small_project
from tests.test_site import KINDS

GUIDE = ROOT / "docs/mitmachen/veroeffentlichen.md"


# --- the policy ------------------------------------------------------------------------------------------------------


def policy_of(html: str) -> str:
    found = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
    assert found
    return found[1]


def test_every_page_carries_the_same_policy_without_loopholes(site: Path) -> None:
    """Nothing inside a page is ever permitted for standing there: else what a stranger gets into a page would be permitted too."""
    policies = {policy_of(page.read_text("utf-8")) for page in site.rglob("*.html")}
    header = re.search(r"Content-Security-Policy: (.*)", (site / "_headers").read_text("utf-8"))
    assert header
    assert policies == {header[1].removesuffix("; frame-ancestors 'none'")}
    policy = header[1]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert not any(loophole in policy for loophole in ("unsafe", "http", "*", "sha256", "nonce"))


def test_nothing_on_a_page_needs_more_than_the_policy_gives(site: Path) -> None:
    needing = re.compile(r"<[a-z][^>]*\s(?:style|on[a-z]+)=[\"']|href=[\"']javascript:", re.IGNORECASE)
    assert {path.relative_to(site).as_posix() for path in site.rglob("*.html") if needing.search(path.read_text("utf-8"))} == set()


def test_the_policy_comes_before_everything_it_speaks_of(site: Path) -> None:
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        assert html.index("Content-Security-Policy") < min(
            html.find(tag) % len(html) for tag in ("<script", "<style", "<link", "<title")
        ), path


def test_no_address_of_another_host_is_left_in_scripts_and_styles(site: Path) -> None:
    loading = re.compile(rb"""(?:import|fetch|src\s*=|url)\s*\(?\s*["']?https?://|unpkg""")
    found = [
        path.name for path in (site / "assets").rglob("*") if path.suffix in (".js", ".mjs", ".css") and loading.search(path.read_bytes())
    ]
    assert found == []


@pytest.mark.browser
def test_the_policy_stops_a_script_that_is_not_ours(site: Path, tmp_path: Path, chromium: Browser) -> None:
    """Proof that browsers obey the policy: the same page with one script more."""
    page = (site / "massnahmen/zwoenitz/erzmobil/index.html").read_text("utf-8")
    (tmp_path / "page.html").write_text(page.replace("</body>", "<script>document.title = 'gekapert'</script></body>"), "utf-8")
    tab = chromium.new_page()
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.goto((tmp_path / "page.html").as_uri())
    assert tab.title().startswith("ERZmobil")
    assert any("Content Security Policy" in text for text in said)
    tab.close()


# --- names by content ------------------------------------------------------------------------------------------------


def test_what_pages_load_is_named_by_its_content(site: Path) -> None:
    hashed = re.compile(r"\.[0-9a-f]{10}\.[a-z0-9]+$")
    loaded = set()
    for path in (site / "index.html", site / "massnahmen/zwoenitz/erzmobil/index.html"):
        loaded |= set(re.findall(r'(?:src|href)="([^"]*assets/[^"]+)"', path.read_text("utf-8")))
    assert len(loaded) >= 4
    assert [name for name in loaded if not hashed.search(name)] == []


# --- behind nginx ----------------------------------------------------------------------------------------------------


def serve_with_nginx(site: Path, work: Path, path: str) -> Iterator[str]:
    """A real nginx with the configuration our guide shows, on loopback."""
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None:
        reason = "nginx is missing; `make test` installs it as root on Debian"
        (pytest.fail if "CI" in os.environ else pytest.skip)(reason)
    assert program
    example = re.search(r"```nginx\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    assert example
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    told = example[1].replace("listen 80;", f"listen 127.0.0.1:{port};").replace("listen [::]:80;", "")  # not every machine has IPv6
    told = told.replace("/srv/wissensspeicher", str(site))
    told = told.replace("/wissen/", path).replace("= /wissen {", f"= {path.rstrip('/') or '/left-out-at-the-root'} {{")
    folders = "".join(f"{kind}_temp_path {work}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (work / "nginx.conf").write_text(
        f"daemon off; pid {work}/pid; error_log stderr warn;\n{'user root;' if os.geteuid() == 0 else ''}\nevents {{}}\n"
        f"http {{\ninclude /etc/nginx/mime.types;\naccess_log off;\n{folders}{told}}}\n",
        "utf-8",
    )
    server = subprocess.Popen([program, "-c", str(work / "nginx.conf"), "-p", str(work)], stderr=subprocess.PIPE, text=True)
    address = f"http://127.0.0.1:{port}{path}"
    for _ in range(50):
        try:
            urllib.request.urlopen(address, timeout=2)
            break
        except OSError:
            assert server.poll() is None, server.stderr and server.stderr.read()
            time.sleep(0.1)
    yield address
    server.terminate()
    server.wait(10)


@pytest.fixture(scope="module")
def nginx(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The whole real site, two folders deep."""
    yield from serve_with_nginx(site, tmp_path_factory.mktemp("nginx"), "/kommunen/wissen/")


@pytest.fixture(scope="module", params=["/", "/kommunen/wissen/"])
def small(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The fictitious site, which has moved addresses, at the root of its domain and below it."""
    project = small_project(tmp_path_factory.mktemp("klein") / "projekt", site_url=f"https://wissen.example.org{request.param}")
    os.chdir(project)
    try:
        build(project / "measures", project / "site", strict=True)
    finally:
        os.chdir(ROOT)
    yield from serve_with_nginx(project / "site", tmp_path_factory.mktemp("nginx"), request.param)


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def ask(address: str, **headers: str) -> tuple[int, Message, bytes]:
    request = urllib.request.Request(address, headers={name.replace("_", "-"): value for name, value in headers.items()})
    try:
        with urllib.request.build_opener(Stay).open(request, timeout=10) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def test_nginx_leads_into_the_folder_when_its_slash_is_forgotten(small: str) -> None:
    """Behind whatever encrypts, the address must not name the inner host."""
    path = urlsplit(small).path
    status, headers, _ = ask(small.rstrip("/"))
    assert (status, headers["Location"]) == ((200, None) if path == "/" else (301, path))


def test_nginx_sends_pages_compressed_and_with_the_security_headers(nginx: str) -> None:
    status, headers, body = ask(f"{nginx}massnahmen/zwoenitz/erzmobil/", Accept_Encoding="gzip")
    assert (status, headers["Content-Type"], headers["Content-Encoding"]) == (200, "text/html; charset=utf-8", "gzip")
    assert "ERZmobil" in gzip.decompress(body).decode()
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert (headers["X-Content-Type-Options"], headers["Cache-Control"]) == ("nosniff", "no-cache")
    assert "Referrer-Policy" in headers
    status, _, body = ask(f"{nginx}massnahmen/zwoenitz/erzmobil/", If_None_Match=headers["ETag"])
    assert (status, body) == (304, b""), "asked again, nothing is sent twice"


def test_nginx_lets_browsers_keep_what_is_named_by_its_content(nginx: str, site: Path) -> None:
    for asset in sorted((site / "assets").rglob("*.css")) + sorted((site / "assets").rglob("*.js")):
        _, headers, _ = ask(f"{nginx}{asset.relative_to(site).as_posix()}")
        asked_for_by_name = asset.parent.name == "suche" and not asset.name.startswith("suche.")
        assert headers["Cache-Control"] == ("no-cache" if asked_for_by_name else "public, max-age=31536000, immutable"), asset.name


@pytest.mark.parametrize(
    ("path", "media"),
    {
        "api/v1/massnahmen.json": "application/json",
        "api/v1/modellprojekte.geojson": "application/geo+json",
        "api/v1/katalog.ttl": "text/turtle",
        "api/v1/katalog.jsonld": "application/ld+json",
        "daten/massnahmen.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "massnahmen/zwoenitz/erzmobil.md": "text/markdown",
        ".well-known/security.txt": "text/plain",
    }.items(),
)
def test_nginx_says_what_a_file_is(nginx: str, path: str, media: str) -> None:
    status, headers, _ = ask(nginx + path)
    assert (status, headers["Content-Type"].split(";")[0]) == (200, media)


def test_other_sites_may_read_the_open_data(nginx: str) -> None:
    assert ask(f"{nginx}api/v1/massnahmen.json")[1]["Access-Control-Allow-Origin"] == "*"
    assert ask(f"{nginx}massnahmen/")[1]["Access-Control-Allow-Origin"] is None


@pytest.mark.parametrize("slash", ["/", ""])
def test_nginx_redirects_old_ids_at_once(small: str, slash: str) -> None:
    status, headers, _ = ask(f"{small}massnahmen/musterstadt/app{slash}?von=brief")
    assert (status, headers["Location"]) == (301, f"{urlsplit(small).path}massnahmen/musterstadt/stadt-app/?von=brief")


def test_every_header_of_the_guide_comes_with_every_answer(small: str) -> None:
    """Also with pages that are missing and with files that may be kept."""
    style = re.search(r'href="(assets/[^"]+\.css)"', ask(small)[2].decode())
    assert style
    for path in ("", "gibt-es-nicht/", style[1], "api/v1/index.json"):
        headers = ask(small + path)[1]
        assert {"Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy"} <= set(headers), path


def test_nginx_finds_folders_without_their_slash(nginx: str) -> None:
    status, headers, _ = ask(f"{nginx}massnahmen")
    assert (status, headers["Location"]) == (301, "/kommunen/wissen/massnahmen/")


@pytest.mark.browser
def test_a_missing_page_leads_back_in_german_whatever_the_path(small: str, chromium: Browser) -> None:
    tab = chromium.new_page()
    answer = tab.goto(f"{small}massnahmen/gibt/es/nicht/")
    assert answer is not None
    assert answer.status == 404
    assert tab.locator("h1").inner_text() == "Diese Seite gibt es nicht"
    assert tab.evaluate("document.styleSheets.length") >= 3
    tab.get_by_role("link", name="alle Maßnahmen").click()
    assert tab.locator("h1").inner_text().startswith("Maßnahmen")
    assert tab.url == f"{small}massnahmen/"
    tab.close()


@pytest.mark.browser
def test_every_kind_of_page_lives_under_policy_and_sub_path(nginx: str, chromium: Browser) -> None:
    """The header's policy and the page's own apply together. The console stays empty, and only our server is asked."""
    context = chromium.new_context()
    tab = context.new_page()
    said: list[str] = []
    tab.on("console", lambda message: said.append(f"{tab.url}: {message.text}"))
    tab.on("pageerror", lambda error: said.append(f"{tab.url}: {error}"))
    tab.on("request", lambda request: None if request.url.startswith(nginx) else said.append(f"{tab.url} asks {request.url}"))
    tab.on("response", lambda response: None if response.status < 400 else said.append(f"{response.status} {response.url}"))
    for kind, path in KINDS.items():
        tab.goto(nginx + path)
        assert tab.locator("h1").count() == 1, kind
        assert tab.evaluate("document.styleSheets.length") >= 3, kind
    tab.goto(nginx)
    tab.locator("button[data-farben]").click()
    assert tab.locator("html").get_attribute("data-farben") == "dunkel", "scripts run"
    tab.goto(f"{nginx}suche/?q=Rufbus")
    tab.get_by_role("link", name="ERZmobil").first.wait_for()
    tab.goto(f"{nginx}massnahmen/zwoenitz/erzmobil/")
    tab.get_by_role("button", name="Merken: ERZmobil").click()
    tab.goto(f"{nginx}merkliste/")
    tab.locator("tr[data-record='massnahmen/zwoenitz/erzmobil']").wait_for()
    tab.goto(f"{nginx}meine-kommune/?ort=Thum&feld=mobilitaet")
    tab.locator("#ergebnis").wait_for()
    context.close()
    assert said == []


# --- the software ----------------------------------------------------------------------------------------------------


def test_publiccode_describes_the_software_as_its_standard_demands() -> None:
    told = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    mandatory = {
        "publiccodeYmlVersion",
        "name",
        "url",
        "platforms",
        "developmentStatus",
        "softwareType",
        "description",
        "legal",
        "maintenance",
        "localisation",
    }
    assert mandatory <= told.keys()
    assert (told["legal"]["license"], told["softwareVersion"]) == (project["license"], project["version"])
    german = told["description"]["de"]
    assert len(german["shortDescription"]) <= 150
    assert 150 <= len(german["longDescription"]) <= 10_000
    assert len(german["genericName"]) <= 35
    assert german["features"]
    assert told["maintenance"]["contacts"]


# --- addresses that stay ---------------------------------------------------------------------------------------------


def test_no_published_address_has_disappeared(site: Path) -> None:
    """Renamed a record? Put its old id into `frueher`. After a release: `make addresses`."""
    promised = ADDRESSES.read_text("utf-8").split()
    assert len(promised) > 1_300
    assert sorted(set(promised) - set(addresses_of(site))) == []
