#!/usr/bin/env python3
"""Checks the vectors without any of the project's own code: their shape, and whether each callback is authentic.

Every signature is computed anew from the keys of the vector's configuration and its raw body, by the providers' documents:
SMS Pay signs the raw body; what Pay2Local signs is configured. A callback that is authentic must be expected to be taken,
and one that is not must be expected to be refused, or to be nothing but a hint.

Where Pay2Local signs fields, evidence may name nothing that is not signed, and a reference must not have the separator in
it that joins them: the same signature would hold for another payment.

    Contracts/check-signatures.py [FOLDER…]

Each folder holds vectors, in folders of their own or not; it is `Vectors` beside this file when none is given. The script
knows how smspay and pay2local sign. Of any other adapter it checks the shape of the vectors, and says aloud that it has not
checked a signature. Needs Python 3 and nothing else. Exit code 0 when all is right, 1 when something differs or no folder
holds anything that the script knows how to check.
"""

import base64
import hashlib
import hmac
import json
import pathlib
import re
import sys

VERSION = 1
OUTCOMES = {
    "request": {"request", "error"},
    "reply": {"intent", "page", "balance", "error"},
    "callback": {"evidence", "challenge", "hint", "problem", "refusal"},
}
DIGITS = re.compile(r"[0-9A-Fa-f]{64}")


class NotAuthentic(Exception):
    """Why a callback is not authentic."""


class Unchecked(NotAuthentic):
    """Nothing was checked at all, and nothing was wrong."""


class Malformed(Exception):
    """What is wrong with a file."""


class Number(str):
    """A number as it is written."""


def must(condition, problem):
    if not condition:
        raise Malformed(problem)


def members(pairs):
    """An object whose names do not repeat."""
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise ValueError("a member stands there twice")
    return dict(pairs)


def no_constant(name):
    raise ValueError(f"{name} is no JSON")


def strict_json(text):
    """JSON without repeated names, numbers as they are written."""
    value = json.loads(
        text, object_pairs_hook=members, parse_int=Number, parse_float=Number, parse_constant=no_constant
    )
    json.dumps(value, ensure_ascii=False).encode()  # half a surrogate pair is no character
    return value


def one_header(headers, name):
    """The value of a header; None when it is not there."""
    values = [value for key, value in headers if key.lower() == name]
    if len(values) > 1:
        raise NotAuthentic(f"{name} is there {len(values)} times")
    return values[0] if values else None


def demand(digits, message, keys, where):
    """Demands that 64 digits are the HMAC-SHA256 of a message under one of the keys."""
    if not DIGITS.fullmatch(digits):
        raise NotAuthentic(f"{where} is not 64 digits")
    for key in keys:
        if hmac.compare_digest(hmac.new(key.encode(), message, hashlib.sha256).hexdigest(), digits.lower()):
            return
    raise NotAuthentic(f"{where} is the signature of something else")


def as_list(value):
    return value if isinstance(value, list) else [value]


def smspay(settings, headers, body):
    """SMS Pay: `sha256=` and 64 digits over the raw body in X-Signature, X-Webhook-Signature, or both."""
    keys = as_list(settings.get("webhookSecrets", []))
    if not keys:
        raise Unchecked("no secret")
    signed = False
    for name in ["x-signature", "x-webhook-signature"]:
        value = one_header(headers, name)
        if value is None:
            continue
        if not value.startswith("sha256="):
            raise NotAuthentic(f"{name} has no prefix")
        demand(value[len("sha256="):], body, keys, name)
        signed = True
    if not signed:
        raise NotAuthentic("no signature")


