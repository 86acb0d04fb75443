import { instantOf } from '@onewindow/kernel';
import { paperDocument } from './paper-document.js';

const PAPER = {
  reference: '379900-20261102-000001-01-D',
  number: '海棠市行政审批服务局准字〔2026〕第3号',
  agency: '海棠市行政审批服务局',
  kind: 'decision-granted',
  title: '准予行政许可决定书',
  issuedAt: instantOf('2026-11-06T10:00:00+08:00'),
  applicationId: '7d3f1c52-0d7e-4f0b-9c1e-2f3a4b5c6d7e',
  code: '0A1B2C3D4E5F607182',
};

describe('The QR code of a paper', () => {
  it('leads to the page that verifies it, with its number and code', () => {
    const { qr } = paperDocument(PAPER, new URL('https://onewindow.example'));

    expect(qr?.address).toBe(
      'https://onewindow.example/verification/papers/379900-20261102-000001-01-D?code=0A1B2C3D4E5F607182',
    );
  });

  it('is left out where nobody has said how people reach the platform', () => {
    expect(paperDocument(PAPER, null).qr).toBeUndefined();
  });
});
