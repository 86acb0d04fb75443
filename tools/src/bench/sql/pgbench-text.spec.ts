import { pgbenchSummaryIn } from './pgbench-text.js';

const TWO = `pgbench (15.18, server 18.4)
transaction type: multiple scripts
number of transactions actually processed: 1001
number of failed transactions: 3 (0.300%)
latency average = 4.812 ms
tps = 831.1 (without initial connection time)
SQL script 1: /tmp/x/two.sql
 - weight: 60 (targets 60.0% of total)
 - 601 transactions (60.0% of total, tps = 500.1)
 - latency average = 4.7 ms
SQL script 2: /tmp/x/three.sql
 - weight: 40 (targets 40.0% of total)
 - 400 transactions (40.0% of total, tps = 331.0)
`;

describe('the summary of pgbench', () => {
  it('tells how often each script ran', () => {
    expect(pgbenchSummaryIn(TWO)).toEqual({
      transactions: 1001,
      ofScript: [601, 400],
      failed: 3,
      latencyMs: 4.812,
    });
  });

  it('of one script has no parts', () => {
    const text = 'number of transactions actually processed: 50/50\nlatency average = 1.5 ms\n';
    expect(pgbenchSummaryIn(text)).toMatchObject({ transactions: 50, ofScript: [50], failed: 0 });
  });

  it('is missing when pgbench broke off', () => {
    expect(() => pgbenchSummaryIn('pgbench: fatal: Run was aborted')).toThrow('Run was aborted');
  });
});
