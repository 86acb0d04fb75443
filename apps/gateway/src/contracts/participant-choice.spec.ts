import {
  type AnyRequestContract,
  FindHandoverV1,
  HUB_ACCOUNT,
  operationsOf,
  shapeOf,
  SubmitApplicationV1,
  type Topology,
} from '@onewindow/contracts';
import { participantFor } from './participant-choice.js';

const topology: Topology = {
  region: '379900',
  participants: [
    { service: 'intake', instance: 'centre', account: HUB_ACCOUNT },
    {
      service: 'supervision',
      instance: 'market',
      account: 'M',
      departments: ['market', 'forestry'],
    },
    { service: 'supervision', instance: 'city', account: 'C', departments: ['city'] },
  ],
};

const addressed = (contract: AnyRequestContract) => ({
  contract,
  shape: shapeOf(contract.request as new () => object),
});
const choose = (contract: AnyRequestContract, request: object) =>
  participantFor(addressed(contract), request, topology);

describe('Whom a request goes to', () => {
  it('is the only instance of a service that has one', () => {
    expect(choose(SubmitApplicationV1, {})).toBe('intake-centre');
  });

  it('is the instance that serves the department, also one of several', () => {
    expect(choose(FindHandoverV1, { department: 'forestry' })).toBe('supervision-market');
    expect(choose(FindHandoverV1, { department: 'city' })).toBe('supervision-city');
  });

  it.each(['fire-rescue', '', 7, undefined])('is nobody for the department %p', (department) => {
    expect(() => choose(FindHandoverV1, { department })).toThrow('department-unknown');
  });

  it('is the instance that the request names', () => {
    const { clockState } = operationsOf('supervision');

    expect(choose(clockState, { participant: 'supervision-city' })).toBe('supervision-city');
  });

  it.each(['intake-centre', 'supervision-forestry', 'supervision', '', 7, {}])(
    'is nobody for the instance %p',
    (participant) => {
      const { clockState } = operationsOf('supervision');

      expect(() => choose(clockState, { participant })).toThrow('participant-unknown');
    },
  );

  it('has to be said where there are several', () => {
    expect(() => choose(operationsOf('supervision').clockState, {})).toThrow('participant-needed');
    expect(choose(operationsOf('intake').clockState, {})).toBe('intake-centre');
  });
});
