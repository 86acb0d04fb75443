import { NotFoundException } from '@nestjs/common';
import { busRefusals } from '@onewindow/bus';
import { Refusal, type RefusalKind } from '@onewindow/kernel';
import { gatewayRefusals, MethodNotAllowed, PassingRefusal } from './gateway-refusals.js';
import { preferredLanguage } from './language.js';
import { problemDocument, problemHeaders } from './problem-document.js';
import { refusalOf } from './refusal-of.js';
import { statusOf } from './status.js';

const about = { language: 'zh', correlation: '5f0c6d0e-7c1b-4a43-9c0e-0a8f4b0b8f6e' } as const;

describe('The status of a refusal', () => {
  const kinds: Record<RefusalKind, number> = {
    malformed: 400,
    unauthenticated: 401,
    forbidden: 403,
    'not-found': 404,
    conflict: 409,
    'too-large': 413,
    unmet: 422,
    'too-many': 429,
    internal: 500,
    busy: 503,
    unavailable: 503,
    timeout: 504,
  };

  it.each(Object.entries(kinds))('of the kind %s is %i', (kind, status) => {
    expect(statusOf({ code: 'some-code', kind })).toBe(status);
  });

  it('is more exact where HTTP knows more', () => {
    expect(statusOf(gatewayRefusals.refuse('method-not-allowed'))).toBe(405);
    expect(statusOf(gatewayRefusals.refuse('media-type-not-accepted'))).toBe(415);
    expect(statusOf(busRefusals.refuse('answer-too-large'))).toBe(422);
  });

  it('is that of a fault for a kind that a newer service invented', () => {
    expect(statusOf({ code: 'constructor', kind: 'toString' })).toBe(500);
  });

  it('is known for every refusal of the gateway and of the bus', () => {
    for (const table of [gatewayRefusals.table, busRefusals.table]) {
      for (const [code, { kind }] of Object.entries(table)) {
        expect([code, statusOf({ code, kind }) === 500]).toEqual([code, kind === 'internal']);
      }
    }
  });
});

describe('A problem document', () => {
  const unmet = [
    { rule: 'a', message: { zh: '甲', en: 'A' }, path: 'x.0' },
    { rule: 'b', message: { zh: '乙', en: 'B' } },
  ];
  const refusal = new Refusal('not-so', 'unmet', { zh: '不行', en: 'No' }, unmet);

  it('carries the refusal in one language to read and in both to show', () => {
    expect(problemDocument(refusal, about)).toEqual({
      type: 'urn:onewindow:refusal:not-so',
      title: '不行',
      status: 422,
      detail: 'x.0: 甲\n乙',
      instance: `urn:uuid:${about.correlation}`,
      code: 'not-so',
      messages: { zh: '不行', en: 'No' },
      unmet,
    });
  });

  it('repeats the title where no single rule is named', () => {
    const { title, detail } = problemDocument(busRefusals.refuse('busy'), about);

    expect(detail).toBe(title);
  });

  it('says when to try again, where trying again helps', () => {
    const pauseOf = (each: Refusal) => problemHeaders(each, 'zh')['retry-after'];

    expect(pauseOf(busRefusals.refuse('busy'))).toBe('1');
    expect(pauseOf(new PassingRefusal(gatewayRefusals.refuse('sign-in-throttled'), 42))).toBe('42');
    expect(pauseOf(refusal)).toBeUndefined();
  });

  it('says how to prove who one is and which methods there are', () => {
    expect(problemHeaders(busRefusals.refuse('not-signed-in'), 'en')).toMatchObject({
      'www-authenticate': 'Bearer realm="onewindow"',
      'content-language': 'en',
    });
    expect(problemHeaders(new MethodNotAllowed(['GET', 'PUT']), 'en')).toMatchObject({
      allow: 'GET, PUT',
    });
  });
});

describe('The language of a problem', () => {
  it.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['fr', 'zh'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-CN,en;q=0.9', 'zh'],
    ['en;q=0.8, zh;q=0.9', 'zh'],
    ['de, en;q=0.5', 'en'],
    ['en;q=0', 'zh'],
    ['en;q=9', 'en'],
    [';;,,;q=', 'zh'],
  ])('for %p is %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});

describe('The refusal that an error means', () => {
  const framework = (statusCode: number) => Object.assign(new Error('x'), { statusCode });

  it('is the refusal itself', () => {
    const refusal = busRefusals.refuse('busy');

    expect(refusalOf(refusal)).toBe(refusal);
  });

  it.each([
    [400, 'payload-malformed'],
    [404, 'route-unknown'],
    [406, 'media-type-not-accepted'],
    [408, 'request-incomplete'],
    [413, 'payload-too-large'],
    [415, 'media-type-not-accepted'],
    [418, 'payload-malformed'],
  ])('of status %i from the framework is %s', (status, code) => {
    expect(refusalOf(framework(status))?.code).toBe(code);
  });

  it('is not known for a fault of ours', () => {
    expect(refusalOf(new NotFoundException())?.code).toBe('route-unknown');
    for (const fault of [new Error('x'), framework(500), undefined, 'x']) {
      expect(refusalOf(fault)).toBeUndefined();
    }
  });
});
