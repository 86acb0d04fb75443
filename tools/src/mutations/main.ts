import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { workspaceRoot } from '@onewindow/local-servers';
import type { Mutation } from './mutation.js';
import { mutations } from './mutations.js';
import { SourceCopy } from './source-copy.js';
import { withTable, type Verdict } from './table.js';
import { tryAllSpecs, untilRed } from './try-specs.js';

/** Fixed, so that the table says the same until somebody changes something; `--seed` tries another one. */
const SEED = 20_261_122;

const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: String(SEED) },
    /** Writes what was seen into the table of docs/model-test.md. */
    write: { type: 'boolean', default: false },
  },
});
const seed = Number(options.seed);
const wanted = mutations.filter(({ name }) => names.length === 0 || names.includes(name));
if (wanted.length === 0 || !Number.isSafeInteger(seed)) {
  console.error(`Usage: npm run mutations -- [--seed N] [--write] [name …]; there are:`);
  for (const { name } of mutations) console.error(`  ${name}`);
  process.exit(2);
}

const root = workspaceRoot();
const copy = new SourceCopy(root);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    copy.remove();
    process.exit(130);
  });
}
try {
  process.exitCode = (await unchangedIsGreen()) ? await tryAll() : 1;
} finally {
  copy.remove();
}

/** A spec that is red anyway catches nothing. */
async function unchangedIsGreen(): Promise<boolean> {
  const specs = wanted.flatMap((each) => each.specs);
  const { failed, broken, passed, seconds } = await tryAllSpecs(copy.root, specs, seed);
  console.log(`unchanged: ${String(passed)} passed in ${String(seconds)} s`);
  for (const each of failed) console.log(`  FAILS WITHOUT A MUTATION: ${each.file}: ${each.title}`);
  for (const each of broken) console.log(`  CANNOT BE LOADED: ${each}`);
  return failed.length === 0 && broken.length === 0;
}

async function tryAll(): Promise<number> {
  const verdicts: Verdict[] = [];
  for (const mutation of wanted) verdicts.push(await judged(mutation));
  if (options.write) {
    const page = join(root, 'docs', 'model-test.md');
    const all = mutations.map(({ name }) => name);
    writeFileSync(page, withTable(readFileSync(page, 'utf8'), verdicts, all));
  }
  const missed = verdicts.filter(({ isCaught }) => !isCaught);
  const minutes = (performance.now() / 60_000).toFixed(1);
  const caught = verdicts.length - missed.length;
  console.log(`${String(caught)} of ${String(verdicts.length)} caught in ${minutes} min`);
  return missed.length === 0 ? 0 : 1;
}

async function judged(mutation: Mutation): Promise<Verdict> {
  const tried = await copy.with(mutation, () => untilRed(copy.root, mutation.specs, seed));
  const isCaught = tried.failed.length > 0;
  console.log(
    `${isCaught ? 'caught    ' : 'NOT CAUGHT'}  ${mutation.name} (${String(tried.seconds)} s)`,
  );
  for (const each of tried.failed) console.log(`    ${each.file}: ${each.title}`);
  for (const each of tried.broken) console.log(`    could not be loaded: ${each}`);
  return { mutation, tried, isCaught };
}
