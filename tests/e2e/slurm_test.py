"""Shards on a real Slurm: slurm_test.py PATH/TO/facespace-cli

Starts munge, a controller and two nodes on the loopback, in a folder of its own, sends an extraction there as a job array
(packaging/slurm), kills one node with what runs on it in the middle of its shard, and compares the merged project with that
of one machine. Skipped without Slurm, munge and root.
"""
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

CLI = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else "facespace-cli"
HERE = os.path.dirname(os.path.abspath(__file__))
SLURM = os.path.join(HERE, "..", "..", "packaging", "slurm")
NETWORKS = os.path.join(os.path.dirname(os.path.dirname(CLI)), "share", "facespace", "networks")
PROGRAMS = ("munged", "slurmctld", "slurmd", "sbatch", "squeue", "sinfo")
SHARDS, NODES, IMAGES = 4, ("one", "two"), 6000

CONFIGURATION = """
ClusterName=loopback
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={controller}
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
CredType=cred/munge
SlurmUser=root
SlurmdUser=root
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool.%n
SlurmctldPidFile={folder}/controller.pid
SlurmdPidFile={folder}/%n.pid
SlurmctldLogFile={folder}/controller.log
SlurmdLogFile={folder}/%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/linear
SwitchType=switch/none
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobRequeue=1
ReturnToService=2
SlurmdTimeout=10
KillWait=2
SchedulerParameters=batch_sched_delay=0,sched_interval=2
{nodes}
PartitionName=all Nodes={names} Default=YES MaxTime=INFINITE State=UP
"""


def missing():
    if os.geteuid() != 0:
        return "only root can start Slurm's programs"
    lacking = [p for p in PROGRAMS if shutil.which(p) is None]
    return f"not installed: {', '.join(lacking)} (Debian: slurm-wlm, munge)" if lacking else None


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for s in sockets:
        s.bind(("127.0.0.1", 0))
    ports = [s.getsockname()[1] for s in sockets]
    for s in sockets:
        s.close()
    return ports


def parent_of(process):
    with open(f"/proc/{process}/stat", encoding="utf-8", errors="replace") as f:
        return int(f.read().rsplit(")", 1)[1].split()[1])


def name_of(process):
    with open(f"/proc/{process}/comm", encoding="utf-8") as f:
        return f.read().strip()


