import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPostgres, endKept, freePort, startKeeper } from '@onewindow/local-servers';
import type { DataFolder } from '../platform/data-folder.js';
import { lockFolder, runningIn } from '../platform/folder-lock.js';
import { verifyRefusals } from './refusals.js';

/** The PostgreSQL of a data folder while somebody looks into it. */
export interface OpenPostgres {
  /** Any role and database of it can be put into this URL. */
  readonly url: string;
  close(): Promise<void>;
}

/** Line 4 of postmaster.pid is the port. */
const PORT_LINE = 3;

/**
 * Uses the server of the running platform, else starts it for the time being. A platform on somebody else's
 * PostgreSQL is found by the same `DATABASE_URL`.
 */
export async function openPostgres(
  folder: DataFolder,
  databaseUrl: string | undefined,
): Promise<OpenPostgres> {
  if (databaseUrl !== undefined) return { url: databaseUrl, close: () => Promise.resolve() };
  const data = join(folder.postgres, 'data');
  if (!existsSync(join(data, 'PG_VERSION'))) {
    throw verifyRefusals.refuse('no-database-here', [
      {
        rule: 'database-there',
        path: 'OW_DATA_DIR',
        message: {
          zh: `${folder.root} 中没有数据库。`,
          en: `There is no database in ${folder.root}.`,
        },
      },
    ]);
  }
  if (runningIn(folder.running) === undefined) return startFor(folder);
  const port = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[PORT_LINE]?.trim();
  return { url: `postgresql://127.0.0.1:${port ?? ''}/`, close: () => Promise.resolve() };
}

async function startFor(folder: DataFolder): Promise<OpenPostgres> {
  const lock = await lockFolder(folder.running, () => new Date());
  await endKept(folder.kept);
  const keeper = startKeeper(folder.kept);
  const server = createPostgres({
    folder: folder.postgres,
    port: await freePort(),
    kept: folder.kept,
  });
  const close = async () => {
    await server.stop('fast');
    keeper.close();
    lock.release();
  };
  try {
    await server.start();
    return { url: server.superuserUrl(), close };
  } catch (error) {
    await close();
    throw error;
  }
}
