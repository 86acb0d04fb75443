import { rulesOf } from '../../../test/fixtures.js';
import { anOfficerInPost, competentFor } from '../../../test/officers.js';
import { publishOfficer, type Publication } from './publishing.js';

const publication = (changes: Partial<Publication> = {}): Publication => ({
  account: 'qian',
  name: '钱某',
  agency: 'bureau',
  competences: [competentFor(['review'])],
  ...changes,
});

describe('An officer of an agency', () => {
  it('is published with the roles of the post, which are those of an agency', () => {
    const { state } = publishOfficer(undefined, publication({ roles: ['approver', 'inspector'] }));
    const clerk = publication({ roles: ['window-clerk' as 'approver'] });

    expect(state.roles).toEqual(['approver', 'inspector']);
    expect(rulesOf(() => publishOfficer(undefined, clerk))).toEqual(['roles-known']);
  });
});

describe('An officer who leaves', () => {
  const leaving = publication({ left: true });

  it('is out of post, with what was granted, recorded and declared', () => {
    const { state, events } = publishOfficer(anOfficerInPost('qian'), leaving);

    expect(state.status).toBe('left');
    expect(events).toEqual([{ type: 'officer-left', agency: 'bureau' }]);
  });

  it('was in post before', () => {
    const gone = anOfficerInPost('qian', { status: 'left' });

    expect(rulesOf(() => publishOfficer(undefined, leaving))).toEqual(['leaves-a-post']);
    expect(rulesOf(() => publishOfficer(gone, leaving))).toEqual(['leaves-a-post']);
  });

  it('may be published again, by another agency too', () => {
    const gone = anOfficerInPost('qian', { status: 'left' });

    expect(publishOfficer(gone, publication({ agency: 'tobacco' })).state).toMatchObject({
      agency: 'tobacco',
      status: 'in-post',
    });
  });
});
