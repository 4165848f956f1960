"""Sends what the OpenAPI document allows and forbids, and holds every answer against what the document says of it.

LODESTONE_TEST_EXAMPLES is the number of examples for each operation, such as 300 for over 10,000 cases.
"""

import os
import pathlib
import re
import subprocess
import sys

from service import ServiceTestCase

HERE = pathlib.Path(__file__).parent

# What a schema cannot say, such as which branch names git accepts, is a 400 too: hence no positive_data_acceptance. What
# breaks a schema by its length may be too large to be looked at, a 413.
CONFIGURATION = """
hooks = "{hooks}"
color = false
warnings = false

[cache]
enabled = false

[generation]
max-examples = {examples}
deterministic = true

[auth.openapi.{scheme}]
api_key = "{secret}"

[parameters]
"path.id" = "{session}"
"path.organization" = "{organization}"
"query.organizationId" = "{organization}"

[checks.positive_data_acceptance]
enabled = false

[checks.negative_data_rejection]
expected-statuses = [400, 401, 403, 404, 405, 406, 409, 413, 415, 422, 428, 429, "5xx"]
"""

# Signing out and deleting would end what the other requests need; signing in is slow on purpose; streams have no end;
# without a secret there is no webhook, whatever headers are missing.
LEFT_OUT = ["signIn", "signOut", "deleteSession", "followOrganization", "followSession", "takeGitHubWebhook"]


class OpenAPI(ServiceTestCase):
    def test_an_api_key_meets_what_is_documented(self):
        self.assert_documented("apiKey", self.key)

    def test_a_person_meets_what_is_documented(self):
        session = self.create_session()
        jar = pathlib.Path(self.data, "cookies").read_text()
        self.assert_documented("cookie", jar.split("__session")[1].split()[0], session)

    def assert_documented(self, scheme, secret, session=None):
        session = session or self.create_session()
        organization = self.shell(self.curl_lines[0])["organizations"][0]["id"]
        configuration = pathlib.Path(self.directory, f"{scheme}.toml")
        configuration.write_text(
            CONFIGURATION.format(
                hooks=HERE / "openapi_hooks.py",
                examples=os.environ.get("LODESTONE_TEST_EXAMPLES", "15"),
                scheme=scheme,
                secret=secret,
                session=session["id"],
                organization=organization,
            )
        )
        schemathesis = os.path.join(os.path.dirname(sys.executable), "schemathesis")
        command = [schemathesis, "--config-file", configuration, "run", f"{self.address}/openapi.json"]
        for operation in LEFT_OUT:
            command += ["--exclude-operation-id", operation]
        environment = {**os.environ, "LODESTONE_TEST_ORGANIZATION": organization}
        result = subprocess.run(command, cwd=self.directory, env=environment, capture_output=True, text=True)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        cases = re.search(r"Test cases:\s*\n\s*(.*)", result.stdout)
        print(f"{scheme}: {cases[1] if cases else result.stdout[-500:]}")
