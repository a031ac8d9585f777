import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Rules } from '../../Api/types.ts';
import { standIn } from '../../../test/backend.ts';
import { dialogs } from '../../../test/dialogs.ts';
import LocksForm from './LocksForm.vue';
import PresetDialog from './PresetDialog.vue';

const field = (name: string, label: string, control: string) => ({
  name,
  label,
  control,
  help: '',
});
const sections = [
  {
    group: 'basics',
    label: 'Basics',
    fields: [field('logo', 'Logo', 'url'), field('record', 'Record', 'switch')],
  },
];
const rules = { sections, locks: {}, presets: [], groups: [] } as unknown as Rules;

afterEach(() => vi.unstubAllGlobals());

type Form = ReturnType<typeof mount>;

async function fix(form: Form, label: string): Promise<void> {
  const boxes = form.findAllComponents({ name: 'NcCheckboxRadioSwitch' });
  const box = boxes.find((each) => each.text() === `Fix “${label}”`);
  box?.vm.$emit('update:modelValue', true);
  await flushPromises();
}

async function submit(form: Form): Promise<void> {
  await form.get('form').trigger('submit');
  await flushPromises();
}

describe('what is fixed for all rooms', () => {
  it('is not said to be saved where it has no value', async () => {
    const asked = standIn({ 'PUT admin/rules/locks': () => ({ data: rules }) });
    const form = mount(LocksForm, { props: { rules } });
    await fix(form, 'Logo');
    await submit(form);
    expect(asked).toEqual([]);
    expect(form.get('.problem').text()).toBe('Give it a value, or do not fix it.');
    expect(form.text()).toContain('What has no value cannot be fixed: Logo');
    expect(form.text()).not.toContain('Saved.');
  });

  it('is a switch as it stands there, though nobody touched it', async () => {
    const asked = standIn({
      'PUT admin/rules/locks': () => ({ data: { ...rules, locks: { record: false } } }),
    });
    const form = mount(LocksForm, { props: { rules } });
    await fix(form, 'Record');
    await submit(form);
    expect(asked[0]?.body).toEqual({ locks: { record: false } });
    expect(form.text()).toContain('Saved.');
  });

  it('is shown as the server kept it', async () => {
    const kept = { ...rules, locks: { logo: 'https://kept.example.org/' } };
    standIn({ 'PUT admin/rules/locks': () => ({ data: kept }) });
    const form = mount(LocksForm, {
      props: { rules: { ...rules, locks: { logo: 'https://typed.example.org/' } } },
    });
    await submit(form);
    expect(form.get<HTMLInputElement>('input[type=url]').element.value).toBe(
      'https://kept.example.org/',
    );
  });
});

describe('what a preset fixes', () => {
  it('is not dropped where it has no value', async () => {
    const asked = standIn({ 'PUT admin/rules/presets/p': () => ({ data: rules }) });
    const dialog = mount(PresetDialog, {
      props: { preset: { id: 'p', name: 'Pupils' }, sections: rules.sections },
      global: dialogs,
    });
    await fix(dialog, 'Logo');
    await submit(dialog);
    expect(asked).toEqual([]);
    expect(dialog.text()).toContain('What has no value cannot be fixed: Logo');
    expect(dialog.get('.problem').text()).toBe('Give it a value, or do not fix it.');
    expect(dialog.emitted('close')).toBeUndefined();
  });
});