def pay2local(settings, headers, body):
    """Pay2Local: the header x-signature, the body's member signature, or both, as the account says."""
    access_keys = [settings["accessKey"]] + as_list(settings.get("signatureKeys", []))
    for name, ours in [("x-authorization-access", access_keys), ("x-authorization-public", [settings["publicKey"]])]:
        value = one_header(headers, name)
        if value is not None and value not in ours:
            raise NotAuthentic(f"{name} is not ours")
    header, member = settings.get("headerSignature"), settings.get("bodySignature")
    if settings.get("callbackTrust", "signed") != "confirmed" and (header is None or member is None):
        raise NotAuthentic("what is signed is not configured")
    keys = as_list(settings.get("signatureKeys", settings["accessKey"]))
    if header != "rawBody" and "fields" in (header, member):
        demand_one_reading(settings, read_fields(body).get("merchant_payment_id"))
    if header in ("rawBody", "fields"):
        value = one_header(headers, "x-signature")
        if value is None:
            raise NotAuthentic("no x-signature")
        message = body if header == "rawBody" else signed_text(settings, headers, read_fields(body))
        demand(value.removeprefix("sha256="), message, keys, "x-signature")
    if member == "fields":
        fields = read_fields(body)
        value = fields.get("signature")
        if type(value) is not str:
            raise NotAuthentic("no signature in the body")
        demand(value, signed_text(settings, headers, fields), keys, "signature")
    if header not in ("rawBody", "fields") and member != "fields":
        raise Unchecked("nothing is signed")


def demand_one_reading(settings, reference):
    """Demands that the separator is neither in a reference nor across one of its ends."""
    mark = settings.get("signedFieldSeparator", "|")
    if settings.get("signedFormat") == "json" or "merchant_payment_id" not in as_list(settings["signedFields"]):
        return
    if mark and type(reference) is str and mark in (mark + reference + mark)[1:-1]:
        raise NotAuthentic("merchant_payment_id has the separator in it")


def read_fields(body):
    try:
        fields = strict_json(body.decode())
    except (ValueError, RecursionError):
        raise NotAuthentic("the body has no fields") from None
    if not isinstance(fields, dict):
        raise NotAuthentic("the body has no fields")
    return fields


def signed_text(settings, headers, fields):
    """The text that a signature over fields covers."""
    form = settings.get("signedFormat", "values")
    empty = settings.get("signedAbsentField", "skip") == "empty"
    parts, pairs, place = [], [], None
    for name in as_list(settings["signedFields"]):
        if name == "@x-request-id":
            value = one_header(headers, "x-request-id")
            if value is None:
                raise NotAuthentic("no x-request-id")
            parts.append(value)
            continue
        value = fields.get(name)
        if not isinstance(value, str) and value is not None:
            raise NotAuthentic(f"{name} is neither a text nor a number")
        if form == "json":
            if place is None:
                place = len(parts)
                parts.append("")
            if name in fields or empty:
                pairs.append(f'"{name}":{member_text(fields.get(name, ""))}')
        elif value is not None or empty:
            parts.append((f"{name}=" if form == "keyValues" else "") + (value or ""))
    if place is not None:
        parts[place] = "{" + ",".join(pairs) + "}"
    return settings.get("signedFieldSeparator", "|").join(parts).encode()


def member_text(value):
    if value is None or isinstance(value, Number):
        return "null" if value is None else str(value)
    return json.dumps(value, ensure_ascii=False)


CHECKS = {"smspay": smspay, "pay2local": pay2local}


# Which fields stand behind which member of evidence.
EVIDENCE = {
    "kind": ["request_type"], "amount": ["requested_amount", "currency"], "reference": ["merchant_payment_id"],
    "rawStatus": ["request_status"], "transactionID": ["transaction_id"], "statedTime": ["timestamp"],
}


def believed_unsigned(adapter, settings, expect):
    """What the evidence names although nobody signed it."""
    if adapter != "pay2local" or settings.get("headerSignature") == "rawBody":
        return None
    evidence = expect.get("evidence") or expect.get("hint", {}).get("says") or {}
    signed = as_list(settings.get("signedFields", []))
    for name, fields in EVIDENCE.items():
        if name in evidence and not all(field in signed for field in fields):
            return f"names its {name}, which is not signed"
    return None


