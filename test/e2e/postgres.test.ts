import { expect, test } from 'vitest';
import { runProgram, startProgram } from '../support/program.ts';
import { describePostgres, emptySchema, execute } from '../support/store/postgres-store.ts';

describePostgres('the program on PostgreSQL', () => {
  test('answers as it does on SQLite, and ends by itself', { timeout: 60_000 }, async () => {
    const { url } = await emptySchema();
    const args = ['onthisday', '--json', '15 June', '--now', '2026-11-23T09:00:00Z'];
    const postgres = await runProgram(args, { environment: { DATABASE_URL: url } });
    const sqlite = await runProgram(args, { environment: { DATABASE_URL: ':memory:' } });
    expect(postgres).toEqual(sqlite);
    expect(postgres.status).toBe(0);
    expect(postgres.out).toContain('2001-06-15');
  });

  test('goes on when its connections are lost, and stops when it is told to', {
    timeout: 60_000,
  }, async () => {
    const { url, name } = await emptySchema();
    const environment = { DATABASE_URL: url, CONSOLE_PORT: '0', TICK_SECONDS: '1' };
    await using program = startProgram(['start'], { environment });
    await program.said(/127\.0\.0\.1:\d+/);
    const ticked = async (): Promise<string> => {
      const rows = await execute(`select value from ${name}.mark where name = 'ticker'`);
      return String((rows as { value: string }[])[0]?.value ?? '');
    };
    await expect.poll(ticked, { timeout: 20_000 }).not.toBe('');
    for (let round = 0; round < 3; round++) {
      await execute(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${name}'`,
      );
      const before = await ticked();
      await expect.poll(ticked, { timeout: 20_000 }).not.toBe(before);
    }
    expect((await program.stop()).status).toBe(0);
  });

  test('says in one line that the password is wrong, and keeps it to itself', async () => {
    const { url } = await emptySchema();
    const wrong = url.replace(':dateline@', ':hunter2@');
    const { status, out, err } = await runProgram(['start'], { environment: { DATABASE_URL: wrong } });
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain('does not accept the password');
    expect(err).not.toContain('hunter2');
  });
});
