import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hmacSha256, raw, sha256 } from '../test/by-node-crypto.js';
import { exampleDraw } from '../test/example.js';
import { verifyDrawFile, type DrawFile } from './index.js';

const example = JSON.parse(
  readFileSync(join(import.meta.dirname, '../test/worked-example.json'), 'utf8'),
) as DrawFile;

describe('The worked example', () => {
  const { notice, list, seed, publicValue, drawnAt, key, ranking, hash } = example;

  it('is what this library draws', () => {
    expect(exampleDraw()).toEqual(example);
    expect(verifyDrawFile(example)).toEqual([]);
  });

  it('commits to the seed under the number of the project', () => {
    expect(sha256('seed', notice.project, raw(seed))).toBe(notice.seedCommitment);
  });

  it('has a notice that fixes the public value', () => {
    const { publication, issue, quantity, form, appearsAt, where } = notice.publicValue;
    const terms = [notice.project, notice.title, notice.publishedAt, notice.closesAt];

    expect(
      sha256(
        'notice',
        ...terms,
        notice.seedCommitment,
        ...[publication, issue, quantity, form, appearsAt, where],
      ),
    ).toBe(notice.hash);
  });

  it('has a list that fixes agencies, exclusions and the moment', () => {
    const [out] = list.excluded;
    const [reason] = out!.reasons;

    expect(
      sha256(
        'list',
        ...[notice.project, list.frozenAt, '3'],
        ...list.entries.flatMap(({ creditCode, name }) => [creditCode, name]),
        ...['1', out!.creditCode, out!.name, '1', reason!.rule, reason!.zh, reason!.en],
      ),
    ).toBe(list.hash);
  });

  it('is drawn by a key from all of it', () => {
    expect(
      sha256('key', notice.project, notice.hash, list.hash, raw(seed), publicValue.value),
    ).toBe(key);
  });

  it('is ordered by the scores under that key', () => {
    const scored = list.entries
      .map(({ creditCode }) => ({ creditCode, score: hmacSha256(key, 'score', creditCode) }))
      .sort((a, b) => Buffer.compare(raw(a.score), raw(b.score)));

    expect(scored.map((entry, index) => ({ place: index + 1, ...entry }))).toEqual(ranking);
  });

  it('is closed by a hash over the record', () => {
    const { publication, issue, value, readAt } = publicValue;

    expect(
      sha256(
        'file',
        ...[notice.hash, list.hash, raw(seed), publication, issue, value, readAt, drawnAt],
        ...[raw(key), '3'],
        ...ranking.flatMap(({ place, creditCode, score }) => [
          String(place),
          creditCode,
          raw(score),
        ]),
      ),
    ).toBe(hash);
  });
});
