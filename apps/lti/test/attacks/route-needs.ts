/**
 * What a request must have to be served. The first four are what the session of a bearer token
 * may do at its room; `nothing` is the same for all; the others are opened by something else than
 * a session.
 */
export type RouteNeed =
  | 'see'
  | 'join'
  | 'moderate'
  | 'manage'
  | 'nothing'
  /** Something in the request that works once or is signed, whoever sends it. */
  | 'proof'
  /** The token of somebody who chooses what links open. */
  | 'chooser'
  | 'administrator';

/** Every route of the tool. One that is missing here fails the tests. */
export const routeNeeds: Readonly<Record<string, RouteNeed>> = {
  'GET /': 'nothing',
  'GET /livez': 'nothing',
  'GET /healthz': 'nothing',
  'GET /readyz': 'nothing',
  'GET /assets/:name': 'nothing',
  'GET /lti/jwks': 'nothing',
  'GET /lti/cookies': 'nothing',
  'GET /admin/enter': 'nothing',
  // Pages that hold nothing but an id; what is personal they ask for with a token.
  'GET /choose/:id': 'nothing',
  'GET /room/:id': 'nothing',
  'GET /room/:id/settings': 'nothing',
  'GET /wait/:id': 'nothing',
  'GET /left/:id': 'nothing',

  'GET /metrics': 'proof',
  'GET /lti/login': 'proof',
  'POST /lti/login': 'proof',
  'POST /lti/launch': 'proof',
  'POST /lti/launch/storage': 'proof',
  'GET /lti/register': 'proof',
  'POST /lti/register': 'proof',
  'POST /lti/notices': 'proof',
  'POST /callbacks/hooks/:token': 'proof',
  'GET /callbacks/meeting-ended': 'proof',
  'POST /callbacks/recordings/ready': 'proof',
  'POST /api/session': 'proof',
  'POST /api/chooser/session': 'proof',
  'POST /join': 'proof',
  'POST /recordings/watch': 'proof',
  'GET /recordings/preview': 'proof',
  'GET /documents/:token/:name': 'proof',
  'POST /admin/enter': 'proof',
  'POST /choose/:id': 'proof',

  'GET /api/chooser': 'chooser',
  'GET /api/chooser/recordings': 'chooser',

  'GET /api/room': 'see',
  'GET /api/events': 'see',
  'GET /api/seats': 'see',
  'GET /api/groups': 'see',
  'GET /api/recordings': 'see',
  'GET /api/copy': 'see',
  'POST /api/copy': 'see',
  'POST /api/page-code': 'see',
  'POST /api/groups/enter': 'see',
  'POST /api/groups/back': 'see',
  'POST /api/recordings/watch-ticket': 'see',
  'POST /api/join-ticket': 'join',
  'POST /api/end': 'moderate',
  'POST /api/extend': 'moderate',
  'POST /api/message': 'moderate',
  'GET /api/document': 'moderate',
  'POST /api/document': 'moderate',
  'POST /api/recordings/change': 'manage',
  'GET /api/recordings/captions': 'manage',
  'POST /api/recordings/captions': 'manage',
  'GET /api/settings': 'manage',
  'POST /api/settings': 'manage',
  'POST /api/settings/preset': 'manage',
  'GET /api/documents': 'manage',
  'POST /api/documents': 'manage',
  'POST /api/documents/fetch': 'manage',
  'POST /api/documents/move': 'manage',
  'POST /api/documents/remove': 'manage',
  'POST /api/groups/use': 'manage',
  'POST /api/groups/rename': 'manage',
  'POST /api/groups/refresh': 'manage',

  'GET /admin': 'administrator',
  'POST /admin/leave': 'administrator',
  'GET /admin/platforms': 'administrator',
  'POST /admin/platforms/invite': 'administrator',
  'GET /admin/platforms/:id': 'administrator',
  'GET /admin/platforms/:id/diagnosis': 'administrator',
  'POST /admin/platforms/:id/allow': 'administrator',
  'POST /admin/platforms/:id/approve': 'administrator',
  'POST /admin/platforms/:id/switch': 'administrator',
  'GET /admin/platforms/:id/roles': 'administrator',
  'POST /admin/platforms/:id/roles': 'administrator',
  'POST /admin/platforms/:id/roles/unset': 'administrator',
  'POST /admin/platforms/:id/roles/try': 'administrator',
  'GET /admin/presets': 'administrator',
  'GET /admin/presets/new': 'administrator',
  'POST /admin/presets/new': 'administrator',
  'GET /admin/presets/:id': 'administrator',
  'POST /admin/presets/:id': 'administrator',
  'POST /admin/presets/:id/remove': 'administrator',
  'GET /admin/audit': 'administrator',
  'GET /admin/audit.csv': 'administrator',
  'GET /admin/meetings': 'administrator',
  'GET /admin/keys': 'administrator',
  'POST /admin/keys/rotate': 'administrator',
};

/** Lists the routes that need one of these, in the order of the table. */
export function routesThatNeed(...needs: readonly RouteNeed[]): readonly string[] {
  return Object.entries(routeNeeds).flatMap(([route, need]) =>
    needs.includes(need) ? [route] : [],
  );
}
