import type { BalancerRules } from '../profiles/balancer-rules.ts';
import { alphanumeric } from '../state/random-ids.ts';
import type { Failure } from '../wire/envelopes.ts';
import { Parameters } from '../wire/raw-query.ts';

const tagParameter = 'meta_server-tag';

/**
 * Rewrites the parameters of `create` as they go on to the server that was chosen, or refuses when
 * there is none to choose. Source: Scalelite source, API controller and server model.
 */
export function passOnCreate(
  params: Parameters,
  isNew: boolean,
  rules: BalancerRules,
): Parameters | Failure {
  const passed = new Map(params.entries());
  passed.delete('checksum');
  if (isNew) {
    const server = chosenServer(params.text(tagParameter), rules);
    if ('key' in server) return server;
    passed.delete(tagParameter);
    if (server.tag !== undefined) passed.set(tagParameter, server.tag);
    if (params.text('moderatorPW') === '') passed.set('moderatorPW', alphanumeric(8));
  }
  const { tenant, maxMeetingDuration } = rules;
  if (tenant !== undefined) {
    passed.set('meta_tenant-id', tenant.id).set('meta_tenant-name', tenant.name);
  }
  const duration = Number.parseInt(params.text('duration'), 10) || 0;
  if (maxMeetingDuration > 0 && (duration === 0 || duration > maxMeetingDuration)) {
    passed.set('duration', String(maxMeetingDuration));
  }
  return new Parameters([...passed]);
}

/** Chooses a server by tags: several with semicolons, all of them required with `!` at the end. */
function chosenServer(
  wanted: string,
  { servers, serverTags }: BalancerRules,
): Failure | { tag: string | undefined } {
  if (servers !== 'enabled') {
    return { key: 'internalError', message: 'Could not find any available servers.' };
  }
  const isRequired = wanted.length > 1 && wanted.endsWith('!');
  const list = isRequired ? wanted.slice(0, -1) : wanted;
  const tags = list.split(';');
  const tag = tags.find((one) => serverTags.includes(one));
  if (tag !== undefined) return { tag };
  if (isRequired && !tags.includes('none')) {
    const message = `There is no available server with the required tag=${list}.`;
    return { key: 'serverTagUnavailable', message };
  }
  return { tag: undefined };
}
