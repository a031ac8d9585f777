import type { ToolApp, ToolContext } from '../http/context.ts';
import { type Fields, fieldsOf, readForm } from '../http/read-body.ts';
import { ToolError } from '../http/tool-error.ts';
import { isSafeAddress } from '../safe-address.ts';
import type { Tool } from '../tool.ts';
import { registeredPage } from '../views/registered-page.ts';
import { registrationPage } from '../views/registration-page.ts';
import { discover, nameOf, type RegistrationRequest } from './platform-configuration.ts';
import { requestRegistration, settingsFrom, storeRegistration } from './register.ts';
import { offersDeepLinking, offersGroups, toolConfiguration } from './tool-configuration.ts';

/** Adds the one address at which an invited platform registers itself. */
export function addRegistrationRoutes(app: ToolApp, tool: Tool): void {
  app.get('/lti/register', (c) =>
    logged(tool, 'asked', () => ask(c, tool, fieldsOf(new URL(c.req.url).searchParams))),
  );
  app.post('/lti/register', async (c) => {
    const fields = await readForm(c.req.raw);
    return logged(tool, 'confirmed', () => confirm(c, tool, fields));
  });
}

/** Shows who wants to be connected and what that grants. Nothing is stored or sent yet. */
async function ask(c: ToolContext, tool: Tool, fields: Fields): Promise<Response> {
  const { invite, request } = await invited(c, tool, fields);
  const { client, trustedHosts } = tool.registration;
  const { configuration, digest } = await discover(request, client, trustedHosts);
  return c.html(
    registrationPage(c.get('t'), tool.assets, {
      platform: nameOf(configuration),
      issuer: configuration.issuer,
      choosesRooms: offersDeepLinking(configuration),
      showsGroups: offersGroups(configuration),
      fields: {
        invite,
        openid_configuration: request.configurationUrl,
        ...(request.token !== undefined && { registration_token: request.token }),
        digest,
      },
    }),
  );
}

/** Registers with the platform, if it still is what was shown; that uses the invitation up. */
async function confirm(c: ToolContext, tool: Tool, fields: Fields): Promise<Response> {
  const { storage, baseUrl, registration, assets } = tool;
  const { invite, request } = await invited(c, tool, fields);
  const { configuration, digest } = await discover(
    request,
    registration.client,
    registration.trustedHosts,
  );
  if (fields.get('digest') !== digest) throw new ToolError('registration_changed');
  if (!(await storage.invites.use(invite))) throw new ToolError('invite_unknown');
  const t = c.get('t');
  const ours = toolConfiguration(configuration, {
    baseUrl,
    title: t('Meeting rooms for your courses'),
  });
  const answer = await requestRegistration(
    request,
    configuration.registration_endpoint,
    ours,
    registration.client,
  ).catch(async (error: unknown) => {
    await storage.invites.giveBack(invite);
    throw error;
  });
  const settings = settingsFrom(configuration, request.configurationUrl, answer);
  const outcome = await storeRegistration(storage, settings);
  tool.log('info', 'registration', { outcome, platform: settings.name });
  const [platform] = await storage.platforms.find(settings.issuer, settings.clientId);
  await storage.audit.note({
    actor: 'tool',
    action: 'platform.register',
    ...(platform && { platformId: platform.id }),
    detail: { outcome },
  });
  return c.html(
    registeredPage(t, assets, {
      platform: settings.name,
      family: configuration.family,
      closeOrigin: new URL(request.configurationUrl).origin,
      registered: { outcome, namedDeployment: answer.deploymentId !== undefined },
    }),
  );
}

/**
 * Reads the invitation and what the platform sent with it. Without a good invitation nobody is
 * asked anything. Throws `invite_unknown`, `parameter_missing` or `parameter_too_long`.
 */
async function invited(
  c: ToolContext,
  { storage }: Tool,
  fields: Fields,
): Promise<{ readonly invite: string; readonly request: RegistrationRequest }> {
  const configurationUrl = fields.get('openid_configuration') ?? '';
  const named = configurationUrl.length <= 2048 && isSafeAddress(configurationUrl);
  // Refusals are shown in the frame of whoever asks; what is confirmed passes more checks.
  c.set('frameOrigins', named ? [new URL(configurationUrl).origin] : []);
  const invite = fields.get('invite') ?? '';
  if (!(await storage.invites.isGood(invite))) throw new ToolError('invite_unknown');
  if (!named) throw new ToolError('parameter_missing', 'openid_configuration');
  const token = fields.get('registration_token') || undefined;
  if (token !== undefined && !/^[\x21-\x7E]{1,8192}$/.test(token)) {
    throw new ToolError('parameter_too_long', 'registration_token');
  }
  return { invite, request: { configurationUrl, token } };
}

async function logged(tool: Tool, step: string, answer: () => Promise<Response>) {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof ToolError) {
      tool.log('warn', 'registration', { step, outcome: error.code });
    }
    throw error;
  }
}
