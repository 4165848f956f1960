"""The files of deploy/ as the systems that they are for read them."""

import copy
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

import kubernetes_validate
import yaml

from service import BINARY, ROOT

DEPLOY = ROOT / "deploy"
# The oldest release for which deploy/kubernetes is, and the newest that the schemas know.
OLDEST = "1.33"


class Kubernetes(unittest.TestCase):
    @staticmethod
    def objects(name):
        return list(yaml.safe_load_all((DEPLOY / "kubernetes" / name).read_text()))

    def validate(self, thing):
        """Against the schema, in which an unknown field is an error."""
        for version in OLDEST, kubernetes_validate.latest_version():
            kubernetes_validate.validate(thing, version, strict=True)

    def test_the_objects_are_valid(self):
        names = [path.name for path in (DEPLOY / "kubernetes").glob("*.yaml")]
        self.assertEqual(sorted(names), ["deployment.yaml", "job.yaml", "scaled-job.yaml", "secret.yaml"])
        for name in names:
            for thing in self.objects(name):
                if not thing["apiVersion"].startswith("keda.sh/"):
                    self.validate(thing)

    def test_a_wrong_field_would_be_found(self):
        job = self.objects("job.yaml")[0]
        job["spec"]["template"]["spec"]["containers"][0]["securityContext"]["procMounts"] = "Unmasked"
        with self.assertRaises(kubernetes_validate.ValidationError):
            self.validate(job)

    def test_scaled_jobs_are_the_job(self):
        job = self.objects("job.yaml")[0]
        scaled, authentication = self.objects("scaled-job.yaml")
        self.assertEqual(scaled["spec"]["jobTargetRef"], job["spec"])
        (trigger,) = scaled["spec"]["triggers"]
        self.assertEqual(trigger["authenticationRef"]["name"], authentication["metadata"]["name"])
        secret = self.objects("secret.yaml")[0]
        for reference in authentication["spec"]["secretTargetRef"]:
            self.assertEqual(reference["name"], secret["metadata"]["name"])
            self.assertIn(reference["key"], secret["stringData"])

    def test_a_deployment_is_the_job_without_an_end(self):
        pod = copy.deepcopy(self.objects("job.yaml")[0]["spec"]["template"])
        del pod["spec"]["restartPolicy"]
        container = pod["spec"]["containers"][0]
        container["args"] = [text for text in container["args"] if text not in ("--once", "--idle-timeout=60")]
        self.assertEqual(self.objects("deployment.yaml")[0]["spec"]["template"], pod)

    def test_the_program_takes_the_arguments(self):
        arguments = self.objects("job.yaml")[0]["spec"]["template"]["spec"]["containers"][0]["args"]
        done = subprocess.run([BINARY, *arguments], capture_output=True, text=True, timeout=60)
        self.assertIn("/run/lodestone/token", done.stderr)
        self.assertNotIn("Usage", done.stderr)


@unittest.skipUnless(shutil.which("systemd-analyze"), "needs systemd-analyze")
class Systemd(unittest.TestCase):
    def check(self, unit, program, threshold):
        """Checks a unit, with a program that exists in place of an installed one."""
        place = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, place)
        path = pathlib.Path(place, unit.name.replace("@.", "@1."))
        path.write_text(re.sub(r"^ExecStart=\S+", f"ExecStart={program}", unit.read_text(), flags=re.MULTILINE))
        done = subprocess.run(["systemd-analyze", "verify", "--man=no", path], capture_output=True, text=True, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        command = ["systemd-analyze", "security", "--no-pager", "--offline=true", f"--threshold={threshold}", path]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stdout[-300:])

    def test_runners(self):
        # 3.0, because of what bubblewrap needs.
        self.check(DEPLOY / "systemd" / "lodestone-runner@.service", BINARY, 30)

    def test_the_service_for_slurm(self):
        self.check(DEPLOY / "slurm" / "lodestone-slurm.service", DEPLOY / "slurm" / "lodestone-slurm", 20)
