import type { GroupReply, GroupsReply, WayReply } from '../../groups/replies.ts';
import type { Api } from './api.ts';
import { element, make, say } from './page.ts';
import { messageOf } from './questions.ts';

const section = element('groups');
const use = element('groups-use') as HTMLSelectElement;
const list = element('groups-list');
const notice = element('groups-notice');

/** Shows the groups of the course, and lets people go to the rooms of theirs. */
export async function showGroups(api: Api): Promise<void> {
  use.addEventListener('change', () => ask(api, 'use', { use: use.value }));
  buttonIn('groups-refresh').addEventListener('click', () => ask(api, 'refresh'));
  buttonIn('groups-back').addEventListener('click', () => go(api, 'back'));
  show(api, await api.get<GroupsReply>('/api/groups'));
}

function buttonIn(id: string): HTMLButtonElement {
  return element(id).querySelector('button') as HTMLButtonElement;
}

/** Asks for a change and shows what has come of it. */
function ask(api: Api, what: string, body?: unknown): void {
  say(notice, '');
  api
    .post<GroupsReply>(`/api/groups/${what}`, body)
    .then((reply) => show(api, reply))
    .catch((error: unknown) => say(notice, messageOf(error)));
}

function go(api: Api, what: 'enter' | 'back', body?: unknown): void {
  say(notice, '');
  api
    .post<WayReply>(`/api/groups/${what}`, body)
    .then(({ url }) => location.assign(url))
    .catch((error: unknown) => say(notice, messageOf(error)));
}

function show(api: Api, reply: GroupsReply): void {
  const { groups, canManage, hasParent } = reply;
  section.hidden = groups.length === 0 && !hasParent && !canManage;
  element('groups-back').hidden = !hasParent;
  element('groups-manage').hidden = !canManage;
  element('groups-none').hidden = groups.length > 0;
  element('groups-refresh').hidden = !reply.canRefresh;
  use.value = reply.use;
  list.hidden = groups.length === 0;
  list.replaceChildren(...groups.map((group) => itemFor(api, group, canManage)));
}

function itemFor(api: Api, group: GroupReply, canManage: boolean): HTMLElement {
  const item = make('li', 'group');
  item.append(make('span', 'name', group.name));
  if (group.isMine) item.append(make('span', 'badge', text('mine')));
  if (canManage) item.append(renaming(api, group));
  if (group.canEnter) {
    const button = make('button', 'quiet', text('enter'));
    button.setAttribute('type', 'button');
    button.setAttribute('aria-label', text('enterOf').replace('{name}', group.name));
    button.addEventListener('click', () => go(api, 'enter', { id: group.id }));
    item.append(button);
  }
  return item;
}

/** Some platforms give groups no names, so teachers can. */
function renaming(api: Api, { id, name }: GroupReply): HTMLElement {
  const details = make('details', 'rename');
  const summary = make('summary', '', text('rename'));
  summary.setAttribute('aria-label', text('renameOf').replace('{name}', name));
  const form = make('form', 'actions') as HTMLFormElement;
  const input = make('input', '') as HTMLInputElement;
  input.maxLength = 100;
  input.value = name;
  input.setAttribute('aria-label', text('newName'));
  form.append(input, make('button', 'quiet', text('save')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask(api, 'rename', { id, name: input.value });
  });
  details.append(summary, form);
  return details;
}

function text(name: string): string {
  return section.dataset[name] ?? '';
}