def check_shape(vector, configurations, place):
    """The little that has to hold before a vector can be read at all."""
    must(set(vector) == {"id", "about", "source", "kind", "given", "expect"}, f"{place}: other members")
    for name in ["id", "about", "source"]:
        must(isinstance(vector[name], str) and vector[name], f"{place}: no {name}")
    must(vector["kind"] in OUTCOMES, f"{place}: unknown kind")
    must(vector["given"]["configuration"] in configurations, f"{place}: unknown configuration")
    outcome = OUTCOMES[vector["kind"]] & set(vector["expect"])
    must(len(outcome) == 1, f"{place}: not exactly one outcome")
    must(set(vector["expect"]) - outcome <= {"acknowledgement", "comparison"}, f"{place}: other members")


def body_of(given):
    body = given["body"]
    must(len(body) == 1, "a body is either text or base64")
    return body["text"].encode() if "text" in body else base64.b64decode(body["base64"], validate=True)


def finding(check, settings, given):
    """`authentic`, `unchecked` or why it is neither."""
    try:
        check(settings, given["headers"], body_of(given))
    except Unchecked:
        return "unchecked"
    except NotAuthentic as reason:
        return str(reason)
    return "authentic"


def difference(found, expect, settings):
    """How an expectation contradicts what was found; None when it does not."""
    hint = expect.get("hint")
    if found == "authentic":
        if "refusal" in expect or (hint is not None and "says" not in hint):
            return "is authentic, and expected not to be"
    elif found == "unchecked":
        if "refusal" not in expect and (hint is None or "says" in hint):
            return "was not checked at all, and is expected to be believed"
    elif "refusal" not in expect:
        return f"is not authentic ({found}), and expected to be taken"
    if (hint is not None) and settings.get("callbackTrust", "signed") == "signed":
        return "is a hint, where callbacks are believed"
    return None


def files(folder):
    """The files of vectors: what lies beside the adapters' folders is no vector."""
    inside = sorted(folder.glob("*/*.json"))
    return inside or sorted(folder.glob("*.json"))


def main(folders):
    wrong, ids, counts = [], set(), {}
    for path in [path for folder in folders for path in files(folder)]:
        content = strict_json(path.read_text(encoding="utf-8"))
        adapter = content["adapter"]
        must(content["version"] == str(VERSION), f"{path}: version")
        must(path.parent.name == adapter or path.stem == adapter, f"{path}: adapter")
        count = counts.setdefault(adapter, {"vectors": 0, "authentic": 0, "not authentic": 0, "callbacks": 0})
        for vector in content["vectors"]:
            place = f"{adapter}/{path.name}: {vector.get('id')}"
            check_shape(vector, content["configurations"], place)
            must((adapter, vector["id"]) not in ids, f"{place}: the id is there twice")
            ids.add((adapter, vector["id"]))
            count["vectors"] += 1
            if vector["kind"] != "callback":
                continue
            count["callbacks"] += 1
            if adapter not in CHECKS:
                continue
            settings = content["configurations"][vector["given"]["configuration"]]["settings"]
            found = finding(CHECKS[adapter], settings, vector["given"])
            count["authentic" if found == "authentic" else "not authentic"] += 1
            problem = difference(found, vector["expect"], settings)
            problem = problem or believed_unsigned(adapter, settings, vector["expect"])
            if problem:
                wrong.append(f"{place} {problem}")
    for adapter, count in counts.items():
        if adapter in CHECKS:
            print("{}: {vectors} vectors, {authentic} authentic, {not authentic} not authentic".format(adapter, **count))
        else:
            print(f"{adapter}: {count['vectors']} vectors, NOT CHECKED: the signatures of {count['callbacks']} callbacks")
    for line in wrong:
        print(line, file=sys.stderr)
    must(set(counts) & set(CHECKS), f"{', '.join(map(str, folders))}: no vectors of {' or '.join(CHECKS)}")
    return 1 if wrong else 0


if __name__ == "__main__":
    try:
        given = [pathlib.Path(folder) for folder in sys.argv[1:]]
        sys.exit(main(given or [pathlib.Path(__file__).resolve().parent / "Vectors"]))
    except (Malformed, KeyError, ValueError, OSError) as error:
        print(error, file=sys.stderr)
        sys.exit(1)
