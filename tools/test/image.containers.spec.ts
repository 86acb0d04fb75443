import { docker } from '../src/containers/docker.js';
import { SPEC_IMAGES } from '../src/containers/images.js';

const [RUNTIME, SET_UP] = SPEC_IMAGES;
/** What installs, builds or fetches: nobody who gets in should find it there. */
const TOOLS = ['npm', 'npx', 'yarn', 'corepack', 'nx', 'tsc', 'swc', 'jest', 'gcc', 'cc', 'make'];
const FETCHERS = ['git', 'curl', 'wget', 'python3'];
/** Packages that only build and test. */
const PACKAGES = ['typescript', '@swc/core', 'nx', '@nx', 'jest', 'eslint', 'prettier', 'vite'];

/** Left out of a search: what other people wrote. */
const OURS = '-path /onewindow/node_modules -prune -o';

const inside = async (image: string, script: string): Promise<readonly string[]> => {
  const isolated = ['--rm', '--network', 'none', '--entrypoint', 'bash', image];
  const printed = await docker('run', ...isolated, '-c', script);
  return printed.split('\n').filter((line) => line !== '');
};

describe.each([
  ['that services run from', RUNTIME],
  ['of the set-up', SET_UP],
])('The image %s', (_, image) => {
  it('holds nothing to build, install or fetch with', async () => {
    const names = [...TOOLS, ...FETCHERS].join(' ');

    expect(await inside(image, `for each in ${names}; do command -v $each; done; true`)).toEqual(
      [],
    );
    const paths = PACKAGES.map((each) => `/onewindow/node_modules/${each}`).join(' ');
    expect(await inside(image, `ls -d ${paths} 2>/dev/null; true`)).toEqual([]);
  });

  it('holds no sources, no specs and no settings of a registry', async () => {
    const strange = ['*.ts', '*.tsx', '*.spec.js', '.npmrc', 'Dockerfile', '.env'];
    const named = strange.map((each) => `-name '${each}'`).join(' -o ');

    expect(await inside(image, `find /onewindow ${OURS} -type f \\( ${named} \\) -print`)).toEqual(
      [],
    );
  });

  it('runs as an ordinary user who owns none of its files, unless told otherwise', async () => {
    expect(await inside(image, 'id -u')).toEqual(['10001']);
    expect(await inside(image, 'find /onewindow /usr/local -user 10001 -print -quit')).toEqual([]);
    expect(await inside(image, 'find /onewindow -perm -o+w -not -type l -print -quit')).toEqual([]);
  });

  it('has no secret in its history or its environment', async () => {
    const history = await docker('history', '--no-trunc', '--format', '{{.CreatedBy}}', image);
    const environment = await docker('image', 'inspect', '--format', '{{json .Config.Env}}', image);

    expect(history + environment).not.toMatch(/password|secret|token|_auth/i);
  });
});

describe('The image that services run from', () => {
  it('asks its process after its health', async () => {
    const check = await docker(
      'image',
      'inspect',
      '--format',
      '{{json .Config.Healthcheck}}',
      RUNTIME,
    );

    expect(JSON.parse(check)).toMatchObject({ Test: ['CMD', 'healthy'] });
  });

  it('starts the program that the pinned Node runs', async () => {
    const [version = ''] = await inside(RUNTIME, 'node --version');

    expect(Number.parseInt(version.slice(1))).toBe(24);
  });
});

describe('The image of the set-up', () => {
  it('has the program for certificates', async () => {
    expect(await inside(SET_UP, 'command -v openssl')).toHaveLength(1);
  });
});
