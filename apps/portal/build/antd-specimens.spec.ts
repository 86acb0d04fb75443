import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANTD_SPECIMENS } from './antd-specimens.js';

const source = join(import.meta.dirname, '../src');
const texts = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tsx'))
  .map((path) => readFileSync(join(source, path), 'utf8'));

/** Draws nothing of its own. */
const WITHOUT_STYLE = new Set(['ConfigProvider']);

/** `Input` and `Input.Search`: what the pages import from Ant Design, and the parts of it that they use. */
function used(): readonly string[] {
  return texts.flatMap((text) => {
    const [, names = ''] = /import \{([^}]+)\} from 'antd'/.exec(text) ?? [];
    const components = names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => /^[A-Z]/.test(name));
    const parts = components.flatMap((name) =>
      [...text.matchAll(new RegExp(`\\b${name}\\.[A-Z]\\w+`, 'g'))].map(([part]) => part),
    );
    return [...components, ...parts];
  });
}

describe('The style sheet of the pages', () => {
  it('holds the styles of every component of Ant Design that they use, and of no other', () => {
    const needed = new Set(used().filter((name) => !WITHOUT_STYLE.has(name)));

    expect([...needed].sort()).toEqual(ANTD_SPECIMENS.map(([name]) => name).sort());
  });
});
