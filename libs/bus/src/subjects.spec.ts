import { isParticipantToken, partsOf, readCommandSubject, streamName } from './subjects.js';

describe('The subjects', () => {
  it('take a participant apart', () => {
    expect(partsOf('supervision-city-management')).toEqual({
      service: 'supervision',
      instance: 'city-management',
    });
  });

  it.each([
    '',
    'supervision',
    'supervision-',
    'supervision-*',
    'other-x',
    'supervision-a.b',
    'supervision-A',
  ])('do not take "%s" for a participant', (text) => expect(isParticipantToken(text)).toBe(false));

  it('name a stream after its publisher', () => {
    expect(streamName('supervision-city-management')).toBe('EVT_supervision_city-management');
  });

  it('tell who asks whom for what', () => {
    expect(readCommandSubject('cmd.approval.bureau.from.gateway-centre.echo.v1')).toEqual({
      to: 'approval-bureau',
      caller: 'gateway-centre',
      contractId: 'approval.echo.v1',
    });
  });

  it.each([
    'evt.approval.bureau.gateway-centre.echo.v1',
    'cmd.approval.bureau.from.nobody.echo.v1',
    'cmd.approval.bureau.from.gateway-centre',
    'cmd.approval.bureau.gateway-centre.echo.v1',
  ])('take nothing else for a command: %s', (subject) => {
    expect(readCommandSubject(subject)).toBeUndefined();
  });
});
