import { answers, busRefusals } from '@onewindow/bus';
import { FindFileV1, FindProjectFileV1, type FileUploaded } from '@onewindow/contracts';
import { readFileReceipt } from '@onewindow/files';
import { createHash, createPublicKey } from 'node:crypto';
import {
  aGateway,
  as,
  ask,
  INTAKE,
  INTERMEDIARIES,
  people,
  type SpecGateway,
} from './a-gateway.js';

const LIMIT = 64 * 1024;
const APPLICATION = '0f8fad5b-d9cb-469f-a165-70867728950e';

let gateway: SpecGateway;
beforeAll(async () => {
  gateway = await aGateway({ uploadLimit: LIMIT });
});
afterAll(() => gateway.stop());

const aPdf = (size = 200) => Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(size, 0x20)]);

function form(
  ...files: readonly { field?: string; name?: string; type?: string; bytes?: Buffer }[]
) {
  const data = new FormData();
  for (const {
    field = 'file',
    name = '营业执照.pdf',
    type = 'application/pdf',
    bytes = aPdf(),
  } of files) {
    data.append(field, new Blob([new Uint8Array(bytes)], { type }), name);
  }
  return data;
}

const upload = async (body: FormData | string, headers: Record<string, string> = {}) =>
  ask(`${gateway.url}/api/files`, {
    method: 'POST',
    body,
    headers: { ...(await as(gateway, people.owner)), ...headers },
  });

const fileIn = (body: object) => (body as FileUploaded).file;

describe('An upload', () => {
  it('is answered with a receipt for the person who uploaded', async () => {
    const { status, body } = await upload(form({}));

    expect(status).toBe(201);
    expect(body['file']).toMatchObject({
      name: '营业执照.pdf',
      mediaType: 'application/pdf',
      size: 209,
    });
    const key = createPublicKey({ key: gateway.config.key, format: 'jwk' });
    const receipt = await readFileReceipt(key, body['receipt'] as string, { uploader: 'lin.yue' });
    expect(receipt).toMatchObject({ hash: fileIn(body).hash, organisation: '91371500MA9YXW1T5X' });
  });

  it.each([
    ['larger than allowed', () => form({ bytes: aPdf(LIMIT) }), 413, 'file-too-large'],
    ['empty', () => form({ bytes: Buffer.alloc(0) }), 422, 'file-empty'],
    ['not what its name says', () => form({ name: 'a.png' }), 422, 'file-type-mismatch'],
    ['in another field', () => form({ field: 'document' }), 400, 'file-missing'],
    ['one of two', () => form({}, {}), 400, 'file-missing'],
    ['missing', () => form(), 400, 'file-missing'],
  ])('is refused when the file is %s', async (_, body, status, code) => {
    expect(await upload(body())).toMatchObject({ status, body: { code } });
  });

  it('is refused when it is no multipart form', async () => {
    const answer = await upload('{}', { 'content-type': 'application/json' });

    expect(answer).toMatchObject({ status: 415, body: { code: 'media-type-not-accepted' } });
  });

  it('is refused when it breaks off', async () => {
    const answer = await upload(
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF',
      {
        'content-type': 'multipart/form-data; boundary=x',
      },
    );

    expect(answer).toMatchObject({ status: 400, body: { code: 'request-incomplete' } });
  });

  it('is refused without a session', async () => {
    const answer = await ask(`${gateway.url}/api/files`, { method: 'POST', body: form({}) });

    expect(answer).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
  });
});

describe('A download', () => {
  const path = (hash: string) => `${gateway.url}/api/applications/${APPLICATION}/files/${hash}`;

  it('gives the bytes to whom the service lets see them, to be saved and never run', async () => {
    const { body } = await upload(form({}));
    const stop = await gateway.serve(INTAKE, [
      answers(FindFileV1, async () => ({ file: fileIn(body) })),
    ]);

    const response = await fetch(path(fileIn(body).hash), {
      headers: await as(gateway, people.owner),
    });

    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(aPdf());
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="____.pdf"; filename*=UTF-8''${encodeURIComponent('营业执照')}.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
      'repr-digest': `sha-256=:${createHash('sha256').update(aPdf()).digest('base64')}:`,
    });
    await stop();
  });

  it('of a project of the market asks the market, in the name of who wants it', async () => {
    const { body } = await upload(form({ name: '合同.pdf' }));
    const { hash } = fileIn(body);
    const number = '379900-20260430-000001';
    const asked: unknown[] = [];
    const stop = await gateway.serve(INTERMEDIARIES, [
      answers(FindProjectFileV1, async (request, { actor }) => {
        asked.push([{ ...request }, actor.id]);
        return { file: fileIn(body) };
      }),
    ]);
    const path = `${gateway.url}/api/market/projects/${number}/files/${hash}`;

    const response = await fetch(path, { headers: await as(gateway, people.owner) });

    expect(Buffer.from(await response.arrayBuffer())).toEqual(aPdf());
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(asked).toEqual([[{ projectNumber: number, hash }, 'lin.yue']]);
    expect(await ask(path)).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    expect(await ask(path, { headers: await as(gateway, people.clerk) })).toMatchObject({
      status: 403,
      body: { code: 'not-permitted' },
    });
    await stop();
  });

  it('asks the service before it looks for the bytes', async () => {
    const { body } = await upload(form({}));
    const stop = await gateway.serve(INTAKE, [
      answers(FindFileV1, async () => {
        throw busRefusals.refuse('not-permitted');
      }),
    ]);

    const answer = await ask(path(fileIn(body).hash), { headers: await as(gateway, people.clerk) });

    expect(answer).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
    await stop();
  });

  it('is not there when the bytes are not', async () => {
    const hash = 'a'.repeat(64);
    const file = { hash, name: 'a.pdf', mediaType: 'application/pdf', size: 1 };
    const stop = await gateway.serve(INTAKE, [answers(FindFileV1, async () => ({ file }))]);

    const answer = await ask(path(hash), { headers: await as(gateway, people.owner) });

    expect(answer).toMatchObject({ status: 404, body: { code: 'file-not-found' } });
    await stop();
  });

  it('is refused for what is no hash', async () => {
    const answer = await ask(path('..%2f..%2fetc'), { headers: await as(gateway, people.owner) });

    expect(answer).toMatchObject({ status: 400, body: { code: 'payload-invalid' } });
  });
});
