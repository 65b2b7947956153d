"""The house stands on its floors: imports go down only, and never round in a circle."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Lowest first. A part imports from the floors below it and from itself, from nothing beside or above it.
FLOORS = (
    ("errors", "fields", "frontmatter", "patterns"),
    ("settings",),
    ("source",),
    ("loading", "reading"),
    ("kinds",),
    ("prompts", "prose", "report", "schemas"),
    ("given",),
    ("verification",),
    ("extraction",),
    ("rendering", "store"),
    ("evaluation",),
    ("face", "testing"),
    ("cli",),
)
FLOOR = {part: number for number, parts in enumerate(FLOORS) for part in parts}

# The rooms of the verifier, lowest first; what stands beside them (the context, the walk, outcomes) all may use.
ROOMS = ("values", "who", "claims", "computed", "compare", "statements", "checks")

# A report renders itself as a memo: the one import that goes up, made when the method is called.
EXCEPTIONS = {("summarizer.report", "summarizer.rendering")}
# Whether a speaker's words are a claim's is asked with the claim's own reading of attributions.
ROOM_EXCEPTIONS = {"summarizer.verification.who.same_speaker": {"summarizer.verification.claims.claim"}}


def modules() -> dict[str, Path]:
    files = [
        *(ROOT / "summarizer").rglob("*.py"),
        *(ROOT / "schemas").glob("*.py"),
        *(ROOT / "prompts").glob("*.py"),
    ]
    found = {}
    for file in files:
        parts = file.relative_to(ROOT).with_suffix("").parts
        parts = parts if parts[0] == "summarizer" else ("summarizer", *parts)
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = file
    return found


MODULES = modules()
# The package itself holds no code but the lazy door, which imports nothing when it is run.
INSIDE = {name: file for name, file in MODULES.items() if name not in ("summarizer", "summarizer.__main__")}


def imports(tree: ast.AST) -> Iterator[str]:
    """Yield the modules of ours that are imported, wherever the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "summarizer")
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: a relative import"
            if node.module and node.module.split(".")[0] == "summarizer":
                for alias in node.names:
                    inner = f"{node.module}.{alias.name}"
                    yield inner if inner in MODULES or node.module == "summarizer" else node.module


class WithoutTypes(ast.NodeTransformer):
    """Takes out what stands under `if TYPE_CHECKING:` and so is never run."""

    def visit_If(self, node: ast.If) -> ast.AST | list[ast.stmt]:
        self.generic_visit(node)
        return node.orelse if ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING") else node


def part_of(module: str) -> str:
    return module.split(".")[1]


def room_of(module: str) -> str:
    """Return the package of the verifier that a module stands in; empty for all others."""
    parts = module.split(".")
    return parts[2] if parts[1] == "verification" and len(parts) > 3 else ""


TREES = {name: ast.parse(file.read_text("utf-8")) for name, file in INSIDE.items()}
EDGES = {name: set(imports(tree)) - {"summarizer.__version__"} for name, tree in TREES.items()}


def test_every_part_has_its_floor() -> None:
    """No file or folder of the package stands outside the plan, and the plan names nothing that is gone."""
    assert {part_of(name) for name in INSIDE} <= set(FLOOR)
    assert {part_of(name) for name in INSIDE} >= set(FLOOR) - {"testing"}


@pytest.mark.parametrize("module", sorted(INSIDE))
def test_imports_go_down(module: str) -> None:
    """A module imports from lower floors and from its own part alone, types too."""
    upward = {
        imported
        for imported in EDGES[module]
        if part_of(imported) != part_of(module)
        and FLOOR.get(part_of(imported), 99) >= FLOOR[part_of(module)]
        and (module, imported) not in EXCEPTIONS
    }
    assert not upward


@pytest.mark.parametrize("module", sorted(m for m in INSIDE if room_of(m) in ROOMS))
def test_the_verifier_is_built_upwards(module: str) -> None:
    """What compares knows nothing of what judges; only a type may be named from further up."""
    run = imports(WithoutTypes().visit(ast.parse(INSIDE[module].read_text("utf-8"))))
    above = ROOMS[ROOMS.index(room_of(module)) + 1 :]
    upward = {imported for imported in run if room_of(imported) in above}
    assert upward <= ROOM_EXCEPTIONS.get(module, set())


def test_no_imports_run_in_a_circle() -> None:
    """Inside a part, too, the modules have an order; only a type may be named from further up in it."""
    run = {
        name: set(imports(WithoutTypes().visit(ast.parse(f.read_text("utf-8")))))
        for name, f in INSIDE.items()
    }
    graph = {
        name: {i for i in found if i != name and (name, i) not in EXCEPTIONS} for name, found in run.items()
    }
    try:
        TopologicalSorter(graph).prepare()
        circle = []
    except CycleError as error:
        circle = error.args[1]
    assert not circle


def test_schemas_and_prompts_are_imported_as_ours() -> None:
    """A bare `import schemas` would make a second, unequal class of the same name."""
    for file in MODULES.values():
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {name.split(".")[0] for name in names} & {"schemas", "prompts"}, file


@pytest.mark.parametrize("exception", sorted(EXCEPTIONS))
def test_exceptions_are_still_needed(exception: tuple[str, str]) -> None:
    """An exception that nothing uses any more is struck from the list."""
    module, imported = exception
    assert imported in EDGES[module]
