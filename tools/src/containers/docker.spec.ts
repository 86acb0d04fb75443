import { composeCommand, whatIsMissing } from './docker.js';

/** A machine on which these command lines succeed. */
const aMachineWith =
  (...lines: readonly string[]) =>
  (command: string, ...args: readonly string[]) =>
    lines.includes([command, ...args].join(' '));

describe('Where containers are to run', () => {
  it.each([
    ['is no Docker', [], 'install it'],
    ['is a Docker that does not answer', ['docker --version'], 'start it'],
    ['is no Compose', ['docker --version', 'docker version'], 'install docker-compose-plugin'],
  ])('and there %s, it says what to do', (_, lines, advice) => {
    expect(whatIsMissing(aMachineWith(...lines))).toContain(advice);
  });

  it.each([
    ['docker compose version', ['docker', 'compose']],
    ['docker-compose version', ['docker-compose']],
  ])('takes the Compose that answers to %s', (line, words) => {
    const machine = aMachineWith('docker --version', 'docker version', line);

    expect(whatIsMissing(machine)).toBeUndefined();
    expect(composeCommand(machine)).toEqual(words);
  });
});
