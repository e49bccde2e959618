"""Runs the bundles of all examples in a second Rego engine and compares every answer with those of the program.

    python3 -m venv venv && venv/bin/pip install regopy
    ETALON_CASES=cases cargo test --test it policy::rego
    venv/bin/python tests/rego_second_engine.py cases

The first step needs the network once. The second writes one file per standard: the module, the data, situations, and
what the program answers.
"""

import json
import sys
from pathlib import Path

import regopy


def main(folder: Path) -> int:
    asked = 0
    for path in sorted(folder.glob("*.json")):
        cases = json.loads(path.read_text(encoding="utf-8"))
        engine = regopy.Interpreter()
        engine.add_module("decide.rego", cases["module"])
        # The engine does not read escaped letters in keys.
        engine.add_data_json(json.dumps(cases["data"], ensure_ascii=False))
        for case in cases["cases"]:
            engine.set_input({"situation": case["situation"], "tables": [case["table"]]})
            said = json.loads(str(engine.query("data.etalon.decisions")))
            said = said["expressions"][0][case["table"]]
            if said != case["answer"]:
                print(f"{path.name}: {json.dumps(case, ensure_ascii=False)}\nthe engine says {said}")
                return 1
            asked += 1
    print(f"{asked} situations, no difference")
    return 0 if asked else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
