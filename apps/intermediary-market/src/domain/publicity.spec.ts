import { aContracted, aDelivered, aProposed } from '../../test/fixtures.js';
import { filesOf, published } from './publicity.js';

describe('What everybody may read of what the parties gave each other', () => {
  it('is no contract and no price where private money pays (许可法 5)', () => {
    expect(published({ ...aContracted(), funds: 'private' })).toEqual({});
  });

  it('is the contract with its price where public money pays, its file by its hash alone', () => {
    const { contract } = aContracted();
    const shown = published({ ...aContracted(), funds: 'state' });

    expect(shown.contract).toEqual({
      ...contract,
      file: { ...contract?.file, name: contract?.number },
    });
  });

  it.each(['private', 'state'] as const)(
    'is that a report was delivered, by its hash and not by its name (%s)',
    (funds) => {
      const project = aDelivered();
      const { delivery } = published({ ...project, funds });

      expect(delivery).toEqual({
        ...project.delivery,
        file: { ...project.delivery?.file, name: `${project.id}-R` },
      });
    },
  );
});

describe('The files of a project', () => {
  it('are the contract that stands and the report', () => {
    const { contract, delivery } = aDelivered();

    expect(filesOf(aProposed())).toEqual([contract?.file]);
    expect(filesOf(aDelivered())).toEqual([contract?.file, delivery?.file]);
    expect(filesOf({ ...aDelivered(), contract: undefined, delivery: undefined })).toEqual([]);
  });
});
