import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 100;

/** Runs the work while no other process of this clone does; a lock whose holder died is taken over. */
export async function withLock(file, tell, work) {
  mkdirSync(dirname(file), { recursive: true });
  let hasTold = false;
  while (!isTaken(file)) {
    const holder = holderOf(file);
    if (holder === undefined || !isRunning(holder)) {
      clearDead(file, holder);
    } else if (!hasTold) {
      tell(`Waiting for process ${holder} to prepare this clone …`);
      hasTold = true;
    }
    await pause(POLL_MS);
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** A link appears with its content, so nobody ever reads a lock that is half written. */
function isTaken(file) {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Moved aside first and looked at again: of two who find the lock dead, one may have taken it meanwhile. */
function clearDead(file, dead) {
  const aside = `${file}.dead-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (holderOf(aside) !== dead) linkSync(aside, file);
  rmSync(aside, { force: true });
}

function holderOf(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
