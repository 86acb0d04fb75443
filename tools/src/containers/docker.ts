import { spawn, spawnSync } from 'node:child_process';

/** How a program ended that was run to its end. */
export interface Ending {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, whatever that is. */
export function ending(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const [stdout, stderr]: [string[], string[]] = [[], []];
    child.stdout.setEncoding('utf8').on('data', (text: string) => stdout.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => stderr.push(text));
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({ code: code ?? 1, stdout: stdout.join(''), stderr: stderr.join('') }),
    );
  });
}

/** What a program prints; throws with what it complains of when it fails. */
export async function outputOf(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  const { code, stdout, stderr } = await ending(command, args, options);
  if (code === 0) return stdout;
  throw new Error(`${[command, ...args].join(' ')} ended with ${code}: ${stderr || stdout}`);
}

export const docker = (...args: readonly string[]): Promise<string> => outputOf('docker', args);

/** Whether a program is here and answers. */
export type Works = (command: string, ...args: readonly string[]) => boolean;

const worksHere: Works = (command, ...args) =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** The words of whichever Compose there is: Docker's own plug-in, or the older program of its own. */
export function composeCommand(
  works: Works = worksHere,
): readonly [string, ...string[]] | undefined {
  if (works('docker', 'compose', 'version')) return ['docker', 'compose'];
  if (works('docker-compose', 'version')) return ['docker-compose'];
  return undefined;
}

/** Why nothing can be run in containers here, and what to do about it; undefined where everything is there. */
export function whatIsMissing(works: Works = worksHere): string | undefined {
  if (!works('docker', '--version'))
    return 'There is no Docker here: install it (Debian: apt-get install docker.io docker-compose) and start it. Everything else is proven without it by npm test.';
  if (!works('docker', 'version'))
    return 'Docker is installed, but its service does not answer: start it (systemctl start docker, or dockerd), and see that you may use it (docker version).';
  if (composeCommand(works) === undefined)
    return 'Docker is here, Compose is not: install docker-compose-plugin or docker-compose.';
  return undefined;
}
