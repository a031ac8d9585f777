import { describe, expect, it } from 'vitest';
import { canShow } from './action.ts';

const file = (basename: string, type = 'file') => ({ basename, path: `/${basename}`, type });

describe('the action of files', () => {
  it('is offered for what meetings can show, several at once too', () => {
    expect(canShow([file('a.pdf')])).toBe(true);
    expect(canShow([file('a.pdf'), file('b.PPTX')])).toBe(true);
  });

  it.each([
    ['nothing', []],
    ['a folder', [file('slides.pdf', 'folder')]],
    ['a program', [file('a.exe')]],
    ['a drawing that can hold scripts', [file('a.svg')]],
    ['a file among others that cannot be shown', [file('a.pdf'), file('b.zip')]],
  ])('is not offered for %s', (_what, files) => {
    expect(canShow(files)).toBe(false);
  });

  it('registers in the list of Nextcloud 32', async () => {
    await import('./nextcloud-32.ts');
    expect(window._nc_fileactions).toEqual([expect.objectContaining({ id: 'bluebridge-show' })]);
  });

  it('registers in the list of Nextcloud 33, and tells those who listen', async () => {
    const heard: unknown[] = [];
    const registry = new EventTarget();
    registry.addEventListener('register:action', (event) =>
      heard.push((event as CustomEvent).detail),
    );
    window._nc_files_scope = { v4_0: { registry } };
    await import('./nextcloud-33.ts');
    const kept = window._nc_files_scope.v4_0?.fileActions?.get('bluebridge-show');
    expect(kept).toBeDefined();
    expect(heard).toEqual([kept]);
  });
});
