import { eventContracts, requestContracts } from '@onewindow/contracts';
import { network as specNetwork } from '../test/spec-network.js';
import { asyncApi } from './async-api.js';
import { networkOf } from './broker/network.js';

interface Document {
  readonly channels: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly operations: Readonly<Record<string, unknown>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const documentOf = (network: Parameters<typeof asyncApi>[0]) =>
  asyncApi(network) as unknown as Document;

describe('The AsyncAPI document', () => {
  it('names the subjects of an event with who says and who hears it', () => {
    const { channels } = documentOf(specNetwork);

    expect(channels['approval.case-noted.v1']).toMatchObject({
      address: 'evt.approval.{instance}.{recipient}.case-noted.v1',
      'x-heard-by': ['supervision', 'intake'],
      'x-subjects': [
        'evt.approval.bureau.supervision-market.case-noted.v1',
        'evt.approval.bureau.supervision-city.case-noted.v1',
        'evt.approval.bureau.intake-centre.case-noted.v1',
      ],
    });
  });

  it('names who may ask, and the answer', () => {
    const { channels, operations } = documentOf(specNetwork);

    expect(channels['supervision.confirm.v1']?.['x-subjects']).toEqual([
      'cmd.supervision.market.from.approval-bureau.confirm.v1',
      'cmd.supervision.city.from.approval-bureau.confirm.v1',
    ]);
    expect(operations['answer.approval.echo.v1']).toMatchObject({
      reply: { channel: { $ref: '#/channels/approval.echo.v1.reply' } },
    });
  });

  it('holds every contract, and every reference in it leads somewhere', () => {
    const document = documentOf(networkOf(specNetwork.topology));
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      ([, path = '']) => path.split('/'),
    );

    for (const { id } of [...eventContracts, ...requestContracts]) {
      expect(Object.keys(document.channels)).toContain(id);
    }
    expect(references.length).toBeGreaterThan(100);
    for (const path of references) {
      const found = path.reduce<unknown>(
        (at, step) => (at as Record<string, unknown>)[step],
        document,
      );
      expect(found).toBeDefined();
    }
  });
});
