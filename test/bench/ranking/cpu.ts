import fs from 'node:fs';

/** Of one clock tick of Linux, in seconds. */
const TICK = 0.01;

/** CPU time of this process so far, in seconds; all its threads. */
export function ownCpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** CPU seconds of this process that some work takes. */
export function cpuOf(work: () => void): number {
  const before = ownCpu();
  work();
  return ownCpu() - before;
}

/** CPU time so far of one process of the database server, in seconds, in steps of 10 ms. Linux only. */
export function cpuOfProcess(pid: number): number {
  const [, , , , , , , , , , , user, system] = statOf(pid);
  return (Number(user) + Number(system)) * TICK;
}

/** CPU time so far of all processes that a server has started and that live, and of those that have ended. */
export function cpuOfServer(postmaster: number): number {
  const [, , , , , , , , , , , user, system, endedUser, endedSystem] = statOf(postmaster);
  const children = fs.readdirSync('/proc').map(Number).filter((pid) => pid > 0 && parentOf(pid) === postmaster);
  const own = (Number(user) + Number(system) + Number(endedUser) + Number(endedSystem)) * TICK;
  return own + children.reduce((sum, pid) => sum + cpuOfProcess(pid), 0);
}

/** The fields of /proc/<pid>/stat after the name, which may hold anything; the state is number 0. */
function statOf(pid: number): string[] {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(statOf(pid)[1]);
  } catch {
    return undefined; // ended meanwhile
  }
}
