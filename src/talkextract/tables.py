"""Tables: regions, gates, treaties by spelling and by day of the event (stub)."""
from __future__ import annotations
from pathlib import Path
class Tables:
    def __init__(self, folders: tuple[Path, ...]) -> None:
        self.folders = folders
