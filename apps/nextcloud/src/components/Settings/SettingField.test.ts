import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import type { SettingField as Field } from '../../Api/types.ts';
import SettingField from './SettingField.vue';

function draw(field: Partial<Field>, value?: string | number | boolean, problem = '') {
  const whole: Field = { name: 'x', control: 'text', label: 'Label', help: 'Help.', ...field };
  return mount(SettingField, { props: { field: whole, value, problem } });
}

describe('a setting', () => {
  it('gives a number as a number, and what is none as it was typed', async () => {
    const field = draw({ control: 'number', min: 2, max: 9 });
    const input = field.get('input');
    expect(input.attributes()).toMatchObject({ min: '2', max: '9' });
    await input.setValue('7');
    await input.setValue('');
    expect(field.emitted('change')).toEqual([[7], [undefined]]);
  });

  it('is drawn as a list of choices, the first of which is none', async () => {
    const values = [{ value: 'a', label: 'First' }];
    const field = draw({ control: 'choice', values }, 'a');
    expect(field.get('select').element.value).toBe('a');
    expect(field.findAll('option').map((option) => option.text())).toEqual([
      'As the server does it',
      'First',
    ]);
  });

  it('cannot be changed where an administrator fixed it, and says so', () => {
    const field = draw({ lockedTo: 'fixed' }, 'fixed');
    expect(field.get('input').element.disabled).toBe(true);
    expect(field.text()).toContain('Set by your administrator.');
  });

  it('tells what is wrong beside the field, also to those who hear it', () => {
    const field = draw({}, 'x', 'Too long.');
    const input = field.get('input');
    expect(input.attributes('aria-invalid')).toBe('true');
    const described = field.get(`[id="${input.attributes('aria-describedby')}"]`);
    expect(described.text()).toContain('Too long.');
  });
});
