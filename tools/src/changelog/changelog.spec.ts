import { changelogOf, entriesOf, merged, readChangelog } from './changelog.js';

const COMMITS = [
  '2026-11-22 feat(draw): freeze the list',
  '2026-11-22 fix(bus): try again after four seconds: twenty are too long',
  '2026-11-22 feat(approval,intake): follow a matter',
  '2026-11-21 perf(journal)!: commit in groups',
  '2026-11-21 docs: say how',
  '2026-11-21 fix: start without a network',
  'no commit at all',
  '',
];

const PAGE = `# Changelog

What was added, fixed and made faster. Generated from the commits by \`npm run changelog\`.

## 2026-11-22

### Added

- **approval,intake**: follow a matter
- **draw**: freeze the list

### Fixed

- **bus**: try again after four seconds: twenty are too long

## 2026-11-21

### Fixed

- start without a network

### Faster

- **journal**: commit in groups (breaking)
`;

describe('The changelog', () => {
  it('says by day what was added, fixed and made faster', () => {
    expect(changelogOf(entriesOf(COMMITS))).toBe(PAGE);
  });

  it('is read back as it was written', () => {
    expect(changelogOf(readChangelog(PAGE))).toBe(PAGE);
  });

  it('keeps what a shallow clone does not know, and takes nothing twice', () => {
    const newest = entriesOf(COMMITS.slice(0, 2));
    const before = readChangelog(changelogOf(entriesOf(COMMITS.slice(1))));

    expect(changelogOf(merged(before, newest))).toBe(PAGE);
    expect(changelogOf(merged(readChangelog(PAGE), newest))).toBe(PAGE);
  });

  it('begins with nothing', () => {
    expect(readChangelog('')).toEqual([]);
    expect(changelogOf([])).toContain('# Changelog');
  });
});
