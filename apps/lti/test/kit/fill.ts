import type { Storage } from '../../src/storage/database.ts';
import type { PendingLogin } from '../../src/storage/logins.ts';
import type { PlatformSettings } from '../../src/storage/platforms.ts';

/** A platform that answers nothing. */
export const settings: PlatformSettings = {
  issuer: 'https://lms.example',
  clientId: 'client',
  name: 'The platform',
  authorizationEndpoint: 'https://lms.example/authorize',
  jwksUri: 'https://lms.example/keys',
  tokenEndpoint: 'https://lms.example/token',
  deploymentIds: ['1'],
  frameOrigins: [],
};

/** Registers one platform and answers its id. */
export async function withPlatform(storage: Storage): Promise<string> {
  await storage.platforms.register([settings]);
  const [platform] = await storage.platforms.find(settings.issuer);
  return platform?.id ?? '';
}

/** Makes a login of a platform. */
export function newLogin(platformId: string): PendingLogin {
  return {
    platformId,
    nonce: 'n',
    bindingHash: 'b',
    targetLinkUri: 'https://rooms.example/',
    loginHint: '5',
    messageHint: undefined,
    deploymentHint: '1',
    storage: undefined,
  };
}

/** A student at some room. */
export const student = {
  userID: 'u',
  fullName: 'Sam',
  isModerator: false,
  mayManage: false,
  mayJoin: true,
  opens: 'room',
  groupKeys: [],
  language: 'en',
} as const;

/** Opens a room and starts a session in it. */
export async function withSession(storage: Storage) {
  const platformId = await withPlatform(storage);
  const course = { platformId, deploymentId: '1', contextId: '2' };
  const titles = { title: 'Lecture', contextTitle: 'Physics' };
  const room = await storage.rooms.open(course, 'link:3', titles);
  const visitor = student;
  const start = () => storage.sessions.start({ ...visitor, roomId: room.id });
  return { platformId, course, room, start, sessionId: await start() };
}