class Cluster:
    """Slurm's programs as children of this one; nothing of a Slurm that is installed is touched."""

    def __init__(self, folder):
        self.folder, self.running = folder, {}
        controller, *ports = free_ports(1 + len(NODES))
        self.environment = {**os.environ, "SLURM_CONF": os.path.join(folder, "slurm.conf")}
        for name in ("state", *(f"spool.{n}" for n in NODES)):
            os.mkdir(os.path.join(folder, name), 0o755)
        nodes = "\n".join(f"NodeName={n} NodeHostname=localhost NodeAddr=127.0.0.1 Port={p} CPUs=1 State=UNKNOWN" for n, p in zip(NODES, ports))
        with open(self.environment["SLURM_CONF"], "w", encoding="utf-8") as f:
            f.write(CONFIGURATION.format(host=socket.gethostname(), controller=controller, folder=folder, nodes=nodes,
                                         names=",".join(NODES)))
        key = os.path.join(folder, "munge.key")
        with open(key, "wb") as f:
            f.write(os.urandom(128))
        os.chmod(key, 0o400)
        self.start("munged", "munged", "--foreground", f"--key-file={key}", f"--socket={folder}/munge.socket", "--force",
                   f"--log-file={folder}/munge.log", f"--pid-file={folder}/munge.pid", f"--seed-file={folder}/munge.seed")
        self.wait_for(lambda: os.path.exists(f"{folder}/munge.socket"), "munge")
        self.start("slurmctld", "slurmctld", "-D", "-c", "-i")
        for node in NODES:
            self.start(node, "slurmd", "-D", "-N", node)
        self.wait_for(lambda: self.ask("sinfo", "-h", "-t", "idle", "-o", "%D").strip() == str(len(NODES)), "the nodes", 60)

    def start(self, name, *words):
        log = open(os.path.join(self.folder, f"{name}.out"), "wb")
        self.running[name] = subprocess.Popen(words, env=self.environment, stdout=log, stderr=log, start_new_session=True)
        log.close()

    def ask(self, *words, check=True):
        run = subprocess.run(words, env=self.environment, capture_output=True, text=True, timeout=60)
        if check and run.returncode != 0 and words[0] != "sinfo":
            raise AssertionError(f"{words}: {run.stdout}{run.stderr}")
        return run.stdout

    def wait_for(self, happened, what, seconds=30):
        until = time.monotonic() + seconds
        while not happened():
            if time.monotonic() > until:
                raise AssertionError(f"waited {seconds} s for {what}\n{self.logs()}")
            for name, program in self.running.items():
                if program.poll() is not None:
                    raise AssertionError(f"{name} ended\n{self.logs()}")
            time.sleep(0.1)

    def logs(self):
        told = []
        for name in sorted(os.listdir(self.folder)):
            if name.endswith((".log", ".out")):
                with open(os.path.join(self.folder, name), encoding="utf-8", errors="replace") as f:
                    told.append(f"== {name}\n" + "".join(f.readlines()[-25:]))
        return "\n".join(told)

    def jobs_on(self, node):
        """Processes of the jobs that run there, and the ones that started them for the node."""
        found = set()
        for process in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open(f"/proc/{process}/environ", "rb") as f:
                    words = f.read().split(b"\0")
                conf = f"SLURM_CONF={self.environment['SLURM_CONF']}".encode()
                if f"SLURMD_NODENAME={node}".encode() not in words or conf not in words:
                    continue
                found.add(int(process))
                parent = parent_of(process)
                if name_of(parent) == "slurmstepd":
                    found.add(parent)
            except (OSError, ValueError):
                continue  # it has ended
        return found

    def kill_node(self, node):
        """As if its power were cut: the daemon first, so that it cannot tell."""
        self.end(node)
        for _ in range(3):  # what was just being started
            for process in self.jobs_on(node):
                try:
                    os.kill(process, signal.SIGKILL)
                except ProcessLookupError:
                    pass

    def end(self, name):
        program = self.running.pop(name)
        program.kill()
        program.wait()

    def stop(self):
        for node in NODES:
            if node in self.running:
                self.kill_node(node)
        for name in list(self.running):
            self.end(name)


def cli(*words):
    run = subprocess.run([CLI, *map(str, words)], capture_output=True, text=True, timeout=600)
    if run.returncode != 0:
        raise AssertionError(f"{words}: exit {run.returncode}\n{run.stdout}\n{run.stderr}")
    return run.stdout


def rows(project, query):
    db = sqlite3.connect(f"file:{project}?mode=ro", uri=True, timeout=30)
    try:
        return db.execute(query).fetchall()
    finally:
        db.close()


def count_in(shard):
    """Features that were written already, so far as can be seen from outside."""
    try:
        return rows(shard, "SELECT count(*) FROM feature")[0][0]
    except sqlite3.Error:
        return 0


