import { adminCode, administrator, cookieOf, enterWith, ownPage } from '../kit/administrator.ts';
import { post, refusalOf } from '../kit/driving.ts';
import { testTool } from '../kit/test-tool.ts';
import { visit } from '../kit/visitor.ts';
import { type Case, describeCases } from './attack.ts';

const cases: readonly Case[] = [
  [
    141,
    'a cookie planted before an administrator signs in',
    'opens nothing afterwards',
    async () => {
      const tool = await testTool();
      const cookie = `__Host-lti_admin=${'A'.repeat(43)}`;
      await enterWith(tool, await adminCode(tool), { ...ownPage, cookie });
      return (await tool.app.request('/admin', { headers: { cookie } })).status;
    },
    303,
  ],
  [
    144,
    'the code of an administrator, used by somebody else later',
    'is refused',
    async () => {
      const tool = await testTool();
      const code = await adminCode(tool);
      await enterWith(tool, code);
      return refusalOf(await enterWith(tool, code));
    },
    'admin_code_wrong',
  ],
  [
    145,
    'a form of another page that switches a platform off',
    'changes nothing',
    async () => {
      const tool = await testTool();
      const { cookie, formToken } = await administrator(tool);
      const [platform] = await tool.storage.platforms.list();
      const path = `/admin/platforms/${platform?.id}/switch`;
      const forged = [
        await post(tool, path, { to: 'off' }, { cookie, ...ownPage }),
        await post(
          tool,
          path,
          { to: 'off', form_token: formToken },
          { cookie, origin: 'https://lms.example', 'sec-fetch-site': 'cross-site' },
        ),
      ];
      const codes = await Promise.all(forged.map(refusalOf));
      return [codes, (await tool.storage.platforms.listEnabled()).length];
    },
    [['admin_form_refused', 'admin_form_refused'], 1],
  ],
  [
    146,
    'pages of administrators in a frame of a registered platform',
    'are framed by nobody',
    async () => {
      const tool = await testTool();
      const { open } = await administrator(tool);
      const paths = ['/admin', '/admin/enter', '/admin/platforms', '/admin/audit'];
      const policies = await Promise.all(
        paths.map(async (path) => (await open(path)).headers.get('content-security-policy')),
      );
      return policies.every((policy) => policy?.endsWith("frame-ancestors 'none'"));
    },
    true,
  ],
  [
    155,
    'the session of a teacher on the pages of administrators',
    'opens none',
    async () => {
      const tool = await testTool();
      const { bearer } = await visit(tool, 'teacher');
      const headers = { authorization: `Bearer ${bearer}`, cookie: `__Host-lti_admin=${bearer}` };
      const page = await tool.app.request('/admin', { headers });
      const [platform] = await tool.storage.platforms.list();
      const path = `/admin/platforms/${platform?.id}/switch`;
      const deed = await post(tool, path, { to: 'off' }, { ...headers, ...ownPage });
      return [page.status, await refusalOf(deed)];
    },
    [303, 'admin_session_unknown'],
  ],
  [
    153,
    'the cookie of an administrator',
    'cannot be read by scripts, sent by other sites or set by neighbours',
    async () => {
      const tool = await testTool();
      const entered = await enterWith(tool, await adminCode(tool));
      const [cookie = ''] = entered.headers.getSetCookie();
      return [
        cookieOf(entered).startsWith('__Host-'),
        ...['Secure', 'HttpOnly', 'SameSite=Strict', 'Path=/'].map((word) => cookie.includes(word)),
        cookie.includes('Domain'),
      ];
    },
    [true, true, true, true, true, false],
  ],
];

describeCases('on the pages of administrators', cases);
