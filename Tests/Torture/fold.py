"""What a payment must be after everything that was claimed, written once more and by other hands than the program's."""


def status(claims):
    """The status of a set of claims: the first row that holds."""
    claims = set(claims)
    if "succeeded" in claims:
        return "conflicted" if claims & {"rejected", "failed"} else "succeeded"
    for claim, result in [
        ("rejected", "rejected"), ("failed", "failed"), ("review", "requiresReview"),
        ("cancelled", "cancelled"), ("expired", "expired"), ("pending", "pending"),
    ]:
        if claim in claims:
            return result
    return "created"


def announcements(statuses):
    """Which lines of a history are told to the merchant, given the status after each: {sequence: status}."""
    told, before = {0: "created"}, "created"
    for sequence, after in enumerate(statuses, start=1):
        if after != before and not (after == "succeeded" and "succeeded" in told.values()):
            told[sequence] = after
        before = after
    return told
