"""What every flow can be told, in types that a deployment can store."""

from dataclasses import dataclass
from pathlib import Path

from tasks.settings import Settings


@dataclass(frozen=True)
class Options:
    """Settings of a flow run; what is left out is taken from the environment, else from the defaults.

    Attributes:
        warehouse: Folder of the store and of the published file.
        model: Folder of the spaCy pipeline.
        syntax: Folder or package of another spaCy pipeline for tags, syntax and names.
        workers: Processes that read; 0 means one per core.
        lock_timeout_s: Seconds to wait while another run holds the warehouse.
    """

    warehouse: str | None = None
    model: str | None = None
    syntax: str | None = None
    workers: int | None = None
    lock_timeout_s: float | None = None

    def settings(self) -> Settings:
        """The settings.

        Raises:
            SettingsError: One of them cannot be used.
        """
        return Settings.load(
            warehouse_dir=None if self.warehouse is None else Path(self.warehouse),
            model_dir=None if self.model is None else Path(self.model),
            syntax_dir=None if self.syntax is None else Path(self.syntax),
            workers=self.workers,
            lock_timeout_s=self.lock_timeout_s,
        )


DEFAULTS = Options()
