import type { FieldSpec, FieldSpecs } from '@bluebridge/core/catalogue';
import { printable } from './printable.ts';
import type { TableRow, TableShape } from './table.ts';

/** A reply or a part of it, in wire spelling. */
export type Fields = Readonly<Record<string, unknown>>;

interface Column {
  readonly title: string;
  readonly text: (item: Fields) => string;
}

interface ListLayout extends TableShape {
  readonly row: (item: Fields) => TableRow;
}

/** What is worth a column in the lists people look at most, by fields that tell which one it is. */
const known: readonly { readonly tellers: readonly string[]; readonly layout: ListLayout }[] = [
  {
    tellers: ['meetingID', 'meetingName', 'startTime', 'participantCount'],
    layout: makeLayout('meetingID', [
      { title: 'started (UTC)', text: (item) => time(item['startTime']) },
      { title: 'people', text: (item) => plain(item['participantCount']) },
      { title: 'state', text: meetingState },
      { title: 'name', text: (item) => plain(item['meetingName']) },
    ]),
  },
  {
    tellers: ['recordID', 'name', 'startTime', 'endTime', 'state'],
    layout: makeLayout('recordID', [
      { title: 'started (UTC)', text: (item) => time(item['startTime']) },
      { title: 'minutes', text: minutes },
      { title: 'state', text: (item) => plain(item['state']) },
      { title: 'name', text: (item) => plain(item['name']) },
    ]),
  },
];

const mostColumns = 5;

/** Finds the layout of a list; a list nobody described shows its id and its first plain fields. */
export function layoutOf(fields: FieldSpecs): ListLayout {
  const found = known.find(({ tellers }) => tellers.every((name) => Object.hasOwn(fields, name)));
  if (found !== undefined) return found.layout;
  const names = Object.keys(fields).filter((name) => isScalar(fields[name]));
  const id = names.find((name) => /ID$/i.test(name));
  const columns = names
    .filter((name) => name !== id)
    .slice(0, mostColumns)
    .map((name) => ({
      title: name,
      text: (row: Fields) => scalarText(row[name], fields[name]),
    }));
  return makeLayout(id, columns);
}

/** Words one plain value: times in UTC, switches as yes and no, nothing as a dash. */
export function scalarText(value: unknown, spec: FieldSpec | undefined): string {
  return spec?.kind === 'time' ? time(value) : plain(value);
}

export function isScalar(spec: FieldSpec | undefined): boolean {
  return spec !== undefined && ['text', 'integer', 'boolean', 'time'].includes(spec.kind);
}

function makeLayout(id: string | undefined, columns: readonly Column[]): ListLayout {
  return {
    titles: columns.map(({ title }) => title),
    ...(id !== undefined && { idTitle: id }),
    row: (item) => ({
      cells: columns.map(({ text }) => text(item)),
      ...(id !== undefined && { id: plain(item[id]) }),
    }),
  };
}

function plain(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? printable(value) : '–';
}

function time(value: unknown): string {
  if (typeof value !== 'number' || value <= 0 || value > 8.64e15) return '–';
  return new Date(value).toISOString().slice(0, 16).replace('T', ' ');
}

function minutes(item: Fields): string {
  const { startTime, endTime } = item as { startTime?: unknown; endTime?: unknown };
  if (typeof startTime !== 'number' || typeof endTime !== 'number') return '–';
  return endTime < startTime ? '–' : String(Math.round((endTime - startTime) / 60_000));
}

function meetingState(item: Fields): string {
  if (item['hasBeenForciblyEnded'] === true) return 'ending';
  if (item['running'] === true) return item['recording'] === true ? 'recording' : 'running';
  return item['hasUserJoined'] === true ? 'empty' : 'waiting';
}
