import type { HoursReply, RemarkReply, SpanReply } from '../../settings/settings-replies.ts';
import { element, make } from './page.ts';

/** The weekly hours on the page. */
export interface Hours {
  /** Gives what is on the page, as it is sent; null: always open. */
  value(): HoursReply | null;
  isChanged(): boolean;
  /** Shows words beside the lines they are about. */
  showErrors(remarks: readonly RemarkReply[]): void;
}

const details = element('hours') as HTMLDetailsElement;
const lines = element('hours-lines');
const add = element('hours-add') as HTMLButtonElement;
const zone = element('hours-zone') as HTMLSelectElement;
const zoneField = element('hours-zone-field');
const zoneError = element('hours-zone-error');
const texts = details.dataset;

/** The third of January 2028 is a Monday. */
const days = [1, 2, 3, 4, 5, 6, 7].map((day) => {
  const date = new Date(Date.UTC(2028, 0, 2 + day));
  const name = (weekday: 'short' | 'long') =>
    new Intl.DateTimeFormat(document.documentElement.lang, { weekday, timeZone: 'UTC' }).format(
      date,
    );
  return { day, short: name('short'), long: name('long') };
});

let notify: () => void = () => {};
add.addEventListener('click', () => {
  const line = drawLine({ days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' });
  lines.append(line);
  arrange();
  line.querySelector('input')?.focus();
  notify();
});
zone.addEventListener('change', () => notify());

/** Shows the weekly hours of a room. */
export function drawHours(hours: HoursReply | null, onChange: () => void): Hours {
  notify = onChange;
  fillZones(hours?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  lines.replaceChildren(...(hours?.spans ?? []).map(drawLine));
  details.open = hours !== null;
  arrange();
  const atFirst = JSON.stringify(valueOnPage());
  return {
    value: valueOnPage,
    isChanged: () => JSON.stringify(valueOnPage()) !== atFirst,
    showErrors(remarks) {
      const wordsFor = (path: string) => remarks.find((remark) => remark.path === path)?.text ?? '';
      zoneError.textContent = wordsFor('hours.zone');
      for (const [index, line] of [...lines.children].entries()) {
        const text = wordsFor(`hours.${index}`);
        const error = line.querySelector('.error');
        if (error) error.textContent = text;
        line.classList.toggle('wrong', text !== '');
      }
      if (!remarks.some(({ path }) => path.startsWith('hours.'))) return;
      details.open = true;
      lines.querySelector<HTMLElement>('.wrong input')?.focus();
    },
  };
}

function fillZones(chosen: string): void {
  const names = new Set([chosen, 'UTC', ...Intl.supportedValuesOf('timeZone')]);
  zone.replaceChildren(...[...names].toSorted().map((name) => new Option(name, name)));
  zone.value = chosen;
}

function drawLine(span: SpanReply): HTMLElement {
  const line = make('fieldset', 'hours-line');
  const boxes = make('div', 'days');
  for (const { day, short, long } of days) {
    const label = make('label', 'day');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.value = String(day);
    box.checked = span.days.includes(day);
    box.setAttribute('aria-label', long);
    label.append(box, make('span', '', short));
    boxes.append(label);
  }
  const times = make('div', 'times');
  times.append(timeField('from', span.from), timeField('to', span.to));
  const remove = make('button', 'quiet') as HTMLButtonElement;
  remove.type = 'button';
  remove.textContent = '×';
  remove.addEventListener('click', () => {
    const next = line.nextElementSibling ?? line.previousElementSibling;
    line.remove();
    arrange();
    (next?.querySelector<HTMLElement>('input') ?? add).focus();
    notify();
  });
  times.append(remove);
  line.append(make('legend', ''), boxes, times, make('p', 'error'));
  line.addEventListener('input', () => notify());
  return line;
}

function timeField(name: 'from' | 'to', value: string): HTMLElement {
  const label = make('label', 'time', texts[name]);
  const input = document.createElement('input');
  input.type = 'time';
  input.name = name;
  input.value = value;
  label.append(input);
  return label;
}

/** Numbers the lines, and asks for a time zone only where there are some. */
function arrange(): void {
  for (const [index, line] of [...lines.children].entries()) {
    const number = String(index + 1);
    const legend = line.querySelector('legend');
    if (legend) legend.textContent = (texts['line'] ?? '').replace('{number}', number);
    const label = (texts['remove'] ?? '').replace('{number}', number);
    line.querySelector('button')?.setAttribute('aria-label', label);
  }
  zoneField.hidden = lines.childElementCount === 0;
}

function valueOnPage(): HoursReply | null {
  const spans = [...lines.children].map((line) => ({
    days: [...line.querySelectorAll<HTMLInputElement>('.day input:checked')].map((box) =>
      Number(box.value),
    ),
    from: timeIn(line, 'from'),
    to: timeIn(line, 'to'),
  }));
  return spans.length === 0 ? null : { timeZone: zone.value, spans };
}

function timeIn(line: Element, name: 'from' | 'to'): string {
  return line.querySelector<HTMLInputElement>(`input[name='${name}']`)?.value.slice(0, 5) ?? '';
}
