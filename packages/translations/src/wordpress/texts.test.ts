import { describe, expect, it } from 'vitest';
import { textsInBlock, textsInPhp, textsInScript, textsInSettings } from './texts.ts';

describe('the texts of the WordPress plugin', () => {
  it('are found in PHP', () => {
    const source = String.raw`
      __('It\'s open', 'bluebridge');
      esc_html_e( 'Log in', 'bluebridge' );
      _n(
          '%d person',
          '%d people',
          $count,
          'bluebridge',
      );
      $this->__('no text');`;
    expect([...textsInPhp(source)]).toEqual([
      ["It's open", undefined],
      ['Log in', undefined],
      ['%d person', '%d people'],
    ]);
  });

  it.each([
    ['as written', `__('Join "room"', 'bluebridge')`, 'Join "room"'],
    ['over several lines', `__(\n  'Join',\n  'bluebridge',\n)`, 'Join'],
    ['as built', String.raw`(0,n.__)("Join \"room\" \u2026","bluebridge")`, 'Join "room" …'],
    ['as built with other quotes', `(0,i.__)('say "hi"',"bluebridge")`, 'say "hi"'],
  ])('are found in a script %s', (_how, source, text) => {
    expect([...textsInScript(source).keys()]).toEqual([text]);
  });

  it('are found in a script with a number', () => {
    const source = `(0,n._n)("%d room","%d rooms",e,"bluebridge")`;
    expect([...textsInScript(source)]).toEqual([['%d room', '%d rooms']]);
  });

  it('are left to others where they are of others', () => {
    expect(textsInScript(`__('Save', 'other')`).size).toBe(0);
  });

  it('are found in a block.json, each in the context WordPress gives it', () => {
    const source = JSON.stringify({ title: 'Room', description: 'A room.', keywords: ['class'] });
    const found = [...textsInBlock(source)].filter(([, texts]) => texts.length > 0);
    expect(found).toEqual([
      ['block title', ['Room']],
      ['block description', ['A room.']],
      ['block keyword', ['class']],
    ]);
  });

  it('are found in the table of settings', () => {
    const source = `const GROUPS = [
      'time' => 'Time and seats',
    ];
    const ALL = ['name' => ['group' => 'basics', 'label' => 'Name', 'help' => 'Shown.',
      'values' => [['value' => 'a', 'label' => 'First']]]];`;
    expect([...textsInSettings(source).keys()].toSorted()).toEqual([
      'First',
      'Name',
      'Shown.',
      'Time and seats',
    ]);
  });
});
