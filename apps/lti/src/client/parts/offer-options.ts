import { element, words } from './page.ts';

/** Says that something is lacking before a choice can be sent, and where. */
export class Unready extends Error {
  override readonly name = 'Unready';
  readonly field: HTMLElement | undefined;

  constructor(problem: 'nothing' | 'points' | 'time' | 'dates', field?: HTMLElement) {
    super(words(problem));
    this.field = field;
  }
}

/** What is said about one thing that was chosen. */
export interface Options {
  readonly element: HTMLElement;
  /** Gives it for the server. Throws Unready. */
  read(): Readonly<Record<string, unknown>>;
}

/** Makes the fields for what was chosen. */
export function makeOptions(name: string, takesPoints: boolean): Options {
  const template = element('options') as HTMLTemplateElement;
  const made = template.content.firstElementChild?.cloneNode(true) as HTMLElement;
  const field = (of: string) => made.querySelector(`[data-field="${of}"]`) as HTMLInputElement;
  const part = (of: string) => made.querySelector(`[data-part="${of}"]`) as HTMLElement;
  const points = field('points');
  field('title').placeholder = name;
  part('points').hidden = !takesPoints;
  points.addEventListener('change', () => {
    part('with-points').hidden = !points.checked;
  });

  const unready = (problem: 'points' | 'time' | 'dates', at: HTMLInputElement): Unready => {
    // What is lacking must be seen to be mended.
    const details = at.closest('details');
    if (details) details.open = true;
    return new Unready(problem, at);
  };

  /** The field is in the time of the person; the server wants an instant that is the same anywhere. */
  function instantIn(of: string): string | undefined {
    const input = field(of);
    // Half a date is no value, but meant as one.
    if (input.validity.badInput) throw unready('time', input);
    const time = new Date(input.value);
    return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
  }

  function period(of: string): Readonly<Record<string, unknown>> {
    const [from, until] = [instantIn(`${of}-from`), instantIn(`${of}-until`)];
    if (from === undefined && until === undefined) return {};
    if (from !== undefined && until !== undefined && from >= until) {
      throw unready('dates', field(`${of}-until`));
    }
    return { [of]: { ...(from && { from }), ...(until && { until }) } };
  }

  function withPoints(): Readonly<Record<string, unknown>> {
    const max = field('max').valueAsNumber;
    if (!(max > 0) || max > 100_000) throw unready('points', field('max'));
    return { points: { max }, ...period('submission') };
  }

  return {
    element: made,
    read() {
      const title = field('title').value.trim();
      return {
        ...(title !== '' && { title }),
        ...(points.checked && withPoints()),
        ...period('available'),
      };
    },
  };
}
