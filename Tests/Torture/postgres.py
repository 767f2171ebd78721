"""A throw-away PostgreSQL server, and the store on it as it is at one moment."""

import json
import os
import shutil
import subprocess
import tempfile

from store import Rows

SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".ci", "postgres")


class Server:
    def __init__(self):
        # Short: the path of a Unix socket has 107 bytes at most.
        self.folder = tempfile.mkdtemp(prefix="payments-", dir="/tmp")
        os.chmod(self.folder, 0o755)
        self.url = self.start()

    def start(self):
        return self._script("start", self.folder).strip()

    def stop(self, mode):
        self._script("stop", self.folder, mode)

    def _script(self, *arguments):
        result = subprocess.run([SCRIPT, *arguments], capture_output=True, text=True, timeout=300)
        if result.returncode:
            raise RuntimeError(f"{arguments}: {result.stderr[-500:]}")
        return result.stdout

    def ask(self, sql):
        """What statements give, one row a line. All of them are one transaction."""
        result = subprocess.run(
            ["psql", "-XqAt1", "-v", "ON_ERROR_STOP=1", "-f", "-", self.url], input=sql, capture_output=True, text=True,
            timeout=300,
        )
        if result.returncode:
            raise RuntimeError(result.stderr[-500:])
        return result.stdout

    def terminate(self):
        """Cuts all connections to instances. How many there were."""
        return int(self.ask("""
            SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
            WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"""))

    def damage(self):
        """What is wrong with the tables and their indexes."""
        self.ask("CREATE EXTENSION IF NOT EXISTS amcheck")
        try:
            return self.ask("""
                SELECT relation.relname, damage.msg FROM pg_class AS relation, verify_heapam(relation.oid) AS damage
                WHERE relation.relnamespace = 'payments'::regnamespace AND relation.relkind = 'r';
                SELECT bt_index_check(indexrelid, true) FROM pg_index
                WHERE indrelid::regclass::text LIKE 'payments.%'""").split()
        except RuntimeError as error:
            return [str(error)]

    def remove(self):
        self.stop("immediate")
        shutil.rmtree(self.folder)


class PostgresStore(Rows):
    """All rows, of one snapshot."""

    examination = "snapshots of the database"

    COLUMNS = {
        "payment JOIN progress USING (number)": "number, payment.id, reference, status, sequence, creation",
        "inbox": "body_hash, copies, state, payment",
        "history": "payment, sequence, source, claim, status",
        "notification LEFT JOIN payment ON payment.number = notification.payment":
            "payment, sequence, status, 'msg_' || substr(payment.id, 5) || '_' || sequence, state",
    }

    def __init__(self, server, change=""):
        """`change` is done first, and is undone afterwards."""
        super().__init__()
        tables = ", ".join(
            f"""'{table}', (SELECT coalesce(json_agg(json_build_array({columns}) ORDER BY {columns}), '[]')
                FROM {table})"""
            for table, columns in self.COLUMNS.items()
        )
        text = server.ask(f"""
            SET LOCAL search_path = payments;
            {change};
            SELECT json_build_object({tables});
            ROLLBACK""")
        rows = json.loads(text)
        self.take(*([tuple(row) for row in rows[table]] for table in self.COLUMNS))
