import { eventContracts, requestContracts } from '@onewindow/contracts';
import { generatedFiles } from '../src/generate/generated-files.js';
import { readText, repositoryFiles, repositoryRoot } from './repository.js';

describe('A service', () => {
  it('shows the states of what it decides in its README', async () => {
    const files = await generatedFiles(repositoryRoot, 'src');
    const deciding = repositoryFiles.flatMap(
      (path) => /^apps\/[^/]+(?=\/src\/domain\/)/.exec(path) ?? [],
    );
    const readmes = [...new Set(deciding)].map((service) => `${service}/README.md`);

    expect(readmes.length).toBeGreaterThan(0);
    for (const readme of readmes) {
      expect(files.find(({ path }) => path === readme)?.text).toContain('stateDiagram-v2');
    }
  });
});

describe('Every version of a contract', () => {
  const ids = [...eventContracts, ...requestContracts].map(({ id }): string => id);

  it('is shown by a golden sample, and no sample is left over', () => {
    const samples = repositoryFiles.flatMap(
      (path) => /^libs\/contracts\/samples\/(.+)\.json$/.exec(path)?.[1] ?? [],
    );

    expect(samples.toSorted()).toEqual(ids.toSorted());
  });

  it('stands on a generated page', () => {
    const pages = readText('docs/events.md') + readText('docs/permissions.md');

    expect(ids.filter((id) => !pages.includes(`\`${id}\``))).toEqual([]);
  });
});
