import { generatedFiles } from '../src/generate/generated-files.js';
import { staleFiles } from '../src/generate/stale-files.js';
import { repositoryRoot } from './repository.js';

describe('What is generated', () => {
  it('says what the code says: npm run generate would change nothing', async () => {
    const files = await generatedFiles(repositoryRoot, 'src');

    expect(staleFiles(repositoryRoot, files).map(({ path }) => path)).toEqual([]);
  });

  it('includes the states of every service that shows them', async () => {
    const files = await generatedFiles(repositoryRoot, 'src');
    const readmes = files.filter(({ path }) => path.endsWith('README.md'));

    expect(readmes.length).toBeGreaterThan(0);
    expect(
      readmes.filter(({ text }) => !text.includes('stateDiagram-v2')).map(({ path }) => path),
    ).toEqual([]);
  });
});
