#!/usr/bin/env python3
"""Checks what rust-analyzer offers while a table is typed, and what it shows of the macros.

    .ci/completion.py FOLDER        (it writes a project there)
"""

import json
import pathlib
import subprocess
import sys

repository = pathlib.Path(__file__).resolve().parent.parent
project = pathlib.Path(sys.argv[1]).resolve()

SOURCE = """
use statusbook::{ApiError, Created, Status, handles, status, status_table, vpn};

status_table! {
    /// The pets.
    mod pets = "pets.yaml";
    mod edge { 429 "Too Many Requests", 502 "Bad Gateway" }
}

#[derive(Debug, ApiError)]
#[api_error(table = vpn)]
enum PetError {
    #[status(404, "there is no pet `{id}`")]
    Missing { id: u64 },
}

#[handles(pets::add_pet)]
async fn add() -> Created<String> { Created("Nora".to_owned()) }

const MISSING: Status = status!(vpn, 404);
const MADE: Status = status!(pets, CREATED);

fn main() {}
"""

DOCUMENT = """
openapi: 3.1.0
info: { title: Pets, version: "1" }
paths:
  /pets:
    get: { operationId: listPets, responses: { "200": { description: The pets } } }
    post: { operationId: addPet, responses: { "201": { description: The pet } } }
"""

DERIVE, HANDLES, STATUS = "table = vpn", "#[handles(pets::add_pet)]", "status!(vpn, 404)"
MODULES = {"edge", "pets", "vpn", "crate::"}
STATUSES = {"NOT_FOUND", "CONFLICT"}
OPERATIONS = {"add_pet", "list_pets", "TABLE"}

# What is replaced, what stands there instead, with `‸` at the cursor, and what has to be offered. No name of an expansion may
# be offered.
COMPLETIONS = [
    (DERIVE, "table = ‸", MODULES),
    (DERIVE, "table = v‸", MODULES),
    (DERIVE, "table = pets::‸", OPERATIONS),
    (DERIVE, "table = crate::pets::li‸, exhaustive", OPERATIONS),
    (HANDLES, "#[handles(‸)]", MODULES),
    (HANDLES, "#[handles(pets::‸)]", OPERATIONS),
    (HANDLES, "#[handles(pets::a‸ | edge, exhaustive)]", OPERATIONS),
    (HANDLES, "#[handles(pets::add_pet | ed‸)]", MODULES),
    (STATUS, "status!(‸)", MODULES),
    (STATUS, "status!(pets::‸)", OPERATIONS),
    (STATUS, "status!(pets::a‸, 201)", OPERATIONS),
    (STATUS, "status!(vpn, ‸)", STATUSES),
    (STATUS, "status!(vpn, NOT‸)", STATUSES),
    (STATUS, "status!(pets::add_pet, POST C‸)", {"CREATED"}),
    ("#[status(404, ", "#[status(‸, ", STATUSES),
    ("#[status(404, ", "#[status(NOT‸, ", STATUSES),
    ("fn main() {}", "statusbook::assert_exhaustive!(pe‸);", MODULES),
    ("fn main() {}", "fn main() { statusbook::guard!(pets::‸); }", OPERATIONS),
    ("fn main() {}", "fn main() { statusbook::router!(pe‸); }", MODULES),
    ("fn main() {}", "fn main() { statusbook::router!(pets: ad‸); }", {"add::", "crate::"}),
]

# Where the cursor is, what has to be shown there first, and what must not be shown.
HOVERS = [
    ("CREA‸TED);", "The pet", None),
    ("derive(Debug, Api‸Error)", "Makes an enum or a struct an error type", None),
    ("#[hand‸les(", "Checks that everything a handler can respond with", None),
    ("sta‸tus!(vpn", "Returns a documented", None),
    ("async fn a‸dd", "async fn add() -> Created<String>", "enum"),
    ("table = v‸pn", "Virtual Private Network", None),
]


class Server:
    """rust-analyzer, with the program open."""

    def __init__(self):
        self.process = subprocess.Popen(
            ["rust-analyzer"], cwd=project, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.count = 0
        self.idle = False
        options = {"checkOnSave": False, "cargo": {"targetDir": str(project / "target")}}
        capabilities = {"experimental": {"serverStatusNotification": True}, "textDocument": {"hover": {"contentFormat": ["markdown"]}}}
        root = project.as_uri()
        self.ask("initialize", processId=None, rootUri=root, capabilities=capabilities, initializationOptions=options)
        self.tell("initialized")
        self.document = (project / "src/main.rs").as_uri()
        self.tell("textDocument/didOpen", textDocument={"uri": self.document, "languageId": "rust", "version": 0, "text": SOURCE})
        while not self.idle:
            self.receive()

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self):
        length = 0
        while line := self.process.stdout.readline().strip():
            name, value = line.split(b":")
            length = int(value) if name.lower() == b"content-length" else length
        if length == 0:
            sys.exit("rust-analyzer ended")
        message = json.loads(self.process.stdout.read(length))
        if message.get("method") == "experimental/serverStatus":
            self.idle = message["params"]["quiescent"]
        elif "method" in message and "id" in message:
            self.send({"id": message["id"], "result": None})
        return message

    def tell(self, method, **params):
        self.send({"method": method, "params": params})

    def ask(self, method, **params):
        self.count += 1
        self.send({"id": self.count, "method": method, "params": params})
        while (answer := self.receive()).get("id") != self.count or "method" in answer:
            pass
        return answer.get("result")

    def at_cursor(self, method, old, new):
        """Asks about the cursor, in the source with `new` in place of `old`."""
        assert SOURCE.count(old) == 1, old
        before, after = SOURCE.replace(old, new).split("‸")
        text = before + after
        place = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        self.count += 1
        self.tell(
            "textDocument/didChange", textDocument={"uri": self.document, "version": self.count}, contentChanges=[{"text": text}]
        )
        return self.ask(method, textDocument={"uri": self.document}, position=place)


(project / "src").mkdir(parents=True, exist_ok=True)
(project / "pets.yaml").write_text(DOCUMENT)
(project / "src/main.rs").write_text(SOURCE)
(project / "Cargo.toml").write_text(
    f"""[package]
name = "completion"
edition = "2024"
[workspace]
[dependencies]
statusbook = {{ path = "{repository}/core", features = ["axum", "guard", "openapi"] }}
"""
)
server = Server()
failures = []
for old, new, wanted in COMPLETIONS:
    answer = server.at_cursor("textDocument/completion", old, new) or []
    items = answer["items"] if isinstance(answer, dict) else answer
    offered = {item["label"] for item in items}
    hidden = sorted(name for name in offered if name.startswith("__") or name.startswith("PART_"))
    if not wanted <= offered or hidden:
        failures.append(f"{new}: missing {sorted(wanted - offered)}, not wanted {hidden}")
for new, wanted, unwanted in HOVERS:
    answer = server.at_cursor("textDocument/hover", new.replace("‸", ""), new)
    shown = answer["contents"]["value"] if answer else ""
    if wanted not in shown or (unwanted and unwanted in shown):
        failures.append(f"{new}: shows {shown[:300]!r}")
server.process.kill()
print("\n".join(failures) or f"{len(COMPLETIONS)} completions and {len(HOVERS)} hovers are as they should be")
sys.exit(bool(failures))
