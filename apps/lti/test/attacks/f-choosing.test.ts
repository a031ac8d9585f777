import { claim } from '../../src/launch/claim-names.ts';
import { askToChoose, choiceClaims } from '../kit/choosing.ts';
import { launch } from '../kit/driving.ts';
import { fakePlatform, roles } from '../kit/fake-platform.ts';
import { type TestTool, testTool } from '../kit/test-tool.ts';
import { type Attack, type Case, describeAttacks, describeCases } from './attack.ts';

const returning = (address: unknown) => (tool: TestTool) =>
  askToChoose(tool, { deep_link_return_url: address });

const as =
  (...given: readonly string[]) =>
  (tool: TestTool) =>
    askToChoose(tool, {}, { [claim.roles]: given });

/** A Canvas, whose schools have hosts of their own. */
async function canvas(): Promise<TestTool> {
  const platform = await fakePlatform();
  const issuer = 'https://canvas.instructure.com';
  return testTool({ platform: { ...platform, settings: { ...platform.settings, issuer } } });
}

/** A platform in a lab, reached without encryption. */
async function lab(): Promise<TestTool> {
  const platform = await fakePlatform();
  const issuer = 'http://localhost:8080';
  const authorizationEndpoint = `${issuer}/auth.php`;
  const settings = { ...platform.settings, issuer, authorizationEndpoint };
  return testTool({ platform: { ...platform, settings } });
}

const attacks: readonly Attack[] = [
  [101, 'a choice by a student', 'choice_not_allowed', as(roles.student)],
  [101, 'a choice by somebody without a role', 'choice_not_allowed', as()],
  [101, 'a choice by a mentor', 'choice_not_allowed', as(roles.mentor)],
  [
    101,
    'a choice by a teacher of another course',
    'choice_not_allowed',
    as('http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor', roles.student),
  ],
  [
    101,
    'a choice outside any course',
    'course_missing',
    (tool) => askToChoose(tool, {}, { [claim.context]: undefined }),
  ],
  [102, 'a return by http', 'return_host_foreign', returning('http://lms.example/return')],
  [102, 'a return to another host', 'return_host_foreign', returning('https://evil.example/')],
  [
    102,
    'a return to a host that begins like it',
    'return_host_foreign',
    returning('https://lms.example.evil.example/'),
  ],
  [102, 'a return to another port', 'return_host_foreign', returning('https://lms.example:8443/')],
  [102, 'a return to a script', 'deep_linking_wrong', returning('javascript:alert(1)')],
  [102, 'a return to data', 'deep_linking_wrong', returning('data:text/html,x')],
  [
    102,
    'a return with a name',
    'deep_linking_wrong',
    returning('https://lms.example@evil.example/'),
  ],
  [102, 'a return with a password', 'deep_linking_wrong', returning('https://u:p@lms.example/')],
  [102, 'a return to nowhere', 'deep_linking_wrong', returning('/return')],
  [102, 'no return', 'deep_linking_wrong', returning(undefined)],
  [102, 'a return to a list', 'deep_linking_wrong', returning(['https://lms.example/'])],
  [
    102,
    'no settings',
    'deep_linking_wrong',
    (tool) => launch(tool, choiceClaims({}, { [claim.deepLinkingSettings]: undefined })),
  ],
  [
    102,
    'a return to a school of another platform’s issuer',
    'return_host_foreign',
    returning('https://school.instructure.com/return'),
  ],
  [
    102,
    'a return to a host that ends like a school',
    'return_host_foreign',
    returning('https://evilinstructure.com/return'),
    canvas,
  ],
  [
    102,
    'a return to a school by http',
    'return_host_foreign',
    returning('http://school.instructure.com/return'),
    canvas,
  ],
  [
    104,
    'types that are no list',
    'deep_linking_wrong',
    (tool) => askToChoose(tool, { accept_types: 'ltiResourceLink' }),
  ],
];

describeAttacks('on choosing', attacks);

const cases: readonly Case[] = [
  [
    102,
    'returns to the platform itself',
    'taken, also at a school of Canvas and in a lab',
    async () => {
      const own = 'https://school.instructure.com/courses/1/deep_linking_response?data=x';
      const local = 'http://localhost:8080/contentitem_return.php';
      const statuses = [
        await returning(own)(await canvas()),
        await returning(local)(await lab()),
        await returning('https://lms.example/return')(await testTool()),
      ];
      return statuses.map(({ status }) => status);
    },
    [303, 303, 303],
  ],
];

describeCases('on choosing', cases);
