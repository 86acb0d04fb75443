import { readFileSync } from 'node:fs';
import { Refusal } from '@onewindow/kernel';
import { WorkingCalendar, explanationText } from '@onewindow/statutory-clock';
import { answerCase } from './answer-case.js';
import { agreement } from './agreement.js';
import { complaintLines, explainCase } from './explain-case.js';
import { readCase } from './read-case.js';

const USAGE = `Usage:
  npm run clock -- FILE.json           answers every case of the file as a JSON array
  npm run clock -- explain '<case>'    explains the date of one case, in Chinese and in English`;

const calendar = WorkingCalendar.published();

function answerFile(path: string): void {
  const cases: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(cases)) throw new SyntaxError('the file must hold a JSON array of cases');
  const answers = cases.map((each: unknown) => answerCase(each, calendar));
  process.stdout.write(`${JSON.stringify(answers, null, 1)}\n`);
  process.stderr.write(`${agreement(cases, answers)}\n`);
}

function explain(text: string): void {
  const { zh, en } = explanationText(explainCase(readCase(JSON.parse(text)), calendar));
  process.stdout.write(`${zh}\n\n${en}\n`);
}

/** Exit codes: 0 answered, 1 refused or unreadable, 2 called wrongly. */
function run([first, second, ...more]: readonly string[]): number {
  try {
    if (first === 'explain' && second !== undefined && more.length === 0) explain(second);
    else if (first !== undefined && first !== 'explain' && second === undefined) answerFile(first);
    else {
      process.stderr.write(`${USAGE}\n`);
      return 2;
    }
    return 0;
  } catch (error) {
    const lines = error instanceof Refusal ? complaintLines(error.unmet) : [String(error)];
    process.stderr.write(`${lines.join('\n')}\n`);
    return 1;
  }
}

process.exitCode = run(process.argv.slice(2));
