import { layoutOf } from './diagram-layout.js';

const stage = (code: string, ...after: readonly string[]) => ({
  code,
  name: `${code}环节`,
  note: '审查人员',
  after,
});

const xOf = (drawn: ReturnType<typeof layoutOf>, code: string) =>
  drawn.boxes.find((box) => box.code === code)?.x ?? Number.NaN;

describe('The drawing of a process', () => {
  const stages = [
    stage('decision', 'check', 'visit'),
    stage('review'),
    stage('check', 'review'),
    stage('visit', 'review'),
  ];

  it('goes from left to right, whatever order the stages are listed in', () => {
    const drawn = layoutOf(stages, []);
    expect(xOf(drawn, 'review')).toBeLessThan(xOf(drawn, 'check'));
    expect(xOf(drawn, 'check')).toBeLessThan(xOf(drawn, 'decision'));
  });

  it('puts what goes on side by side one below the other, and nothing on top of anything', () => {
    const { boxes } = layoutOf(stages, []);
    const overlaps = boxes.filter((one) =>
      boxes.some(
        (other) =>
          other !== one &&
          Math.abs(one.x - other.x) < (one.width + other.width) / 2 &&
          Math.abs(one.y - other.y) < (one.height + other.height) / 2,
      ),
    );
    expect(overlaps).toEqual([]);
  });

  it('has a line for each stage that comes before another', () => {
    expect(layoutOf(stages, []).lines).toHaveLength(4);
  });

  it('leads ways back below the boxes and inside the drawing', () => {
    const flat = layoutOf(stages, []);
    const drawn = layoutOf(stages, [
      { from: 'decision', to: 'review' },
      { from: 'check', to: 'review' },
    ]);
    expect(drawn.returns).toHaveLength(2);
    const lowest = drawn.returns.map((path) => Number(/ V(\S+) H/.exec(path)?.[1]));
    expect(Math.min(...lowest)).toBeGreaterThan(flat.height);
    expect(Math.max(...lowest)).toBeLessThan(drawn.height);
  });

  it('draws a definition with faults as far as it goes', () => {
    const faulty = [stage('review', 'nobody', 'decision'), stage('decision', 'review')];
    const drawn = layoutOf(faulty, [{ from: 'decision', to: 'nobody' }]);
    expect(drawn.boxes).toHaveLength(2);
    expect(drawn.returns).toEqual([]);
  });
});
