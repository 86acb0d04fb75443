import { exampleDraw } from '../test/example.js';
import { verifyDrawFile } from './index.js';

describe('A draw', () => {
  it('is right to whoever computes it again from its file', () => {
    const file = exampleDraw();

    expect(verifyDrawFile(JSON.parse(JSON.stringify(file)))).toEqual([]);
  });
});
