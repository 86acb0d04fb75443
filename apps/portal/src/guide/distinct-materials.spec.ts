import { distinctMaterials } from './distinct-materials.js';

const material = (code: string) => ({
  code,
  name: `name of ${code}`,
  necessity: 'required' as const,
  source: 'applicant' as const,
  acceptanceStandard: 'legible',
});

describe('The materials of a bundle', () => {
  it('name each material once, with every item that asks for it', () => {
    const items = [
      { name: 'Food', materials: [material('licence'), material('layout')] },
      { name: 'Sign', materials: [material('design'), material('licence')] },
    ];

    expect(distinctMaterials(items)).toEqual([
      { code: 'licence', name: 'name of licence', usedBy: ['Food', 'Sign'] },
      { code: 'layout', name: 'name of layout', usedBy: ['Food'] },
      { code: 'design', name: 'name of design', usedBy: ['Sign'] },
    ]);
  });

  it('are none where no item asks for any', () => {
    expect(distinctMaterials([{ name: 'Food', materials: [] }])).toEqual([]);
  });
});
