import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

/** Reads `[{ file, as }]` from stdin, lints each file as if it stood at `as`, prints what was found. */
const cases = JSON.parse(await text(process.stdin));
const eslint = new ESLint();
const found = [];
for (const { file, as } of cases) {
  const [result] = await eslint.lintText(await readFile(file, 'utf8'), { filePath: as });
  found.push(result.messages.map(({ ruleId, message }) => ({ rule: ruleId, message })));
}
process.stdout.write(JSON.stringify(found));
