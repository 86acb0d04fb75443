import { eventually } from '@onewindow/testing';
import { ItemIndexer } from './item-indexer.js';

/** An index with so many items queued; it notes each thing it was asked to do. */
function indexWith(queued: number) {
  const acts: string[] = [];
  let left = queued;
  return {
    acts,
    takeBatch: (most: number) => {
      const taken = Math.min(most, left);
      left -= taken;
      acts.push(taken === 0 ? 'nothing left' : 'written');
      return Promise.resolve(taken);
    },
    know: () => {
      acts.push('looked at');
      return Promise.resolve();
    },
  };
}

async function drained(queued: number): Promise<readonly string[]> {
  const index = indexWith(queued);
  const indexer = new ItemIndexer(index);
  indexer.start();
  await eventually(() => expect(index.acts).toContain('nothing left'));
  await indexer.stop();
  return index.acts;
}

describe('Writing what was published into the index', () => {
  it('has PostgreSQL look at the catalogue at the beginning and at the end of a large import', async () => {
    expect(await drained(600)).toEqual([
      'written',
      'looked at',
      'written',
      'written',
      'nothing left',
      'looked at',
    ]);
  });

  it('does not for a few publications, which hardly change how much there is', async () => {
    expect(await drained(40)).toEqual(['written', 'nothing left']);
  });

  it('lets whoever searches wait for a few, and not for many', async () => {
    expect(await new ItemIndexer(indexWith(50)).catchUp(50)).toBe(true);
    expect(await new ItemIndexer(indexWith(51)).catchUp(51)).toBe(false);
  });

  it('has whoever searches look again at what somebody else has written meanwhile', async () => {
    expect(await new ItemIndexer(indexWith(0)).catchUp(1)).toBe(true);
  });
});
