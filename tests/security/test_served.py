"""The service as people run it: a process of its own, a real socket, the real engine, its own log."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
TOKEN = "served-token-0123456789abcdef"
PLANTED = "zeldzame zin over mijn tuinhek 8841"

pytestmark = pytest.mark.slow


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Served:
    def __init__(self, port, log, process):
        self.port, self.log, self.process = port, log, process

    def call(self, method, path, body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json", **headers}
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def text(self):
        return self.log.read_text()


@contextmanager
def served(folder, command, port=None, **environ):
    port, log = port or free_port(), folder / "log"
    environ = {
        "PATH": f"{BIN}:{os.environ['PATH']}",
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder),
        "DATABASE_URL": f"sqlite:///{folder}/w.db",
        "WAARMERK_HOST": "127.0.0.1",
        "PORT": str(port),
        **environ,
    }
    with log.open("w") as out:
        process = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=out, stderr=out, start_new_session=True)
    one = Served(port, log, process)
    try:
        wait_until_ready(one)
        yield one
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(20)


def wait_until_ready(one):
    for _ in range(240):
        assert one.process.poll() is None, one.text()
        try:
            if one.call("GET", "/readyz")[0] == 200:
                return
        except OSError:
            pass
        time.sleep(0.25)
    raise AssertionError(one.text())


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    folder = tmp_path_factory.mktemp("served")
    with served(folder, ["waarmerk", "serve"], WAARMERK_TOKEN=TOKEN) as one:
        yield one


def audit(service, request, **headers):
    status, body = service.call("POST", "/api/v1/audits", json.dumps(request).encode(), **headers)
    return status, json.loads(body)


def test_profile_text_is_in_no_log_no_figure_and_no_file(service):
    asked = {"profiles": [{"text": f"I mend bicycles. {PLANTED}."}], "options": {"suggestions": 1}}
    assert audit(service, asked)[0] == 200
    text = PLANTED.encode()
    page = json.dumps({"html": f"<main><p>{PLANTED}</p></main>", "url": f"https://example.org/{PLANTED}"}).encode()
    bad = [
        ("/api/v1/audits", json.dumps({"profiles": [{PLANTED: PLANTED}], PLANTED: PLANTED}).encode(), {}),
        ("/api/v1/audits", json.dumps({"profiles": [{"text": PLANTED, "html": PLANTED}]}).encode(), {}),
        ("/api/v1/audits", text, {}),
        ("/api/v1/audits", b'{"' + text + b'": 1, "' + text + b'": 2}', {}),
        ("/api/v1/audits", text + b"\xff", {}),
        ("/api/v1/audits", text, {"Content-Encoding": "gzip"}),
        ("/api/v1/audits", text * 200_000, {}),
        ("/api/v1/audits", b"x", {"Authorization": PLANTED}),
        ("/api/v1/audits", b"x", {"Origin": PLANTED}),
        ("/api/v1/extractions", page, {}),
        ("/api/v1/pairings", json.dumps({"code": PLANTED}).encode(), {}),
    ]
    for path, body, headers in bad:
        status, answer = service.call("POST", path, body, **headers)
        assert status < 500
        if status != 200:
            assert "tuinhek" not in answer.decode().replace(f"/{PLANTED}", "")  # a pointer names the wrong key
    assert service.call("GET", f"/api/v1/audits/{PLANTED.replace(' ', '-')}")[0] == 404
    kept = b"".join(file.read_bytes() for file in service.log.parent.rglob("*") if file.is_file())
    assert b"tuinhek" not in kept + service.call("GET", "/metrics")[1]


def test_what_is_stored_on_request_can_be_forgotten(service):
    asked = {"profiles": [{"text": f"I mend bicycles. {PLANTED} bewaard."}], "options": {"store": True}}
    status, report = audit(service, asked)
    assert status == 200
    assert json.loads(service.call("GET", f"/api/v1/audits/{report['id']}")[1]) == report
    assert service.call("DELETE", "/api/v1/me")[0] == 204
    assert service.call("GET", f"/api/v1/audits/{report['id']}")[0] == 404


def test_the_same_request_gives_the_same_report_on_every_worker(service):
    asked = {"profiles": [{"text": "I mend bicycles in Deventer. In 2024 I fixed 412 of them."}]}
    reports = [audit(service, asked)[1] for _ in range(8)]
    bare = {json.dumps({k: v for k, v in r.items() if k not in ("id", "created_at")}) for r in reports}
    assert len(bare) == 1
    assert len({r["id"] for r in reports}) == 8


@pytest.mark.parametrize("headers", [{}, {"Transfer-Encoding": "chunked"}])
def test_a_body_that_is_too_large_is_answered_not_cut_off(service, headers):
    pieces = iter([b" " * 65_536] * 120) if headers else b" " * 7_000_000
    connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=30)
    sent = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json", **headers}
    connection.request("POST", "/api/v1/audits", pieces, sent, encode_chunked=bool(headers))
    answer = connection.getresponse()
    assert (answer.status, json.loads(answer.read())["status"]) == (413, 413)
    connection.close()


def test_a_refused_caller_with_a_large_body_sees_why(service):
    assert service.call("POST", "/api/v1/audits", b" " * 4_900_000, Authorization="Bearer wrong")[0] == 401


def test_rebinding_is_refused_on_the_wire(service):
    status, body = service.call("GET", "/api/v1/me", Host="evil.example")
    assert (status, json.loads(body)["type"]) == (403, "/api/v1/docs#problem-host")


def test_figures_are_of_all_workers(service):
    def count():
        found = re.search(
            rb'waarmerk_calls_total\{method="GET",route="/healthz",status="200"\} (\d+)',
            service.call("GET", "/metrics")[1],
        )
        return int(found[1]) if found else 0

    before = count()
    for _ in range(20):
        service.call("GET", "/healthz")
    assert count() == before + 20


def test_only_this_machine_can_reach_it(service):
    table = Path("/proc/net/tcp").read_text().splitlines()[1:]
    listening = [row.split()[1] for row in table if row.split()[3] == "0A"]
    assert [address for address in listening if address.endswith(f":{service.port:04X}")] == [
        f"0100007F:{service.port:04X}"
    ]


def test_a_fresh_machine_gets_a_token_a_link_and_a_curl_line(tmp_path):
    with served(tmp_path, ["waarmerk", "serve"]) as first:
        told = first.text()
        assert f"Waarmerk is ready at http://127.0.0.1:{first.port}" in told
        curl = re.search(r"^Try it: (curl .*)$", told, re.MULTILINE)[1]
        report = json.loads(subprocess.run(curl, shell=True, capture_output=True, check=True).stdout)
        assert [value["id"] for value in report["values"] if value["declared"]] == ["craftsmanship"]
        link = re.search(r"http://127\.0\.0\.1:\d+(/open\?key=\S+)", told)[1]
        assert first.call("GET", link)[0] == 303
        code = re.search(r": (\w{4}-\w{4})$", told, re.MULTILINE)[1]
        origin = {"Origin": "chrome-extension://abcdefghijklmnopabcdefghijklmnop"}
        status, body = first.call("POST", "/api/v1/pairings", json.dumps({"code": code}).encode(), **origin)
        assert status == 201
        bearer = {"Authorization": f"Bearer {json.loads(body)['token']}", **origin}
        assert first.call("GET", "/api/v1/me", **bearer)[0] == 200
    with served(tmp_path, ["waarmerk", "serve"]) as again:
        assert "wm_" not in again.text()
        assert again.call("GET", "/api/v1/me", **bearer)[0] == 200


def test_the_procfile_runs(tmp_path):
    port = free_port()
    command = ["honcho", "start", "-f", "Procfile", "-p", str(port)]
    with served(tmp_path, command, port, WAARMERK_TOKEN=TOKEN) as one:
        assert audit(one, {"profiles": [{"text": "I mend bicycles."}]})[0] == 200


def test_it_ends_when_told(tmp_path):
    with served(tmp_path, ["waarmerk", "serve"], WAARMERK_TOKEN=TOKEN) as one:
        one.process.send_signal(signal.SIGTERM)
        assert one.process.wait(15) == 0
        assert "Traceback" not in one.text()


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("WAARMERK_WORKER", "2", "Did you mean WAARMERK_WORKERS?"),
        ("WAARMERK_PORT", "x", "WAARMERK_PORT must be"),
        ("DATABASE_URL", "sqlite:////proc/none/w.db", "cannot be written"),
    ],
)
def test_settings_that_cannot_be_used_end_it_with_2(tmp_path, name, value, told):
    environ = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), name: value}
    done = subprocess.run([BIN / "waarmerk", "serve"], env=environ, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