@unittest.skipIf(missing(), missing())
class Slurm(unittest.TestCase):
    def setUp(self):
        self.dir = tempfile.mkdtemp(prefix="facespace-slurm-", dir="/tmp")
        self.addCleanup(shutil.rmtree, self.dir, ignore_errors=True)
        # Munge wants its folder to be nobody else's to write in.
        os.chmod(self.dir, 0o755)
        folder = os.path.join(self.dir, "slurm")
        os.mkdir(folder, 0o755)
        self.cluster = None
        self.addCleanup(lambda: self.cluster and self.cluster.stop())
        self.cluster = Cluster(folder)
        self.cluster.environment["PATH"] = os.path.dirname(CLI) + ":" + os.environ["PATH"]

    def make_projects(self):
        """Few images, each under many names, so that a shard takes a while."""
        made, faces = os.path.join(self.dir, "set"), os.path.join(self.dir, "faces")
        cli("synth", "-o", made, "--identities", 10, "--images", 60, "--size", 64)
        for where, _, files in os.walk(os.path.join(made, "images")):
            person = os.path.join(faces, os.path.basename(where))
            os.makedirs(person)
            for name in files:
                for i in range(IMAGES // 60):
                    os.link(os.path.join(where, name), os.path.join(person, f"{i}_{name}"))
        projects = [os.path.join(self.dir, name) for name in ("one.facespace", "many.facespace")]
        for project in projects:
            cli("import", faces, "-o", project)
        return projects

    def submit(self, project, network):
        run = subprocess.run(["sh", os.path.join(SLURM, "submit.sh"), str(SHARDS), project, "--network", network, "--align", "centre", "--batch", "4"],
                             env={**self.cluster.environment, "SBATCH_OPTIONS": f"--output={self.dir}/job-%A-%a.txt"},
                             capture_output=True, text=True, timeout=60)
        self.assertEqual(run.returncode, 0, run.stderr)
        return run.stdout.strip()

    def told(self):
        """What the jobs printed, for a failure."""
        texts = []
        for name in sorted(os.listdir(self.dir)):
            if name.startswith("job-"):
                with open(os.path.join(self.dir, name), encoding="utf-8") as f:
                    texts.append(f"== {name}\n{f.read()[-2000:]}")
        return "\n".join(texts) + self.cluster.logs()

    def shards_on(self, node, project):
        """The numbers of the tasks that run there."""
        listed = self.cluster.ask("squeue", "-h", "-t", "running", "-w", node, "-o", "%K").split()
        return [f"{project[:-len('.facespace')]}.shard-{n}-of-{SHARDS}.facespace" for n in listed if n.isdigit()]

    def requeued(self, merge, number):
        """Whether the task waits again; it need not wait for long."""
        waiting = self.cluster.ask("squeue", "-h", "-r", "-t", "pending", "-o", "%F %K %r").splitlines()
        mine = [line.split()[0] for line in waiting if line.split()[1:] == [number, "BeginTime"] and line.split()[0] != merge]
        if mine:
            self.cluster.ask("scontrol", "update", f"JobId={mine[0]}_{number}", "StartTime=now")
        return bool(mine)

    def test_a_node_that_dies_costs_nothing(self):
        one, many = self.make_projects()
        network = os.path.join(NETWORKS, "rendered-a.json")
        cli("extract", one, "--network", network, "--align", "centre", "--batch", 4)
        merge = self.submit(many, network)
        victim = NODES[1]
        midway = []

        def in_the_middle():
            for shard in self.shards_on(victim, many):
                if 0 < count_in(shard) < IMAGES // SHARDS:
                    midway.append(shard)
                    return True
            return False

        self.cluster.wait_for(in_the_middle, "a shard on the second node", 120)
        self.cluster.kill_node(victim)
        shard = midway[0]
        done = count_in(shard)
        self.assertGreater(done, 0)
        self.assertLess(done, IMAGES // SHARDS, "the shard was done before its node died")
        # Slurm waits two minutes before it starts a task of a dead node again.
        number = shard.split(".shard-")[1].split("-")[0]
        self.cluster.wait_for(lambda: self.requeued(merge, number), "the shard to be queued again", 120)
        state = lambda: self.cluster.ask("squeue", "-h", "-j", merge, "-t", "all", "-o", "%T", check=False).strip()
        self.cluster.wait_for(lambda: state() in ("", "COMPLETED", "FAILED", "CANCELLED"), "the merge", 400)
        restarts = [name for name in os.listdir(self.dir) if name.startswith("job-") and name.endswith(f"-{number}.txt")]
        self.assertEqual(len(restarts), 1)
        with open(os.path.join(self.dir, restarts[0]), encoding="utf-8") as f:
            self.assertIn(f"{done} there before", f.read().replace(",", ""), self.told())
        for query in ("SELECT * FROM image ORDER BY id",
                      "SELECT name, sha256, settings_json, descriptor_json FROM network",
                      "SELECT image_id, vector FROM feature ORDER BY image_id", "SELECT * FROM skipped"):
            self.assertEqual(rows(one, query), rows(many, query), self.told())
        self.assertEqual(len(rows(many, "SELECT id FROM feature")), IMAGES)


if __name__ == "__main__":
    unittest.main()
