import { parseArgs } from 'node:util';
import { explainDraw, type DrawStepTold, type PublishedHashes } from '@onewindow/draw';

const USAGE = `Usage: npm run draw:verify -- FILE [--notice HASH] [--list HASH] [--json]
用法：npm run draw:verify -- 文件 [--notice 公告哈希] [--list 名单哈希] [--json]

Computes a random draw again from its published file (format onewindow-draw/1).
根据公布的抽取文件重新计算随机抽取结果。

  --notice HASH  the hash that was published with the notice  公告发布时公布的哈希值
  --list HASH    the hash that was published at closing       报名截止时公布的名单哈希值
  --json         one JSON document instead of the steps       输出JSON文档

Exit code 0: the draw is right; 1: it is not; 2: it could not be verified.
退出码 0：抽取无误；1：抽取有误；2：无法核验。`;

const WITHOUT_HASHES = `  提示：只有与您当时抄录的公告哈希和名单哈希比对（--notice、--list），才能发现整份文件被重新制作。
  Note: only the hashes you noted from the notice and at closing (--notice, --list) reveal a file that was made anew as a whole.`;

export interface DrawVerification {
  readonly text: string;
  readonly errors: string;
  readonly exitCode: 0 | 1 | 2;
}

/** What `npm run draw:verify` answers to its arguments. */
export function verifyDraw(
  args: readonly string[],
  read: (path: string) => string,
): DrawVerification {
  try {
    const { file, published, json } = calledWith(args);
    const steps = explainDraw(JSON.parse(read(file).replace(/^\uFEFF/, '')), published);
    const isRight = steps.every(({ faults }) => faults.length === 0);
    const text = json ? documentOf(steps, isRight) : pageOf(steps, isRight, published);
    return { text, errors: '', exitCode: isRight ? 0 : 1 };
  } catch (error) {
    return { text: '', errors: complaintOf(error), exitCode: 2 };
  }
}

class CalledWrongly extends Error {}

function calledWith(args: readonly string[]) {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  const hashes = [values.notice, values.list].filter((hash) => hash !== undefined);
  if (file === undefined || more.length > 0) throw new CalledWrongly();
  if (!hashes.every((hash) => /^[0-9a-fA-F]{64}$/.test(hash))) throw new CalledWrongly();
  const published: PublishedHashes = {
    ...(values.notice !== undefined && { notice: values.notice.toLowerCase() }),
    ...(values.list !== undefined && { list: values.list.toLowerCase() }),
  };
  return { file, published, json: values.json };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        notice: { type: 'string' },
        list: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch {
    throw new CalledWrongly();
  }
}

function complaintOf(error: unknown): string {
  if (error instanceof CalledWrongly) return USAGE;
  const reason = error instanceof Error ? error.message : String(error);
  return error instanceof SyntaxError
    ? `文件不是JSON文档：${reason}\nThe file is no JSON document: ${reason}`
    : `无法读取文件：${reason}\nThe file cannot be read: ${reason}`;
}

const documentOf = (steps: readonly DrawStepTold[], isRight: boolean): string =>
  JSON.stringify(
    { verified: isRight, faults: steps.flatMap(({ faults }) => faults), steps },
    null,
    2,
  );

function pageOf(
  steps: readonly DrawStepTold[],
  isRight: boolean,
  published: PublishedHashes,
): string {
  const isCompared = published.notice !== undefined && published.list !== undefined;
  return [
    ...steps.flatMap(linesOf),
    '',
    isRight
      ? '抽取无误：任何人重新计算都得到同样的结果。\nThe draw is right: whoever computes it again gets the same result.'
      : '抽取有误：见上文标有“✗”的各项。\nThe draw is NOT right: see everything marked ✗ above.',
    ...(isRight && !isCompared ? [WITHOUT_HASHES] : []),
  ].join('\n');
}

function linesOf({ title, lines, faults }: DrawStepTold, index: number): string[] {
  const mark = faults.length > 0 ? '✗' : lines.length > 0 ? '✓' : '–';
  return [
    `${mark} ${index + 1}. ${title.zh} · ${title.en}`,
    ...lines.flatMap(({ zh, en }) => (zh === en ? [`     ${zh}`] : [`     ${zh}`, `     ${en}`])),
    ...faults.flatMap(({ message, path, fault }) => [
      `   ✗ ${message.zh}（${path === '' ? fault : `${path}，${fault}`}）`,
      `     ${message.en} (${path === '' ? fault : `${path}, ${fault}`})`,
    ]),
  ];
}
