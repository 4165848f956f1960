"""What schemathesis is told beyond the OpenAPI document."""

import os

import schemathesis


@schemathesis.serializer("application/x-ndjson")
def lines(context, value):
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")


@schemathesis.hook
def before_call(context, case, kwargs):
    """A made-up organization is refused before anything else is looked at; most requests name the real one."""
    if isinstance(case.body, dict) and isinstance(case.body.get("organizationId"), str) and case.body["organizationId"]:
        case.body["organizationId"] = os.environ["LODESTONE_TEST_ORGANIZATION"]
