import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { renderConfiguration } from '../src/config.ts';
import { releaseNamed, releases } from '../src/releases.ts';

const url = 'http://127.0.0.1:8080';

describe('the configuration of a site', () => {
  it.each([
    ['SQLite', { kind: 'sqlite' } as const],
    ['MariaDB', { kind: 'mariadb', socket: "/tmp/o'clock/s.sock", name: 'wordpress' } as const],
  ])('is PHP, with %s', (_, database) => {
    const text = renderConfiguration({ url, database, isNetwork: true });
    const said = execFileSync('php', ['-l'], { input: text, encoding: 'utf8' });
    expect(said).toContain('No syntax errors');
    expect(text).toContain("define('DOMAIN_CURRENT_SITE', '127.0.0.1:8080');");
  });

  it('has keys of its own for each site', () => {
    const configuration = { url, database: { kind: 'sqlite' }, isNetwork: false } as const;
    expect(renderConfiguration(configuration)).not.toBe(renderConfiguration(configuration));
  });
});

describe('the releases', () => {
  it('are found by their names', () => {
    expect(releases.map(({ name }) => releaseNamed(name).version)).toEqual([
      '6.5.5',
      '6.6-RC3',
      '6.7-alpha-58716',
    ]);
  });

  it('say which there are when another is asked for', () => {
    expect(() => releaseNamed('7.0')).toThrow('There are: 6.5, 6.6, 6.7.');
  });
});
