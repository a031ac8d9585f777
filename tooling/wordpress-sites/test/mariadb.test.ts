import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { hasMariaDb, startMariaDb } from '../src/mariadb.ts';

it.runIf(hasMariaDb())(
  'two of them keep their temporary tables apart',
  async () => {
    const [first, second] = await Promise.all([startMariaDb(), startMariaDb()]);
    try {
      const program = `echo (new mysqli('localhost', 'root', '', '', 0, $argv[1]))->query('SELECT @@tmpdir')->fetch_row()[0];`;
      const folders = [first, second].map(({ socket }) =>
        execFileSync('php', ['-r', program, socket]).toString(),
      );
      expect(new Set(folders).size).toBe(2);
    } finally {
      await Promise.all([first.stop(), second.stop()]);
    }
  },
  60_000,
);
