import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { nameForFolder, removeForgotten } from '../src/forgotten.ts';

const HOUR = 60 * 60 * 1000;

it('folders of processes that have ended are removed after a day, those still served are not', () => {
  const sites = mkdtempSync(join(tmpdir(), 'bluebridge-forgotten-'));
  onTestFinished(() => rmSync(sites, { recursive: true }));
  const { pid: ended } = spawnSync(process.execPath, ['--version']);
  const [served, forgotten] = [nameForFolder(), nameForFolder(ended)];
  for (const name of [served, forgotten])
    mkdirSync(join(sites, name, 'wp-content'), { recursive: true });

  removeForgotten(sites, Date.now() + 23 * HOUR);
  expect(readdirSync(sites).toSorted()).toEqual([served, forgotten].toSorted());

  removeForgotten(sites, Date.now() + 25 * HOUR);
  expect(readdirSync(sites)).toEqual([served]);
});

it('a folder whose name tells no process is removed after a day', () => {
  const sites = mkdtempSync(join(tmpdir(), 'bluebridge-forgotten-'));
  onTestFinished(() => rmSync(sites, { recursive: true }));
  mkdirSync(join(sites, '0123456789ab'));

  removeForgotten(sites, Date.now() + 25 * HOUR);
  expect(readdirSync(sites)).toEqual([]);
});
