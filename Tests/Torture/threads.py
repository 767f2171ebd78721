"""Several things at once."""

import threading


def run_threads(targets):
    """Runs them to their end. What one of them raises is raised here: half of a run must not pass for a whole one."""
    errors = []

    def run(target):
        try:
            target()
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=run, args=(target,)) for target in targets]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
