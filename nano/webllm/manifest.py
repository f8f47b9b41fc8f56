"""The file by which the page knows that it got the files that were shipped.

Its revision is the SHA-256 over one line `NAME HASH` for each file, in the order of the names; the
library's name there is `library`. What the model was trained for is told as beside the GGUF.
"""
import hashlib
import json


def write_manifest(folder, library, about, path):
    """`folder`: of the weights; `about`: model.json of the GGUF; `path`: where to write."""
    files = {file.name: file for file in folder.iterdir()} | {'library': library}
    lines = [f'{name} {hashlib.sha256(files[name].read_bytes()).hexdigest()}\n'
             for name in sorted(files)]
    told = json.loads(about.read_text())
    del told['file']
    told |= {'revision': hashlib.sha256(''.join(lines).encode()).hexdigest(),
             'bytes': sum(file.stat().st_size for file in files.values())}
    path.write_text(json.dumps(told, indent=2) + '\n')
    return told['revision']
