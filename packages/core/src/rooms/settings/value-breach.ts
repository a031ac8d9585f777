import { isHttpUrl, isLine, isLines } from '../../catalogue/value-rules.ts';
import type { RoomSetting } from './setting-kinds.ts';

/** A rule that a value breaks, and what would be allowed. */
export interface Breach {
  readonly rule: 'type' | 'min' | 'max' | 'pattern' | 'choice' | 'well_formed';
  readonly allowed?: string;
}

const colour = /^#[0-9A-Fa-f]{6}$/;

/** Gives the first rule that a value of a setting breaks. An empty text is no value, and breaks only `min`. */
export function valueBreach(setting: RoomSetting, value: unknown): Breach | undefined {
  switch (setting.control) {
    case 'switch':
    case 'code':
      return typeof value === 'boolean' ? undefined : { rule: 'type', allowed: 'boolean' };
    case 'number':
    case 'date':
      if (!Number.isSafeInteger(value)) return { rule: 'type', allowed: 'integer' };
      return outside(setting, value as number);
    default:
      if (typeof value !== 'string') return { rule: 'type', allowed: 'string' };
      return outside(setting, value.length) ?? (value === '' ? undefined : unfit(setting, value));
  }
}

function outside({ min, max }: RoomSetting, size: number): Breach | undefined {
  if (min !== undefined && size < min) return { rule: 'min', allowed: String(min) };
  if (max !== undefined && size > max) return { rule: 'max', allowed: String(max) };
  return undefined;
}

function unfit({ control, values = [] }: RoomSetting, text: string): Breach | undefined {
  if (!text.isWellFormed()) return { rule: 'well_formed' };
  if (!(control === 'block' ? isLines(text) : isLine(text))) {
    return { rule: 'pattern', allowed: 'no control characters' };
  }
  if (control === 'url' && !isHttpUrl(text)) {
    return { rule: 'pattern', allowed: 'http or https URL' };
  }
  if (control === 'colour' && !colour.test(text)) return { rule: 'pattern', allowed: '#RRGGBB' };
  if (control === 'choice' && !values.some(({ value }) => value === text)) {
    return { rule: 'choice', allowed: values.map(({ value }) => value).join(', ') };
  }
  return undefined;
}
