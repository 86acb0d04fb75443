import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Refusal } from '@onewindow/kernel';
import { refusalLines } from '../start/lines.js';
import { timelineLines, type DemoReport, type DrawReport } from './demo-report.js';
import { onOwnPlatform } from './own-platform.js';
import { onPlatformAt } from './platform-elsewhere.js';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** A platform that is running already, on a simulated clock; without it one is started for the story. */
    url: { type: 'string' },
    /** JSON file with the password of each demonstration account, when the platform is elsewhere. */
    passwords: { type: 'string' },
    /** Where to keep the published file of the market's draw, for `npm run draw:verify`. */
    draw: { type: 'string' },
    /** List of databases whose journals are verified, when the platform is elsewhere; as `npm run verify` takes it. */
    databases: { type: 'string' },
  },
});

/** With `--json` stdout is the document alone. */
const say = (line: string) => {
  (options.json ? console.error : console.log)(line);
};

function close(report: DemoReport): void {
  timelineLines(report.timeline).forEach(say);
  const verdict = report.verified
    ? 'The journals verify.'
    : 'The journals were not verified here: their databases are out of reach. Where they are, run npm run verify.';
  say(`${verdict} The story took ${report.seconds} s.`);
  if (options.draw !== undefined) keepDraw(options.draw, report.draw);
  if (options.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
}

function keepDraw(path: string, { file, noticeHash, listHash }: DrawReport): void {
  writeFileSync(path, `${JSON.stringify(file, null, 2)}\n`);
  say(`The draw: npm run draw:verify -- ${path} --notice ${noticeHash} --list ${listHash}`);
}

try {
  const { url, passwords, databases } = options;
  close(
    await (url === undefined
      ? onOwnPlatform(say)
      : onPlatformAt(url, { passwords, databases, say })),
  );
} catch (error) {
  if (error instanceof Refusal) refusalLines(error).forEach((line) => console.error(line));
  else console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
