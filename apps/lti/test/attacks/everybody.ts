import { claim } from '../../src/launch/claim-names.ts';
import { begin, claimsFor, expectAdmission, launchWith } from '../kit/driving.ts';
import { type FakePlatform, fakePlatform, roles, sign } from '../kit/fake-platform.ts';
import { type TestTool, testTool } from '../kit/test-tool.ts';
import { bearerFor, type Visitor, visitorWith } from '../kit/visitor.ts';

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership';

/** Kinds of people in the course of a room, and what the platform calls them. */
const insiders = {
  teacher: [roles.teacher],
  assistant: [`${membership}/Instructor#TeachingAssistant`],
  editor: [`${membership}#ContentDeveloper`],
  student: [roles.student],
  observer: [roles.mentor],
  testUser: [roles.student, 'http://purl.imsglobal.org/vocab/lti/system/person#TestUser'],
} as const;

export type Insider = keyof typeof insiders;

/** Teachers who have nothing to do with the room. */
const outsiders = ['otherRoom', 'otherCourse', 'otherDeployment', 'otherPlatform'] as const;

export type Outsider = (typeof outsiders)[number];

const insiderKinds = Object.keys(insiders) as readonly Insider[];
export const outsiderKinds: readonly Outsider[] = outsiders;

const places: Readonly<Record<Outsider, Record<string, unknown>>> = {
  otherRoom: { [claim.resourceLink]: { id: 'another', title: 'Another room' } },
  otherCourse: { [claim.context]: { id: 'another', title: 'Another course' } },
  otherDeployment: { [claim.deploymentId]: '2' },
  otherPlatform: {},
};

/** A room, everybody of its course, and teachers from elsewhere whose ids are all the same. */
export interface Everybody {
  readonly tool: TestTool;
  readonly inside: Readonly<Record<Insider, Visitor>>;
  readonly outside: Readonly<Record<Outsider, Visitor>>;
  /** Launches as one of those from elsewhere, with further claims. */
  readonly launchFrom: (kind: Outsider, changes?: Record<string, unknown>) => Promise<Response>;
}

/** Brings them all to one tool, which has two platforms, the first of them with two deployments. */
export async function everybody(
  make: (options: NonNullable<Parameters<typeof testTool>[0]>) => Promise<TestTool> = testTool,
): Promise<Everybody> {
  const platform = await fakePlatform();
  const other = await fakePlatform('other');
  const settings = { ...platform.settings, deploymentIds: ['1', '2'] };
  const tool = await make({ platform: { ...platform, settings }, others: [other] });
  const [first] = await tool.storage.platforms.find(platform.settings.issuer);
  await tool.storage.roleRules.set(first?.id ?? '', roles.mentor, 'observer');
  const launchFrom: Everybody['launchFrom'] = (kind, changes = {}) => {
    const claims = { sub: 'teacher', [claim.roles]: [roles.teacher], ...places[kind], ...changes };
    return launchOn(tool, kind === 'otherPlatform' ? other : platform, claims);
  };
  const inside = {} as Record<Insider, Visitor>;
  for (const kind of insiderKinds) {
    const claims = { sub: kind, name: `The ${kind}`, [claim.roles]: insiders[kind] };
    inside[kind] = await arrived(tool, await launchOn(tool, platform, claims));
  }
  const outside = {} as Record<Outsider, Visitor>;
  for (const kind of outsiders) outside[kind] = await arrived(tool, await launchFrom(kind));
  return { tool, inside, outside, launchFrom };
}

async function launchOn(
  tool: TestTool,
  platform: FakePlatform,
  changes: Record<string, unknown>,
): Promise<Response> {
  const { issuer, clientId } = platform.settings;
  const begun = await begin(tool, platform);
  const claims = claimsFor(tool, begun, { iss: issuer, aud: clientId, ...changes });
  return launchWith(tool, begun, await sign(claims, platform.keys));
}

async function arrived(tool: TestTool, launched: Response): Promise<Visitor> {
  const { roomId, code } = expectAdmission(launched);
  return visitorWith(tool, roomId, await bearerFor(tool, code));
}
