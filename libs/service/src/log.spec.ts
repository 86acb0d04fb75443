import { Refusal } from '@onewindow/kernel';
import { ServiceLog } from './log.js';

const aLog = (level: 'info' | 'debug' = 'info') => {
  const lines: string[] = [];
  const log = new ServiceLog({
    participant: 'intake-centre',
    level,
    circumstances: () => ({ correlation: 'app-1', actor: 'person:p-7' }),
    destination: { write: (line: string) => lines.push(line) },
  });
  return { log, read: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
};

/** An error as MikroORM makes it: the statement with its values, and PostgreSQL's detail. */
const aDriverError = () =>
  Object.assign(new Error("insert into person values ('张三') - duplicate key value"), {
    name: 'UniqueConstraintViolationException',
    code: '23505',
    sqlMessage: undefined,
    detail: 'Key (name)=(张三) already exists.',
  });

describe('The log of a service', () => {
  it('writes one JSON object a line, with who it is and what it is about', () => {
    const { log, read } = aLog();
    log.info('opened', { tracks: 4 });

    expect(read()).toEqual([
      {
        level: 'info',
        time: expect.any(String) as string,
        participant: 'intake-centre',
        correlation: 'app-1',
        actor: 'person:p-7',
        tracks: 4,
        msg: 'opened',
      },
    ]);
  });

  it('leaves out of an error what may hold personal data', () => {
    const { log, read } = aLog();
    log.failure('a statement failed', aDriverError());

    const [line] = read();
    expect(line?.error).toMatchObject({ code: '23505', message: 'duplicate key value' });
    expect(JSON.stringify(line)).not.toContain('张三');
  });

  it('names the rules of a refusal and quotes none of its words', () => {
    const { log, read } = aLog();
    const message = { zh: '王五未签名', en: 'Wang Wu has not signed' };
    const refusal = new Refusal('x', 'unmet', message, [{ rule: 'signed', message }]);
    log.caution('parked', {}, refusal);

    const [line] = read();
    expect(line?.error).toMatchObject({ name: 'Refusal', message: 'signed' });
    expect(JSON.stringify(line)).not.toContain('Wang Wu');
  });

  it('is Nest’s logger, whose chatter it keeps for whoever asks for it', () => {
    const quiet = aLog();
    quiet.log.log('Mapped {/live, GET} route', 'RouterExplorer');
    quiet.log.error('failed', 'the stack', 'ExceptionsHandler');
    const loud = aLog('debug');
    loud.log.log('Mapped {/live, GET} route', 'RouterExplorer');

    expect(quiet.read()).toMatchObject([
      { level: 'error', msg: 'failed', part: 'ExceptionsHandler' },
    ]);
    expect(loud.read()).toMatchObject([{ level: 'debug', part: 'RouterExplorer' }]);
  });
});
