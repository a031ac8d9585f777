interface Family {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly string[];
}

/** What is counted. Labels take words of short closed lists, never anything about a person. */
export const counters = {
  launches: {
    name: 'bluebridge_lti_launches_total',
    help: 'Launches by what became of them.',
    labels: ['outcome'],
  },
  joins: {
    name: 'bluebridge_lti_joins_total',
    help: 'Attempts to enter a meeting by what became of them.',
    labels: ['outcome'],
  },
  calls: {
    name: 'bluebridge_lti_bbb_calls_total',
    help: 'Calls to the meeting server by call and outcome.',
    labels: ['call', 'outcome'],
  },
  requests: {
    name: 'bluebridge_lti_http_requests_total',
    help: 'Answered requests by class of status.',
    labels: ['status'],
  },
  polls: {
    name: 'bluebridge_lti_polls_total',
    help: 'Questions to the meeting server for the sake of open pages, by reason.',
    labels: ['reason'],
  },
  callbacks: {
    name: 'bluebridge_lti_callbacks_total',
    help: 'Events from the meeting server by what became of them.',
    labels: ['outcome'],
  },
  ends: {
    name: 'bluebridge_lti_meeting_ends_total',
    help: 'Attempts to end a meeting whose time is over, by what became of them.',
    labels: ['outcome'],
  },
  warnings: {
    name: 'bluebridge_lti_meeting_warnings_total',
    help: 'Warnings before the planned end of a meeting, by what became of them.',
    labels: ['outcome'],
  },
  jobs: {
    name: 'bluebridge_lti_job_failures_total',
    help: 'Jobs that failed and are tried again, or were given up, by kind.',
    labels: ['kind', 'outcome'],
  },
  failures: {
    name: 'bluebridge_lti_failures_total',
    help: 'Requests that failed for a reason inside the tool or its database.',
    labels: ['error'],
  },
} as const satisfies Record<string, Family>;

/** What is measured in seconds. */
export const timings = {
  calls: {
    name: 'bluebridge_lti_bbb_call_duration_seconds',
    help: 'How long the meeting server took to answer.',
    labels: ['call'],
  },
  requests: {
    name: 'bluebridge_lti_http_request_duration_seconds',
    help: 'How long answers of the tool took.',
    labels: [],
  },
} as const satisfies Record<string, Family>;

/** A number as it is at the moment of reading. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly value: number;
}

/** Upper bounds of the buckets, in seconds. */
const bounds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

interface Timing {
  readonly buckets: number[];
  sum: number;
  count: number;
}

/** A meeting server chooses some outcomes, so no family grows without bound. */
const mostSeries = 200;

/**
 * Counts and measures for the Prometheus text format. Source: "Exposition formats" of the
 * Prometheus documentation, version 0.0.4.
 */
export class Metrics {
  readonly #counts = new Map<Family, Map<string, number>>();
  readonly #timings = new Map<Family, Map<string, Timing>>();

  /** Adds one to a counter; the values belong to its labels, in order. */
  count(counter: keyof typeof counters, ...values: readonly string[]): void {
    const family: Family = counters[counter];
    const series = seriesOf(this.#counts, family);
    const key = keyIn(series, family, values);
    series.set(key, (series.get(key) ?? 0) + 1);
  }

  /** Adds a duration in milliseconds. */
  time(timing: keyof typeof timings, ms: number, ...values: readonly string[]): void {
    const family: Family = timings[timing];
    const series = seriesOf(this.#timings, family);
    const key = keyIn(series, family, values);
    const known = series.get(key) ?? { buckets: bounds.map(() => 0), sum: 0, count: 0 };
    const seconds = ms / 1000;
    for (const [index, bound] of bounds.entries()) {
      if (seconds <= bound) known.buckets[index] = (known.buckets[index] ?? 0) + 1;
    }
    known.sum += seconds;
    known.count += 1;
    series.set(key, known);
  }

  /** Writes everything, with gauges that were read just now. */
  text(gauges: readonly Gauge[]): string {
    const lines: string[] = [];
    for (const [family, series] of this.#counts) {
      lines.push(...head(family, 'counter'));
      for (const [labels, value] of series) lines.push(`${family.name}${braced(labels)} ${value}`);
    }
    for (const [family, series] of this.#timings) {
      lines.push(...head(family, 'histogram'));
      for (const [labels, timing] of series) lines.push(...histogram(family.name, labels, timing));
    }
    for (const gauge of gauges) lines.push(...head(gauge, 'gauge'), `${gauge.name} ${gauge.value}`);
    return `${lines.join('\n')}\n`;
  }
}

function seriesOf<T>(families: Map<Family, Map<string, T>>, family: Family): Map<string, T> {
  const known = families.get(family) ?? new Map<string, T>();
  families.set(family, known);
  return known;
}

function keyIn(series: Map<string, unknown>, family: Family, values: readonly string[]): string {
  const labelled = (texts: readonly string[]) =>
    family.labels.map((label, index) => `${label}="${texts[index] ?? ''}"`).join(',');
  const key = labelled(values.map((text) => (/^\w{1,64}$/.test(text) ? text : 'other')));
  if (series.has(key) || series.size < mostSeries) return key;
  return labelled(family.labels.map(() => 'other'));
}

function head({ name, help }: Pick<Family, 'name' | 'help'>, type: string): readonly string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}

function histogram(name: string, labels: string, timing: Timing): readonly string[] {
  const upTo = (bound: string) => braced([labels, `le="${bound}"`].filter(Boolean).join(','));
  return [
    ...bounds.map((bound, index) => `${name}_bucket${upTo(`${bound}`)} ${timing.buckets[index]}`),
    `${name}_bucket${upTo('+Inf')} ${timing.count}`,
    `${name}_sum${braced(labels)} ${timing.sum}`,
    `${name}_count${braced(labels)} ${timing.count}`,
  ];
}

function braced(labels: string): string {
  return labels === '' ? '' : `{${labels}}`;
}
