"""A Slurm cluster of this machine: a head and nodes, each in a network namespace of its own, from which a server's port of
this machine can be reached and nothing else."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import time

import isolated_network
from isolated_network import Door, command
from service import free_port

PROGRAMS = ["munged", "slurmctld", "slurmd", "sbatch", "squeue", "ip", "nsenter", "unshare"]
CONFIGURATION = """
ClusterName=test
SlurmctldHost=head(10.77.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket={place}/munge.socket
CredType=cred/munge
StateSaveLocation={place}/state
SlurmdSpoolDir={place}/%n
SlurmctldPidFile={place}/slurmctld.pid
SlurmdPidFile={place}/%n.pid
SlurmctldLogFile={place}/slurmctld.log
SlurmdLogFile={place}/%n.log
JobCompType=jobcomp/filetxt
JobCompLoc={place}/completed
JobAcctGatherType=jobacct_gather/none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
MailProg=/bin/true
ReturnToService=2
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
{nodes}
PartitionName=all Nodes=ALL Default=YES State=UP
"""


def missing():
    """Why there can't be a cluster here; `None` if there can."""
    if os.geteuid() != 0:
        return "needs root"
    absent = [name for name in PROGRAMS if not shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/sbin")]
    if absent:
        return f"needs {', '.join(absent)} (apt-get install slurm-wlm munge iproute2)"
    return isolated_network.missing()


class Cluster:
    """Nodes with eight processors each, as Slurm believes. They reach the server at `address`."""

    def __init__(self, server_port, nodes=2):
        self.place = tempfile.mkdtemp(prefix="lodestone-slurm-")
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.door = Door(os.path.join(self.place, "door"), server_port)
        self.names = [f"n{number + 1}" for number in range(nodes)]
        self.environment = {
            "PATH": f"{os.environ['PATH']}:/usr/sbin:/sbin", "HOME": self.place, "TMPDIR": self.place,
            "SLURM_CONF": self.write_configuration()}  # fmt: skip
        self.processes, self.holders = [], {}

    def write_configuration(self):
        lines = [f"NodeName={name} NodeAddr=10.77.0.{10 + number} CPUs=8 RealMemory=1000 State=UNKNOWN"
                 for number, name in enumerate(self.names)]  # fmt: skip
        path = pathlib.Path(self.place, "slurm.conf")
        path.write_text(CONFIGURATION.format(place=self.place, nodes="\n".join(lines)))
        for name in ["state", *self.names]:
            os.mkdir(os.path.join(self.place, name))
        return str(path)

    def start(self):
        for name in ["head", *self.names]:
            waiting = command(self.door.path, self.port, ["sleep", "infinity"])
            self.holders[name] = self.spawn("unshare", "--uts", "sh", "-c", f'hostname {name} && exec "$@"', "sh", *waiting)
        for name, holder in self.holders.items():
            self.await_namespace(holder)
        self.connect()
        key = os.path.join(self.place, "munge.key")
        with open(os.open(key, os.O_WRONLY | os.O_CREAT, 0o400), "wb") as file:
            file.write(os.urandom(128))
        files = [f"--{option}={self.place}/munge.{option.split('-')[0]}" for option in ("socket", "pid-file", "log-file")]
        self.spawn("munged", "--foreground", "--force", f"--key-file={key}", f"--seed-file={self.place}/munge.seed", *files)
        self.wait_for(lambda: os.path.exists(f"{self.place}/munge.socket"))
        self.spawn(*self.inside("head"), "slurmctld", "-D")
        for name in self.names:
            self.spawn(*self.inside(name), "slurmd", "-D", "-N", name)
        self.wait_for(lambda: self.run("sinfo", "--noheader", "--format=%T %D").split() == ["idle", str(len(self.names))])

    def spawn(self, *arguments):
        log = open(os.path.join(self.place, "output"), "ab")
        process = subprocess.Popen(arguments, env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        log.close()
        self.processes.append(process)
        return process

    def inside(self, name):
        """The beginning of a command line that runs on a machine of the cluster."""
        return ["nsenter", "--target", str(self.holders[name].pid), "--net", "--uts"]

    def run(self, *arguments, on="head"):
        done = subprocess.run([*self.inside(on), *arguments], env=self.environment, capture_output=True, text=True, timeout=60)
        return done.stdout

    def await_namespace(self, holder):
        own = os.readlink("/proc/self/ns/net")
        self.wait_for(lambda: os.readlink(f"/proc/{holder.pid}/ns/net") != own)

    def connect(self):
        """Joins the machines with a bridge on the head."""

        def ip(name, *arguments):
            subprocess.run([*self.inside(name), "ip", *arguments], env=self.environment, check=True)

        ip("head", "link", "add", "bridge", "type", "bridge")
        ip("head", "address", "add", "10.77.0.1/24", "dev", "bridge")
        ip("head", "link", "set", "bridge", "up")
        for number, name in enumerate(self.names):
            peer = ["peer", "name", "eth0", "netns", str(self.holders[name].pid)]
            ip("head", "link", "add", name, "type", "veth", *peer)
            ip("head", "link", "set", name, "master", "bridge", "up")
            ip(name, "address", "add", f"10.77.0.{10 + number}/24", "dev", "eth0")
            ip(name, "link", "set", "eth0", "up")

    def wait_for(self, condition, seconds=30):
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                raise RuntimeError(f"the cluster hangs: {pathlib.Path(self.place, 'output').read_text()[-2000:]}")
            time.sleep(0.1)

    def jobs(self):
        """The states of the jobs that are not over."""
        return self.run("squeue", "--noheader", "--format=%T").split()

    def ended_jobs(self, name):
        """How the jobs of a name ended that are over."""
        path = pathlib.Path(self.place, "completed")
        lines = path.read_text().splitlines() if path.exists() else []
        jobs = [dict(field.split("=", 1) for field in line.split() if "=" in field) for line in lines]
        return [job["JobState"] for job in jobs if job["Name"] == name]

    def stop(self):
        try:
            if self.holders:
                self.run("scancel", "--me")
                self.wait_for(lambda: not self.jobs())
        finally:
            # The namespaces last, whose ends the daemons would notice.
            for process in [*self.processes[len(self.holders):], *self.holders.values()]:
                process.terminate()
            for process in self.processes:
                try:
                    process.wait(timeout=20)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
            self.door.shut()
            shutil.rmtree(self.place)
